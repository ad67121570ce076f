import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addHours,
  addMinutes,
  addWorkingDays,
  atWallTime,
  compare,
  dateIn,
  daysBetween,
  epochDay,
  isAfter,
  isBefore,
  isKnownZone,
  isSameZone,
  max,
  min,
  minutesBetween,
  startOfDate,
  timeIn,
  wallMinutes,
  weekdayOf,
} from "#lib/core/time.ts";

const at = (text: string) => Temporal.Instant.from(text);
const on = (text: string) => Temporal.PlainDate.from(text);

test("instants are compared and counted in elapsed time", () => {
  const [early, late] = [at("2026-03-08T06:00Z"), at("2026-03-08T08:00Z")];
  expect([
    isBefore(early, late),
    isBefore(early, early),
    isAfter(late, early),
    isAfter(early, early),
  ]).toEqual([true, false, true, false]);
  expect([late, early].toSorted(compare)).toEqual([early, late]);
  expect([max(early, late), min(late, early)]).toEqual([late, early]);
  expect(minutesBetween(early, late)).toBe(120);
  expect(minutesBetween(late, early)).toBe(-120);
  expect(addMinutes(addHours(early, 2), -120)).toEqual(early);
});

test("local date and time", () => {
  expect(dateIn(at("2026-05-05T18:15Z"), "Asia/Kathmandu").toString()).toBe("2026-05-06");
  expect(timeIn(at("2026-05-05T18:15Z"), "Asia/Kathmandu").toString()).toBe("00:00:00");
  expect(startOfDate(on("2026-09-06"), "America/Santiago").toString()).toBe("2026-09-06T04:00:00Z");
});

test("wall time: nothing where it does not exist, the first where it happens twice", () => {
  const time = (text: string) => Temporal.PlainTime.from(text);
  expect(String(atWallTime(on("2026-05-05"), time("13:30"), "Asia/Kathmandu"))).toBe("2026-05-05T07:45:00Z");
  expect(atWallTime(on("2026-03-08"), time("02:30"), "America/New_York")).toBeUndefined();
  expect(String(atWallTime(on("2026-11-01"), time("01:30"), "America/New_York"))).toBe(
    "2026-11-01T05:30:00Z",
  );
  expect(atWallTime(on("2011-12-30"), time("09:00"), "Pacific/Apia")).toBeUndefined();
});

test("working days skip the weekend", () => {
  const after = (date: string, count: number) => addWorkingDays(on(date), count).toString();
  expect(after("2026-06-12", 1)).toBe("2026-06-15");
  expect(after("2026-06-13", 1)).toBe("2026-06-15");
  expect(after("2026-06-11", 2)).toBe("2026-06-15");
  expect(after("2026-06-10", 2)).toBe("2026-06-12");
  expect(after("2026-06-13", 0)).toBe("2026-06-13");
});

test("epoch days, weekdays and distances agree with the calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const date = on("1970-01-01").add({ days: day });
      expect([epochDay(date), weekdayOf(day)]).toEqual([day, date.dayOfWeek]);
      expect(daysBetween(date, addDays(date, 17))).toBe(17);
    }),
  );
});

test("wall minutes", () => {
  expect(["00:00", "09:05", "23:59", "24:00"].map(wallMinutes)).toEqual([0, 545, 1439, 1440]);
  expect(["24:01", "9:00", "12:60", "", "12:00:00", "-1:00"].map(wallMinutes)).toEqual(
    Array(6).fill(undefined),
  );
});

test("zones by their exact names, old and new", () => {
  const known = [
    "Asia/Kathmandu",
    "Asia/Katmandu",
    "Asia/Kolkata",
    "Europe/Kyiv",
    "UTC",
    "Etc/UTC",
    "US/Eastern",
    "America/St_Johns",
  ];
  expect(known.filter((zone) => !isKnownZone(zone))).toEqual([]);
  const unknown = [
    "",
    "Nepal/Kathmandu",
    "asia/kathmandu",
    "+05:45",
    "Z",
    "local",
    "UTC+1",
    "2026-01-01T00:00[UTC]",
  ];
  expect(unknown.filter(isKnownZone)).toEqual([]);
  expect(isSameZone("US/Eastern", "America/New_York")).toBe(true);
  expect(isSameZone("America/Toronto", "America/New_York")).toBe(false);
});
