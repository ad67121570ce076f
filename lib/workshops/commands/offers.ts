import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { decideAnswer } from "#lib/workshops/rules/offers.ts";
import type { AnswerRefusal } from "#lib/workshops/rules/offers.ts";
import type { OfferInput } from "#lib/workshops/schema/seats.ts";
import { seatPerson } from "./own.ts";
import { endOffer, endWait, promote } from "./queue.ts";
import { openSession } from "./seats.ts";

/**
 * Takes the seat that is held for the candidate; they are told by mail with a calendar entry. Refuses `not_found` (also for
 * another person's offer) and what `decideAnswer` refuses.
 */
export function acceptOffer(actor: Viewer, input: OfferInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "offer.accepted", subject: input.session } as const;
  return transact<AnswerRefusal | "not_found">(actor, spec, async (tx, event) => {
    const session = await openSession(tx, actor, event, now);
    const offer = session && (await findOffer(tx, actor, input));
    if (!offer) return refuse("not_found");
    const decision = decideAnswer(offer, session, now);
    if (!decision.ok) return decision;
    const whose = { sessionId: session.id, personId: actor.personId, now };
    await seatPerson(tx, whose, { entry: { id: offer.entryId, offers: [] }, offer }, { source: "offered" });
    await enqueueMails(tx, event, [actor.personId], "seat.taken");
    return ok({ id: session.id });
  });
}

/** Lets the offered seat go to the next, and leaves the waitlist. Refuses as `acceptOffer` does. */
export function declineOffer(actor: Viewer, input: OfferInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "offer.declined", subject: input.session } as const;
  return transact<AnswerRefusal | "not_found">(actor, spec, async (tx, event) => {
    const session = await openSession(tx, actor, event, now);
    const offer = session && (await findOffer(tx, actor, input));
    if (!offer) return refuse("not_found");
    const decision = decideAnswer(offer, session, now);
    if (!decision.ok) return decision;
    await endOffer(tx, offer.id, "declined", now);
    await endWait(tx, offer.entryId, "declined", now);
    await promote(tx, event, session, now);
    return ok({ id: session.id });
  });
}

/** The actor's own offer, as it is behind the lock. */
async function findOffer(tx: Db, actor: Viewer, { offer, session }: OfferInput) {
  const row = await tx.seatOffer.findFirst({
    where: { id: offer, sessionId: session, personId: actor.personId },
    select: { id: true, entryId: true, expiresAt: true, endedAs: true },
  });
  return row && { ...row, expiresAt: instantOf(row.expiresAt) };
}
