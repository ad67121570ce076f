import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { transact } from "#lib/infra/transact.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { canTakeSeats } from "#lib/workshops/policy.ts";
import { decideGivingBack, decideTaking } from "#lib/workshops/rules/seats.ts";
import type { GiveBackRefusal, TakeRefusal } from "#lib/workshops/rules/seats.ts";
import type { SeatInput } from "#lib/workshops/schema/seats.ts";
import { lockSession } from "./lock.ts";
import type { LockedSession } from "./lock.ts";
import { ownFacts, seatPerson } from "./own.ts";
import { endOffer, endWait, joinQueue, promote, settleQueue } from "./queue.ts";

/**
 * Takes a seat for the candidate who asks: a free one, the one that is held for them, or, when it is full, a place at the
 * end of the waitlist in the same tap. Whoever has one already keeps it. They are told by mail. Refuses `not_found` and
 * what `decideTaking` refuses.
 */
export function takeSeat(actor: Viewer, input: SeatInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "seat.asked", subject: input.session } as const;
  return transact<TakeRefusal | "not_found">(actor, spec, async (tx, event) => {
    const session = await openSession(tx, actor, event, now);
    return session ? seatOrQueue(tx, event, session, actor.personId, now) : refuse("not_found");
  });
}

/** The same for whoever comes by another door, behind the session's lock. */
export async function seatOrQueue(
  tx: Db,
  event: EventRef,
  session: LockedSession,
  personId: string,
  now: Instant,
): Promise<Result<{ id: string }, TakeRefusal>> {
  const standing = await ownFacts(tx, session.id, personId);
  const { counts, own, unoffered } = standing;
  const decision = decideTaking({ ...session, ...counts }, unoffered, own, now);
  if (!decision.ok) return decision;
  if (decision.value === "wait") {
    await joinQueue(tx, session.id, personId, now);
    await enqueueMails(tx, event, [personId], "waitlist.joined");
    // For the case that a seat is free although others wait; the queue's own order decides whose it is.
    await promote(tx, event, session, now);
  }
  if (decision.value === "take" || decision.value === "accept") {
    const source = decision.value === "accept" ? "offered" : "taken";
    await seatPerson(tx, { sessionId: session.id, personId, now }, standing, { source });
    await enqueueMails(tx, event, [personId], "seat.taken");
  }
  return ok({ id: session.id });
}

/**
 * Gives one's own seat back, until the start; it goes to the next who waits. Told by mail, which takes it out of the
 * calendar. Refuses `not_found` and what `decideGivingBack` refuses.
 */
export function giveBackSeat(actor: Viewer, input: SeatInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "seat.given_back", subject: input.session } as const;
  return transact<GiveBackRefusal | "not_found">(actor, spec, async (tx, event) => {
    const session = await openSession(tx, actor, event, now);
    if (!session) return refuse("not_found");
    const { seat, own } = await ownFacts(tx, session.id, actor.personId);
    if (!seat && (await hadNone(tx.seat, session.id, actor))) return refuse("not_found");
    const decision = decideGivingBack(session, own, now);
    if (!decision.ok || !seat) return decision.ok ? refuse("no_seat") : decision;
    await freeSeat(tx, seat.id, actor.personId, now);
    await enqueueMails(tx, event, [actor.personId], "seat.given_back");
    await promote(tx, event, session, now);
    return ok({ id: session.id });
  });
}

/**
 * Leaves the waitlist; a seat that was held goes to the next. Refuses `not_waiting` for somebody who does not wait (any
 * more), and `not_found`.
 */
export function leaveWaitlist(actor: Viewer, input: SeatInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "waitlist.left", subject: input.session } as const;
  return transact<"not_waiting" | "not_found">(actor, spec, async (tx, event) => {
    const session = await openSession(tx, actor, event, now);
    if (!session) return refuse("not_found");
    const { entry, offer } = await ownFacts(tx, session.id, actor.personId);
    if (!entry)
      return refuse((await hadNone(tx.waitlistEntry, session.id, actor)) ? "not_found" : "not_waiting");
    await endWait(tx, entry.id, "left", now);
    if (offer) {
      await endOffer(tx, offer.id, "declined", now);
      await promote(tx, event, session, now);
    }
    return ok({ id: session.id });
  });
}

/** Never had one of these here: what was never theirs is not found. */
async function hadNone(
  table: { count: (asked: { where: { sessionId: string; personId: string } }) => Promise<number> },
  sessionId: string,
  actor: Viewer,
): Promise<boolean> {
  return (await table.count({ where: { sessionId, personId: actor.personId } })) === 0;
}

/** A seat's being given back; the session's counter follows by itself. */
export async function freeSeat(tx: Db, seatId: string, byId: string, now: Instant): Promise<void> {
  await tx.seat.update({
    where: { id: seatId },
    data: { givenBackAt: dateOf(now), givenBackById: byId },
  });
}

/** Locks a session that this candidate may see, and lets what time has brought happen first; null for any other. */
export async function openSession(tx: Db, actor: Viewer, event: EventRef, now: Instant) {
  if (!canTakeSeats(actor)) return null;
  const session = await lockSession(tx, event.subjectId);
  if (!session?.isPublished || !(await isHere(tx, actor))) return null;
  await settleQueue(tx, event, session, now);
  return session;
}

/** Whose access ends at this moment has no seat afterwards: it ends before, or finds the seat (`hasSeatsToCome`). */
async function isHere(tx: Db, { personId }: Viewer): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM people WHERE id = ${personId}::uuid AND deactivated_at IS NULL FOR SHARE`;
  return rows.length === 1;
}
