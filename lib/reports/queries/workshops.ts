import { whenLabel } from "#lib/core/format.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { counted, overviewDays } from "#lib/reports/rules.ts";
import { overviewWords } from "#lib/reports/words.ts";
import { fillInWords } from "#lib/workshops/rules/fill.ts";
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
      held: true,
      _count: { select: { waitlist: { where: { endedAt: null } } } },
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
    .map(({ id, startsAt, workshop, ...seats }) => ({
      key: id,
      label: workshop.title,
      detail: `${when(startsAt)}; ${fillOf(seats)}`,
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

type Seats = { capacity: number | null; taken: number; held: number; _count: { waitlist: number } };

function fillOf({ capacity, taken, held, _count }: Seats): string {
  return fillInWords(capacity === null ? null : { capacity, taken, held, waiting: _count.waitlist });
}
