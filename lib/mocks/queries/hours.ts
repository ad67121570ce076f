import { zoneLabel } from "#lib/core/format.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { pagesDb } from "#lib/infra/db.ts";
import { writeRanges } from "#lib/mocks/rules/hours.ts";
import { weekdays } from "#lib/mocks/words.ts";
import { getAgency } from "#lib/settings/queries.ts";

/** What a counselor starts with (product.md, "Mock interviews and prep sessions"). */
const defaults = {
  place: "",
  mockMinutes: 45,
  prepMinutes: 20,
  stepMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  horizonDays: 28,
  dailyMaximum: 4,
  version: 0,
};

/** The viewer's own weekly hours and settings as their form shows them, every value as text, and the version to send back. */
export async function getHours(viewer: Viewer, now: Instant) {
  const person = await pagesDb().person.findUniqueOrThrow({
    where: { id: viewer.personId },
    relationLoadStrategy: "join",
    select: {
      timeZone: true,
      weeklyHours: {
        where: { fromOn: null, untilOn: null },
        select: { weekday: true, start: true, end: true },
      },
      availability: true,
    },
  });
  const { noticeHours } = (await getAgency()).policies;
  const { place, version, ...numbers } = { noticeHours, ...defaults, ...person.availability };
  const days = weekdays.map(
    ({ field }, index) =>
      [field, writeRanges(person.weeklyHours.filter((range) => range.weekday === index + 1))] as const,
  );
  return {
    version: String(version),
    /** The agency's notice, hours: the least for candidates. */
    leastNotice: noticeHours,
    zone: zoneLabel(now, person.timeZone),
    place,
    days: Object.fromEntries(days) as Record<(typeof weekdays)[number]["field"], string>,
    numbers: {
      mockMinutes: String(numbers.mockMinutes),
      prepMinutes: String(numbers.prepMinutes),
      stepMinutes: String(numbers.stepMinutes),
      bufferBeforeMinutes: String(numbers.bufferBeforeMinutes),
      bufferAfterMinutes: String(numbers.bufferAfterMinutes),
      noticeHours: String(numbers.noticeHours),
      horizonDays: String(numbers.horizonDays),
      dailyMaximum: String(numbers.dailyMaximum),
    },
  };
}
