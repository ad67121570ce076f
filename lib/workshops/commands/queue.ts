import { compare } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { OfferEnd, WaitEnd } from "#lib/infra/prisma/enums.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { findPolicies } from "#lib/settings/queries.ts";
import { offerId } from "#lib/workshops/queries/mails.ts";
import { afterExpiry, dueEnd, offerExpiry } from "#lib/workshops/rules/offers.ts";
import { isOffering, isQueueOpen, phaseOf } from "#lib/workshops/rules/phases.ts";
import { freeSeats } from "#lib/workshops/rules/seats.ts";
import type { LockedSession } from "./lock.ts";

/*
 * What moves a queue. Everything here runs behind the lock of the session (`lockSession`), in the transaction of the act
 * that made it move, and hangs its mails on that act's event, whose subject is the session.
 */

/**
 * After a seat was freed: before the last six hours it is offered to the first who waits without an offer, and so on while
 * seats are free; within them every waiting person is told, and the first tap has it. Nothing once the queue is closed (I5).
 * Answers how many were told.
 */
export async function promote(
  tx: Db,
  event: EventRef,
  session: LockedSession,
  now: Instant,
): Promise<number> {
  const phase = phaseOf(session, now);
  if (!isQueueOpen(phase)) return 0;
  const free = freeSeats(await countSeats(tx, session.id));
  if (free === 0) return 0;
  if (!isOffering(phase)) return tellWaiting(tx, event, session.id);
  const next = await tx.waitlistEntry.findMany({
    where: { sessionId: session.id, endedAt: null, offers: { none: { endedAt: null } } },
    orderBy: { position: "asc" },
    take: free,
    relationLoadStrategy: "join",
    select: { id: true, personId: true, person: { select: { timeZone: true } } },
  });
  if (next.length === 0) return 0;
  const { quiet } = await findPolicies(tx);
  await tx.seatOffer.createMany({
    data: next.map(({ id, personId, person }) => ({
      id: offerId(event.id, personId),
      sessionId: session.id,
      entryId: id,
      personId,
      offeredAt: dateOf(now),
      expiresAt: dateOf(
        offerExpiry({
          offeredAt: now,
          startsAt: session.startsAt,
          zone: person.timeZone,
          quiet,
        }),
      ),
    })),
  });
  await enqueueMails(
    tx,
    event,
    next.map(({ personId }) => personId),
    "seat.offered",
  );
  return next.length;
}

/** Each once an act, whatever it freed (I6). */
async function tellWaiting(tx: Db, event: EventRef, sessionId: string): Promise<number> {
  const waiting = await tx.waitlistEntry.findMany({
    where: { sessionId, endedAt: null },
    orderBy: { position: "asc" },
    select: { personId: true },
  });
  const told = await tx.mail.findMany({
    where: { eventId: event.id, kind: "seat.free" },
    select: { recipientId: true },
  });
  const known = new Set(told.map(({ recipientId }) => recipientId));
  const people = waiting.map(({ personId }) => personId).filter((id) => !known.has(id));
  await enqueueMails(tx, event, people, "seat.free");
  return people.length;
}

/**
 * Brings a session to where time has brought it: offers that ran out end (the first time to the end of the queue, then
 * out), at six hours before the start all open ones, at one hour all waiting; what that frees, or what is free because the
 * start was moved, goes to the next. Everybody concerned is told. Answers how many ended or were told; 0 when nothing was
 * due. Safe to call at any time, and called first by whatever changes a seat, a capacity or a time.
 */
export async function settleQueue(
  tx: Db,
  event: EventRef,
  session: LockedSession,
  now: Instant,
): Promise<number> {
  const phase = phaseOf(session, now);
  if (phase === "cancelled" || phase === "elsewhere") return 0;
  if (!isQueueOpen(phase)) return closeQueue(tx, event, session, now);
  const open = session.held > 0 ? await listOpenOffers(tx, session.id) : [];
  const due = open.flatMap((offer) => {
    const as = dueEnd(offer, session.startsAt, now);
    return as ? [{ ...offer, as }] : [];
  });
  for (const offer of due) {
    await endOffer(tx, offer.id, offer.as, now);
    if (offer.as === "expired") await afterOffer(tx, session.id, offer.entry, now);
  }
  const isFree = isOffering(phase) && freeSeats(session) > 0;
  if (due.length === 0 && !isFree) return 0;
  const expired = due.filter(({ as }) => as === "expired").map(({ personId }) => personId);
  await enqueueMails(tx, event, expired, "seat.offer_expired");
  return due.length + (await promote(tx, event, session, now));
}

