import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** A session as everybody may see it, and what one person has of it; nothing of anybody else but how many wait. */
export function ownSelect(personId: string) {
  const open = { endedAt: null };
  return {
    id: true,
    startsAt: true,
    endsAt: true,
    timeZone: true,
    area: true,
    facilitator: true,
    capacity: true,
    taken: true,
    held: true,
    opensAt: true,
    closesAt: true,
    cancelledAt: true,
    workshop: {
      select: { kind: true, title: true, about: true, causes: true, elsewhereLink: true, cancelledAt: true },
    },
    seats: { where: { personId, givenBackAt: null }, select: { id: true } },
    waitlist: {
      where: { personId, ...open },
      select: {
        position: true,
        expiredAt: true,
        offers: { where: open, select: { id: true, expiresAt: true } },
      },
    },
    _count: { select: { waitlist: { where: open } } },
  } as const satisfies Prisma.WorkshopSessionSelect;
}

type Row = Prisma.WorkshopSessionGetPayload<{ select: ReturnType<typeof ownSelect> }>;

export type OwnSession = ReturnType<typeof readSession>;

/** The same with instants, and what the person has in one place. */
export function readSession({ seats, waitlist, _count, ...row }: Row) {
  const [entry] = waitlist;
  const offer = entry?.offers[0];
  return {
    ...row,
    startsAt: instantOf(row.startsAt),
    endsAt: instantOf(row.endsAt),
    opensAt: instantOrNull(row.opensAt),
    closesAt: instantOrNull(row.closesAt),
    cancelledAt: instantOrNull(row.cancelledAt ?? row.workshop.cancelledAt),
    waiting: _count.waitlist,
    /** Open offers are of those who wait, one each. */
    unoffered: _count.waitlist - row.held,
    position: entry?.position ?? null,
    own: {
      hasSeat: seats.length > 0,
      isWaiting: entry !== undefined,
      offer: offer
        ? { id: offer.id, expiresAt: instantOf(offer.expiresAt), isLast: entry?.expiredAt !== null }
        : null,
    },
  };
}

/** For each of these sessions in which the person waits, how many wait before them; null for the others. One statement, or none. */
export async function listQueues(sessions: readonly OwnSession[]) {
  const ids = sessions.filter(({ position }) => position !== null).map(({ id }) => id);
  const entries =
    ids.length === 0
      ? []
      : await pagesDb().waitlistEntry.findMany({
          where: { sessionId: { in: ids }, endedAt: null },
          select: { sessionId: true, position: true },
        });
  return ({ id, position }: OwnSession): number | null =>
    position === null
      ? null
      : entries.filter((entry) => entry.sessionId === id && entry.position < position).length;
}
