import { formatDate, formatRange, formatTime, zoneLabel } from "#lib/core/format.ts";
import { addDays, compareDates, dateIn, daysBetween, isAfter } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, dateOfDay, dayOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { hoursOf } from "#lib/mocks/queries/availability.ts";
import { writeRanges } from "#lib/mocks/rules/hours.ts";
import { bookingsOutside, readDays } from "#lib/mocks/rules/time-off.ts";
import type { Days } from "#lib/mocks/rules/time-off.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { timeOffWords } from "#lib/mocks/words/time-off.ts";

/** Days of the form as an address holds them, before they are saved. */
type Asked = { startsOn: string; endsOn: string; hours: string } | null;

/**
 * The viewer's own time off and dates with other hours that are not over; with `asked`, what those days would change:
 * which booked sessions would lie outside. Two statements.
 */
export async function getTimeOff(viewer: Viewer, asked: Asked, now: Instant) {
  const zone = viewer.timeZone;
  const today = dateIn(now, zone);
  const [person, booked] = await Promise.all([findAvailability(viewer, today, now), listBooked(viewer, now)]);
  const days = asked && readDays(asked);
  return {
    zone: zoneLabel(now, zone),
    away: person.timeOff.map((row) => ({ id: row.id, when: awayLabel(row, zone) })),
    dates: datesOf(person.hoursOverrides).map(({ on, ranges }) => ({
      on: on.toString(),
      when: formatDate(on),
      hours: ranges === "" ? timeOffWords.closed : timeOffWords.only(ranges),
    })),
    problem: days && !days.ok ? timeOffWords[days.refusal] : null,
    preview: days?.ok
      ? {
          label: previewLabel(days.value),
          form: {
            startsOn: days.value.startsOn.toString(),
            endsOn: days.value.endsOn.toString(),
            hours: writeRanges(days.value.hours),
          },
          hit: bookingsOutside(changed(hoursOf(person), days.value, zone), booked).map((mock) => ({
            id: mock.id,
            label: `${formatRange(mock.startsAt, mock.endsAt, zone)}, ${mock.candidate.name}, ${kindWords[mock.kind]}`,
          })),
        }
      : null,
  };
}

async function findAvailability(viewer: Viewer, today: PlainDate, now: Instant) {
  return pagesDb().person.findUniqueOrThrow({
    where: { id: viewer.personId },
    relationLoadStrategy: "join",
    select: {
      weeklyHours: { select: { weekday: true, start: true, end: true, fromOn: true, untilOn: true } },
      hoursOverrides: {
        where: { on: { gte: dateOfDay(today) } },
        orderBy: [{ on: "asc" }, { start: "asc" }],
        select: { on: true, start: true, end: true },
      },
      timeOff: {
        where: {
          removedAt: null,
          OR: [{ endsOn: { gte: dateOfDay(today) } }, { endsAt: { gt: dateOf(now) } }],
        },
        orderBy: { addedAt: "asc" },
        select: { id: true, startsOn: true, endsOn: true, startsAt: true, endsAt: true },
      },
    },
  });
}

async function listBooked(viewer: Viewer, now: Instant) {
  const rows = await pagesDb().mock.findMany({
    where: { counselorId: viewer.personId, cancelledAt: null, startsAt: { gt: dateOf(now) } },
    orderBy: { startsAt: "asc" },
    take: 500,
    relationLoadStrategy: "join",
    select: { id: true, kind: true, startsAt: true, endsAt: true, candidate: { select: { name: true } } },
  });
  return rows
    .map((row) => ({ ...row, startsAt: instantOf(row.startsAt), endsAt: instantOf(row.endsAt) }))
    .filter(({ startsAt }) => isAfter(startsAt, now));
}

/** The availability as it would be on the asked days alone: what is outside anyway is no news. */
function changed(current: ReturnType<typeof hoursOf>, { startsOn, endsOn, hours }: Days, timeZone: string) {
  if (hours.length === 0) {
    const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
    return { timeZone, hours: everyDay, overrides: [], timeOff: [{ startsOn, endsOn }] };
  }
  const dates = Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, index) =>
    addDays(startsOn, index),
  );
  const kept = current.overrides.filter(({ on }) => dates.every((date) => compareDates(date, on) !== 0));
  return {
    ...current,
    timeZone,
    overrides: [...kept, ...dates.map((on) => ({ on, ranges: hours }))],
  };
}

function awayLabel(
  row: { startsOn: Date | null; endsOn: Date | null; startsAt: Date | null; endsAt: Date | null },
  zone: string,
): string {
  if (row.startsOn && row.endsOn) return daysLabel(dayOf(row.startsOn), dayOf(row.endsOn));
  if (!row.startsAt || !row.endsAt) return "";
  const from = instantOf(row.startsAt);
  return `${formatDate(dateIn(from, zone))}, from ${formatTime(from, zone)}`;
}

function previewLabel({ startsOn, endsOn, hours }: Days): string {
  const when = daysLabel(startsOn, endsOn);
  return hours.length === 0
    ? timeOffWords.previewAway(when)
    : timeOffWords.previewHours(when, writeRanges(hours).replaceAll("-", " to "));
}

function daysLabel(first: PlainDate, last: PlainDate): string {
  return compareDates(first, last) === 0 ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`;
}

/** The rows of one date together, in their order. */
function datesOf(rows: readonly { on: Date; start: string | null; end: string | null }[]) {
  const dates = new Map<string, { on: PlainDate; ranges: { start: string; end: string }[] }>();
  for (const { on, start, end } of rows) {
    const day = dayOf(on);
    const entry = dates.get(day.toString()) ?? { on: day, ranges: [] };
    if (start !== null && end !== null) entry.ranges.push({ start, end });
    dates.set(day.toString(), entry);
  }
  return [...dates.values()].map(({ on, ranges }) => ({
    on,
    ranges: writeRanges(ranges).replaceAll("-", " to "),
  }));
}
