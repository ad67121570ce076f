import { ok } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { followUp } from "#lib/history/commands.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { decideCapacity } from "#lib/workshops/rules/seats.ts";
import type { CapacityChoice, CapacityRefusal } from "#lib/workshops/rules/seats.ts";
import { lockSessions } from "./lock.ts";
import type { LockedSession } from "./lock.ts";
import { withdrawOffers } from "./placing.ts";
import { ownFacts } from "./own.ts";
import { endOffer, endWait, promote, settleQueue } from "./queue.ts";
import { freeSeat } from "./seats.ts";

export type CapacityChange = {
  /** Behind its lock; the event's subject. */
  readonly session: LockedSession;
  /** 1 to 5,000. */
  readonly capacity: number;
  /** What to do with those for whom no seat is left; null asks. */
  readonly choice: CapacityChoice | null;
  /** Who changes it. */
  readonly byId: string;
};

/**
 * Changes the capacity of a session. More seats go to the queue at once. Fewer than are taken or held is refused
 * (`seats_taken`, how many `tooMany` says) until it is chosen that the latest wait: open offers that no longer fit are
 * withdrawn, the last in the queue first, and the last comers go to the front of the queue in the order in which they came;
 * all are told. Refuses what `decideCapacity` refuses.
 */
export async function changeCapacity(
  tx: Db,
  event: EventRef,
  { session, capacity, choice, byId }: CapacityChange,
  now: Instant,
): Promise<Result<{ moved: number }, CapacityRefusal>> {
  await settleQueue(tx, event, session, now);
  const counts = await tx.workshopSession.findUniqueOrThrow({
    where: { id: session.id },
    select: { capacity: true, taken: true, held: true },
  });
  const decision = decideCapacity({ ...session, ...counts }, { capacity, choice }, now);
  if (!decision.ok) return decision;
  await withdrawOffers(tx, event, session.id, decision.value.offers, now);
  const moved = await moveLatest(tx, { sessionId: session.id, count: decision.value.seats, byId, now });
  await enqueueMails(tx, event, moved, "seat.moved_to_waitlist");
  await tx.workshopSession.update({ where: { id: session.id }, data: { capacity } });
  await promote(tx, event, session, now);
  return ok({ moved: moved.length });
}

/** The last comers give their seats back and wait before everybody else, in the order in which they came. Answers who. */
async function moveLatest(
  tx: Db,
  { sessionId, count, byId, now }: { sessionId: string; count: number; byId: string; now: Instant },
): Promise<string[]> {
  if (count === 0) return [];
  const latest = await tx.seat.findMany({
    where: { sessionId, givenBackAt: null, personId: { not: null } },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    take: count,
    select: { id: true, personId: true },
  });
  const { _min } = await tx.waitlistEntry.aggregate({ where: { sessionId }, _min: { position: true } });
  const people = latest.toReversed().flatMap(({ personId }) => personId ?? []);
  const front = Math.min(_min.position ?? 1, 1) - people.length;
  await tx.seat.updateMany({
    where: { id: { in: latest.map(({ id }) => id) } },
    data: { givenBackAt: dateOf(now), givenBackById: byId },
  });
  await tx.waitlistEntry.createMany({
    data: people.map((personId, at) => ({
      id: newId(),
      sessionId,
      personId,
      position: front + at,
      joinedAt: dateOf(now),
    })),
  });
  return people;
}

/**
 * Gives back everything that somebody whose access ends has to come: seats, waits and offers of sessions that have not
 * started; each goes to the next who waits. Locks the sessions by id: call it before locking people. Each session has an
 * event of its own (`seat.let_go`), on which the mails of those who move up hang, and the one that takes their own seat out of
 * their calendar.
 */
export async function giveBackAllSeats(
  tx: Db,
  event: EventRef,
  personId: string,
  now: Instant,
): Promise<void> {
  const concerned = await tx.workshopSession.findMany({ where: toCome(personId, now), select: { id: true } });
  const cause = await tx.event.findUniqueOrThrow({ where: { id: event.id }, select: { actorId: true } });
  const sessions = await lockSessions(
    tx,
    concerned.map(({ id }) => id),
  );
  for (const session of sessions) {
    const own = await followUp(tx, event, "seat.let_go", session.id);
    await settleQueue(tx, own, session, now);
    const { seat, entry, offer } = await ownFacts(tx, session.id, personId);
    if (offer) await endOffer(tx, offer.id, "withdrawn", now);
    if (entry) await endWait(tx, entry.id, "left", now);
    if (seat) {
      await freeSeat(tx, seat.id, cause.actorId ?? personId, now);
      await enqueueMails(tx, own, [personId], "seat.given_back");
    }
    if (seat || offer) await promote(tx, own, session, now);
  }
}

/** Whether somebody has a seat or waits in a session to come: taken since, where all was given back. */
export async function hasSeatsToCome(tx: Db, personId: string, now: Instant): Promise<boolean> {
  return (
    (await tx.workshopSession.findFirst({ where: toCome(personId, now), select: { id: true } })) !== null
  );
}

function toCome(personId: string, now: Instant): Prisma.WorkshopSessionWhereInput {
  return {
    startsAt: { gt: dateOf(now) },
    cancelledAt: null,
    workshop: { cancelledAt: null },
    OR: [
      { seats: { some: { personId, givenBackAt: null } } },
      { waitlist: { some: { personId, endedAt: null } } },
    ],
  };
}
