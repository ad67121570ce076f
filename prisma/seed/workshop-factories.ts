import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/**
 * A published workshop with one session, of 90 minutes and with ten seats unless said otherwise; `createdById` is staff.
 * Straight to the tables, like the other factories.
 */
export async function makeWorkshopSession(
  db: Db,
  {
    createdById,
    startsAt,
    minutes = 90,
  }: { createdById: string; startsAt: Temporal.Instant; minutes?: number },
  facts: Partial<Prisma.WorkshopSessionUncheckedCreateInput> = {},
  workshop: Partial<Prisma.WorkshopUncheckedCreateInput> = {},
) {
  const workshopId = facts.workshopId ?? (await makeWorkshop(db, createdById, startsAt, workshop)).id;
  return db.workshopSession.create({
    data: {
      id: newId(),
      startsAt: dateOf(startsAt),
      endsAt: dateOf(startsAt.add({ minutes })),
      timeZone: "America/New_York",
      area: "Our office",
      place: "12 Harbour Street, second floor",
      facilitator: "Ana Torres",
      capacity: 10,
      ...facts,
      workshopId,
    },
  });
}

/** A workshop without sessions, published four weeks before `startsAt`. */
export async function makeWorkshop(
  db: Db,
  createdById: string,
  startsAt: Temporal.Instant,
  facts: Partial<Prisma.WorkshopUncheckedCreateInput> = {},
) {
  const at = dateOf(startsAt.subtract({ hours: 24 * 28 }));
  return db.workshop.create({
    data: {
      id: newId(),
      kind: "workshop",
      title: "Two stories that carry an interview",
      about: "Bring one thing that you are proud of. You leave with two stories that you can tell.",
      causes: ["NO_EXAMPLES"],
      materials: "Worksheet https://example.org/stories",
      createdAt: at,
      createdById,
      publishedAt: at,
      publishedById: createdById,
      ...facts,
    },
  });
}

type Whose = { sessionId: string; personId: string; at: Temporal.Instant };

export async function makeSeat(
  db: Db,
  { sessionId, personId, at }: Whose,
  facts: Partial<Prisma.SeatUncheckedCreateInput> = {},
) {
  return db.seat.create({
    data: { id: newId(), sessionId, personId, source: "taken", takenAt: dateOf(at), ...facts },
  });
}

export async function makeWaitlistEntry(
  db: Db,
  { sessionId, personId, at }: Whose,
  position: number,
  facts: Partial<Prisma.WaitlistEntryUncheckedCreateInput> = {},
) {
  return db.waitlistEntry.create({
    data: { id: newId(), sessionId, personId, position, joinedAt: dateOf(at), ...facts },
  });
}

/** An open offer to somebody who waits. */
export async function makeSeatOffer(
  db: Db,
  entry: { id: string; sessionId: string; personId: string },
  { offeredAt, expiresAt }: { offeredAt: Temporal.Instant; expiresAt: Temporal.Instant },
  facts: Partial<Prisma.SeatOfferUncheckedCreateInput> = {},
) {
  const { id: entryId, sessionId, personId } = entry;
  const times = { offeredAt: dateOf(offeredAt), expiresAt: dateOf(expiresAt) };
  return db.seatOffer.create({
    data: { id: newId(), sessionId, entryId, personId, ...times, ...facts },
  });
}
