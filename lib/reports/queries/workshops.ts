import { whenLabel } from "#lib/core/format.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { counted, overviewDays } from "#lib/reports/rules.ts";
import { overviewWords } from "#lib/reports/words.ts";
import { matter } from "./matter.ts";
import type { Matter } from "./matter.ts";

/**
 * The next sessions of published workshops with their fill, soonest first; and who was marked absent in the last 30 days, the
 * latest session first. One statement.
 */
export async function listWorkshopMatters(viewer: Viewer, now: Temporal.Instant): Promise<[Matter, Matter]> {
  const absent = { attendance: "absent", givenBackAt: null } as const;
  const since = dateOf(now.subtract({ hours: overviewDays.absences * 24 }));
  const rows = await pagesDb().workshopSession.findMany({
    where: {
      cancelledAt: null,
      workshop: { cancelledAt: null, publishedAt: { not: null } },
      OR: [{ startsAt: { gt: dateOf(now) } }, { startsAt: { gte: since }, seats: { some: absent } }],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 2 * counted + 1,
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      capacity: true,
      taken: true,
      workshop: { select: { id: true, title: true } },
      seats: {
        where: absent,
        orderBy: { id: "asc" },
        take: counted + 1,
        select: { id: true, walkInName: true, person: { select: { name: true } } },
      },
    },
  });
  const sessions = rows.map(({ startsAt, ...row }) => ({ ...row, startsAt: instantOf(startsAt) }));
  const when = (at: Temporal.Instant) => whenLabel(at, viewer.timeZone, now);
  const next = sessions
    .filter(({ startsAt }) => isAfter(startsAt, now))
    .map(({ id, startsAt, capacity, taken, workshop }) => ({
      key: id,
      label: workshop.title,
      detail: `${when(startsAt)}. ${fillOf(taken, capacity)}`,
      href: `/workshops/${workshop.id}`,
    }));
  const absences = sessions.toReversed().flatMap(({ id: session, startsAt, workshop, seats }) =>
    seats.map(({ id, person, walkInName }) => ({
      key: id,
      label: person?.name ?? walkInName ?? "",
      detail: overviewWords.missed(workshop.title, when(startsAt)),
      href: `/workshops/sessions/${session}`,
    })),
  );
  return [
    matter("sessions", { items: next, href: "/workshops" }),
    matter("absences", { items: absences, href: "/workshops" }),
  ];
}

function fillOf(taken: number, capacity: number | null): string {
  if (capacity === null) return overviewWords.elsewhere;
  return taken >= capacity ? overviewWords.full(capacity) : overviewWords.seats(taken, capacity);
}
