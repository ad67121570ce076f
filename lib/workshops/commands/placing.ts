import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Db } from "#lib/infra/db.ts";
import { transact } from "#lib/infra/transact.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { decidePlacing } from "#lib/workshops/rules/seats.ts";
import type { PlaceRefusal } from "#lib/workshops/rules/seats.ts";
import type { PlaceInput } from "#lib/workshops/schema/seats.ts";
import { lockSession } from "./lock.ts";
import { ownFacts, seatPerson } from "./own.ts";
import { endOffer, settleQueue } from "./queue.ts";

/**
 * Places a candidate whom the actor sees, with a reason that only staff read; their waiting ends. It may pass the queue,
 * never the capacity: with no free seat it takes the one that was offered last, whose person keeps their place and is told.
 * Refuses `not_found` (also before publishing) and what `decidePlacing` refuses.
 */
export function placeSomebody(actor: Viewer, input: PlaceInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "seat.placed", subject: input.session } as const;
  return transact<PlaceRefusal | "not_found">(actor, spec, async (tx, event) => {
    if (!isStaff(actor)) return refuse("not_found");
    const candidate = await tx.person.findFirst({
      where: { AND: [{ id: input.candidate, deactivatedAt: null }, candidatesVisibleTo(actor)] },
      select: { id: true },
    });
    const session = candidate && (await lockSession(tx, input.session));
    if (!candidate || !session?.isPublished) return refuse("not_found");
    await settleQueue(tx, event, session, now);
    const standing = await ownFacts(tx, session.id, candidate.id);
    const decision = decidePlacing({ ...session, ...standing.counts }, standing.own, now);
    if (!decision.ok) return decision;
    if (decision.value === "held_for_another") await withdrawOffers(tx, event, session.id, 1, now);
    const whose = { sessionId: session.id, personId: candidate.id, now };
    const by = { placedById: actor.personId, placedReason: input.reason };
    await seatPerson(tx, whose, standing, { source: "placed", ...by });
    await enqueueMails(tx, event, [candidate.id], "seat.placed");
    return ok({ id: session.id });
  });
}

/** Takes back the `count` open offers of those who are last in the queue; they keep their places, and are told. */
export async function withdrawOffers(
  tx: Db,
  event: EventRef,
  sessionId: string,
  count: number,
  now: Instant,
): Promise<void> {
  if (count === 0) return;
  const last = await tx.seatOffer.findMany({
    where: { sessionId, endedAt: null },
    orderBy: { entry: { position: "desc" } },
    take: count,
    select: { id: true, personId: true },
  });
  for (const offer of last) await endOffer(tx, offer.id, "withdrawn", now);
  await enqueueMails(
    tx,
    event,
    last.map(({ personId }) => personId),
    "seat.offer_withdrawn",
  );
}
