import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";

/** The id of the offer that an act makes somebody: always the same, so that the mail about it finds it. */
export function offerId(eventId: string, personId: string): string {
  return stableId("seat.offer", eventId, personId);
}

export type SeatFacts = NonNullable<Awaited<ReturnType<typeof findSeatFacts>>>;

/** Where one person stands with one session, for a mail to them at the moment of sending; null where it is not. Two statements. */
export async function findSeatFacts(sessionId: string, personId: string) {
  const row = await pagesDb().workshopSession.findFirst({
    where: { id: sessionId, workshop: { publishedAt: { not: null } } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      version: true,
      startsAt: true,
      endsAt: true,
      opensAt: true,
      closesAt: true,
      cancelledAt: true,
      timeZone: true,
      area: true,
      place: true,
      capacity: true,
      taken: true,
      held: true,
      workshop: { select: { kind: true, title: true, cancelledAt: true } },
      seats: { where: { personId }, select: { givenBackAt: true } },
      waitlist: { where: { personId, endedAt: null }, select: { position: true } },
      offers: { where: { personId, endedAt: null }, select: { id: true, expiresAt: true } },
    },
  });
  if (!row) return null;
  const { seats, waitlist, offers, ...session } = row;
  const [entry] = waitlist;
  const [offer] = offers;
  return {
    session: {
      ...session,
      startsAt: instantOf(row.startsAt),
      endsAt: instantOf(row.endsAt),
      opensAt: instantOrNull(row.opensAt),
      closesAt: instantOrNull(row.closesAt),
      cancelledAt: instantOrNull(row.cancelledAt ?? row.workshop.cancelledAt),
    },
    seats,
    hasSeat: seats.some(({ givenBackAt }) => givenBackAt === null),
    entry: entry ?? null,
    /** How many wait before them. */
    before: entry ? await countBefore(sessionId, entry.position) : 0,
    openOffer: offer ? { id: offer.id, expiresAt: instantOf(offer.expiresAt) } : null,
  };
}

/** How many wait before that position. One statement. */
export function countBefore(sessionId: string, position: number): Promise<number> {
  return pagesDb().waitlistEntry.count({ where: { sessionId, endedAt: null, position: { lt: position } } });
}
