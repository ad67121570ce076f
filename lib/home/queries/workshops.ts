import { compare, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { sessionsVisibleTo } from "#lib/workshops/policy.ts";
import { rushAt } from "#lib/workshops/rules/phases.ts";

/** Sessions among which Home looks: nobody has more to come. */
const most = 20;

/**
 * Of workshops: the next session in which the viewer has a seat, and the seat that is held for them and runs out first.
 * Own ones only. One statement.
 */
export async function findOwnWorkshops(viewer: Viewer, now: Instant) {
  const mine = { personId: viewer.personId };
  const seat = { ...mine, givenBackAt: null };
  const offer = { ...mine, endedAt: null, expiresAt: { gt: dateOf(now) } };
  const rows = await pagesDb().workshopSession.findMany({
    where: {
      AND: [
        { endsAt: { gt: dateOf(now) }, cancelledAt: null, workshop: { cancelledAt: null } },
        { OR: [{ seats: { some: seat } }, { offers: { some: offer } }] },
        sessionsVisibleTo(viewer),
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      area: true,
      workshop: { select: { kind: true, title: true } },
      seats: { where: seat, select: { id: true } },
      offers: { where: offer, select: { id: true, expiresAt: true } },
    },
  });
  const read = rows.map(({ id, startsAt, area, workshop, seats, offers: [open] }) => ({
    id,
    startsAt: instantOf(startsAt),
    area,
    ...workshop,
    hasSeat: seats.length > 0,
    offer: open ? { id: open.id, expiresAt: instantOf(open.expiresAt) } : null,
  }));
  const offers = read.flatMap((one) =>
    one.offer && isBefore(now, rushAt(one.startsAt)) ? [{ ...one, offer: one.offer }] : [],
  );
  return {
    seat: read.find(({ hasSeat }) => hasSeat) ?? null,
    offer: offers.toSorted((a, b) => compare(a.offer.expiresAt, b.offer.expiresAt))[0] ?? null,
  };
}
