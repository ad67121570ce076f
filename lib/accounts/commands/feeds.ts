import { feedToken } from "#lib/accounts/queries.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import { sha256 } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";

/**
 * Makes the actor's private calendar address; one that they had ends with it. The form's key is its id, of which the token is
 * made: a form sent twice is one address, and the database holds only a hash.
 */
export function makeFeed(actor: Viewer, input: { key: string }, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "calendar_feed.made", subject: input.key } as const;
  return transact(actor, spec, async (tx) => {
    await lockInOrder(tx, [actor.personId]);
    await tx.calendarFeed.deleteMany({ where: { personId: actor.personId } });
    await tx.calendarFeed.create({
      data: {
        id: input.key,
        personId: actor.personId,
        tokenHash: sha256(feedToken(input.key)),
        madeAt: dateOf(now),
      },
    });
    return ok({ id: input.key });
  });
}

/** Ends the actor's calendar address at once. Refuses `not_found` for one that is not theirs or not there any more. */
export function revokeFeed(actor: Viewer, input: { key: string; feed: string }) {
  const spec = {
    once: input.key,
    request: input,
    did: "calendar_feed.revoked",
    subject: input.feed,
  } as const;
  return transact<"not_found">(actor, spec, async (tx) => {
    const gone = await tx.calendarFeed.deleteMany({ where: { id: input.feed, personId: actor.personId } });
    return gone.count === 1 ? ok({ id: input.feed }) : refuse("not_found");
  });
}
