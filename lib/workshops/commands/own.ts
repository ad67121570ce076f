import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { SeatSource } from "#lib/infra/prisma/enums.ts";
import { endOffer, endWait } from "./queue.ts";

/** What one person has of a session at the moment, and how many wait without an offer. One statement. */
export async function ownFacts(tx: Db, sessionId: string, personId: string) {
  const row = await tx.workshopSession.findUniqueOrThrow({
    where: { id: sessionId },
    relationLoadStrategy: "join",
    select: {
      capacity: true,
      taken: true,
      held: true,
      seats: { where: { personId, givenBackAt: null }, select: { id: true } },
      waitlist: {
        where: { personId, endedAt: null },
        select: { id: true, offers: { where: { endedAt: null }, select: { id: true } } },
      },
      _count: {
        select: { waitlist: { where: { endedAt: null, offers: { none: { endedAt: null } } } } },
      },
    },
  });
  const [seat] = row.seats;
  const [entry] = row.waitlist;
  return {
    counts: { capacity: row.capacity, taken: row.taken, held: row.held },
    seat: seat ?? null,
    entry: entry ?? null,
    offer: entry?.offers[0] ?? null,
    unoffered: row._count.waitlist,
    own: { hasSeat: seat !== undefined, isWaiting: entry !== undefined, hasOffer: !!entry?.offers[0] },
  };
}

export type Standing = Awaited<ReturnType<typeof ownFacts>>;

type Seating = {
  readonly source: SeatSource;
  readonly placedById?: string;
  readonly placedReason?: string;
};

/** Seats somebody; what they waited for and what was held for them ends, in this order, so that a held seat becomes theirs. */
export async function seatPerson(
  tx: Db,
  { sessionId, personId, now }: { sessionId: string; personId: string; now: Instant },
  { entry, offer }: Pick<Standing, "entry" | "offer">,
  seating: Seating,
): Promise<void> {
  if (offer) await endOffer(tx, offer.id, "accepted", now);
  if (entry) await endWait(tx, entry.id, "seated", now);
  await tx.seat.create({ data: { id: newId(), sessionId, personId, takenAt: dateOf(now), ...seating } });
}
