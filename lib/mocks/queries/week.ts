import { formatDay, formatTime, zoneLabel } from "#lib/core/format.ts";
import { addDays, compareDates, dateIn, isAfter } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { weekLabel } from "#lib/mocks/queries/slots.ts";
import { availabilitySelect, hoursOf } from "#lib/mocks/queries/availability.ts";
import { awayOn, rangesOn } from "#lib/mocks/rules/time-off.ts";
import { writeRanges } from "#lib/mocks/rules/hours.ts";
import { mondayOf, spanOfWeek } from "#lib/mocks/rules/weeks.ts";
import { kindWords } from "#lib/mocks/words.ts";

/** A counselor's own week, day by day in their own zone: when they can be booked, and what is booked. Two statements. */
export async function getWeek(viewer: Viewer, week: PlainDate | null, now: Instant) {
  const zone = viewer.timeZone;
  const today = dateIn(now, zone);
  const monday = week ?? mondayOf(today);
  const { from, to } = spanOfWeek(monday, zone);
  const [own, mocks] = await Promise.all([
    pagesDb().person.findUniqueOrThrow({
      where: { id: viewer.personId },
      relationLoadStrategy: "join",
      select: availabilitySelect,
    }),
    pagesDb().mock.findMany({
      where: { counselorId: viewer.personId, startsAt: { gte: dateOf(from), lt: dateOf(to) } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        kind: true,
        startsAt: true,
        endsAt: true,
        cancelledAt: true,
        candidate: { select: { name: true } },
        interview: { select: { application: { select: { employer: { select: { name: true } } } } } },
      },
    }),
  ]);
  const availability = hoursOf(own);
  const shown = mocks.map((mock) => ({
    id: mock.id,
    on: dateIn(instantOf(mock.startsAt), zone),
    time: `${formatTime(instantOf(mock.startsAt), zone)} to ${formatTime(instantOf(mock.endsAt), zone)}`,
    candidate: mock.candidate.name,
    what: mock.interview
      ? `${kindWords[mock.kind]} for ${mock.interview.application.employer.name}`
      : kindWords[mock.kind],
    isCancelled: mock.cancelledAt !== null,
    isOver: !isAfter(instantOf(mock.endsAt), now),
  }));
  return {
    zone: zoneLabel(now, zone),
    label: weekLabel(monday, today),
    previous: addDays(monday, -7).toString(),
    next: addDays(monday, 7).toString(),
    hasHours: availability.hours.length > 0,
    days: Array.from({ length: 7 }, (_, index) => {
      const on = addDays(monday, index);
      return {
        on: on.toString(),
        label: formatDay(noon(on), "UTC"),
        isToday: compareDates(on, today) === 0,
        isPast: compareDates(on, today) < 0,
        hours: writeRanges(rangesOn(availability, on)).replaceAll("-", " to "),
        away: awayOn(availability, on, zone),
        sessions: shown
          .filter((mock) => compareDates(mock.on, on) === 0)
          .map(({ on: _, ...session }) => session),
      };
    }),
  };
}

function noon(date: PlainDate): Instant {
  return date.toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" }).toInstant();
}