/** In the order in which they run out; of those that do so at once, the first in the queue first. */
async function listOpenOffers(tx: Db, sessionId: string) {
  const rows = await tx.seatOffer.findMany({
    where: { sessionId, endedAt: null },
    relationLoadStrategy: "join",
    select: {
      id: true,
      personId: true,
      expiresAt: true,
      entry: { select: { id: true, position: true, expiredAt: true } },
    },
  });
  return rows
    .map((row) => ({ ...row, expiresAt: instantOf(row.expiresAt) }))
    .toSorted((a, b) => compare(a.expiresAt, b.expiresAt) || a.entry.position - b.entry.position);
}

async function afterOffer(
  tx: Db,
  sessionId: string,
  entry: { id: string; expiredAt: Date | null },
  now: Instant,
): Promise<void> {
  if (afterExpiry(entry) === "out") return endWait(tx, entry.id, "expired", now);
  const position = await lastPosition(tx, sessionId);
  await tx.waitlistEntry.update({
    where: { id: entry.id },
    data: { position: position + 1, expiredAt: dateOf(now) },
  });
}

/** One hour before the start, or as soon after it as somebody looks: nobody waits any more. */
async function closeQueue(tx: Db, event: EventRef, session: LockedSession, now: Instant): Promise<number> {
  const ended = await endAllWaits(tx, session.id, "closed", now);
  await enqueueMails(tx, event, ended, "waitlist.closed");
  return ended.length;
}

/** Ends every open offer and every wait of a session, and answers whose. */
async function endAllWaits(tx: Db, sessionId: string, as: WaitEnd, now: Instant): Promise<string[]> {
  const waiting = await tx.waitlistEntry.findMany({
    where: { sessionId, endedAt: null },
    orderBy: { position: "asc" },
    select: { personId: true },
  });
  if (waiting.length === 0) return [];
  await tx.seatOffer.updateMany({
    where: { sessionId, endedAt: null },
    data: { endedAt: dateOf(now), endedAs: "withdrawn" },
  });
  await tx.waitlistEntry.updateMany({
    where: { sessionId, endedAt: null },
    data: { endedAt: dateOf(now), endedAs: as },
  });
  return waiting.map(({ personId }) => personId);
}

/**
 * When a session is cancelled, behind its lock: waits and offers end, seats stay as they are. Answers who had a seat and
 * who waited, for the mails of whoever cancels. Nothing of it comes back (I19).
 */
export async function endSeatsOfCancelled(tx: Db, session: { id: string }, now: Instant) {
  const waiting = await endAllWaits(tx, session.id, "cancelled", now);
  const seats = await tx.seat.findMany({
    where: { sessionId: session.id, givenBackAt: null },
    orderBy: [{ takenAt: "asc" }, { id: "asc" }],
    select: { personId: true },
  });
  return { seated: seats.flatMap(({ personId }) => personId ?? []), waiting };
}

/** To the end of the queue. */
export async function joinQueue(tx: Db, sessionId: string, personId: string, now: Instant): Promise<void> {
  const position = (await lastPosition(tx, sessionId)) + 1;
  await tx.waitlistEntry.create({
    data: { id: newId(), sessionId, personId, position, joinedAt: dateOf(now) },
  });
}

async function lastPosition(tx: Db, sessionId: string): Promise<number> {
  const { _max } = await tx.waitlistEntry.aggregate({ where: { sessionId }, _max: { position: true } });
  return _max.position ?? 0;
}

export async function endWait(tx: Db, entryId: string, as: WaitEnd, now: Instant): Promise<void> {
  await tx.waitlistEntry.update({ where: { id: entryId }, data: { endedAt: dateOf(now), endedAs: as } });
}

/** Its seat is free at once: whoever ends an offer seats somebody or promotes. */
export async function endOffer(tx: Db, offerId: string, as: OfferEnd, now: Instant): Promise<void> {
  await tx.seatOffer.update({ where: { id: offerId }, data: { endedAt: dateOf(now), endedAs: as } });
}

function countSeats(tx: Db, id: string) {
  return tx.workshopSession.findUniqueOrThrow({
    where: { id },
    select: { capacity: true, taken: true, held: true },
  });
}
