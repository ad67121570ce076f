import { addHours, isAfter } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { closingHours, rushHours } from "#lib/workshops/rules/phases.ts";

/** Sessions of one run; what is left waits for the next minute. */
const most = 200;

/**
 * Sessions whose queue time has moved: with an open offer that has run out or whose last six hours have begun, or with
 * somebody waiting in the last hour. At most 200, the next to start first; each with what is due, by which its event is known.
 */
export async function listDueSessions(now: Instant) {
  const isOpen = { endedAt: null };
  const [rush, closing] = [addHours(now, rushHours), addHours(now, closingHours)];
  const rows = await pagesDb().workshopSession.findMany({
    where: {
      cancelledAt: null,
      workshop: { cancelledAt: null },
      OR: [
        { offers: { some: { ...isOpen, expiresAt: { lte: dateOf(now) } } } },
        { startsAt: { lte: dateOf(rush) }, offers: { some: isOpen } },
        { startsAt: { lte: dateOf(closing) }, waitlist: { some: isOpen } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      id: true,
      version: true,
      startsAt: true,
      offers: { where: isOpen, orderBy: { id: "asc" }, select: { id: true, expiresAt: true } },
    },
  });
  return rows.map(({ id, version, startsAt, offers }) => {
    const start = instantOf(startsAt);
    const due = offers
      .filter(({ expiresAt }) => !isAfter(start, rush) || !isAfter(instantOf(expiresAt), now))
      .map((offer) => offer.id);
    return { id, version, due: isAfter(start, closing) ? due : [...due, "closing"] };
  });
}
