import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awayOn, bookingsOutside, decideDays, rangesOn } from "#lib/mocks/rules/time-off.ts";
import { offeredSlots } from "#lib/mocks/rules/booking.ts";
import type { BookingFacts } from "#lib/mocks/rules/booking.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" }));
const none = { hours: weekly, overrides: [], timeOff: [] };

describe("days that are set together", () => {
  test.each([
    ["2026-05-07", null, 0, "ok"],
    ["2026-05-07", "2026-05-07", 1, "ok"],
    ["2026-05-07", "2026-05-06", 0, "days_order"],
    ["2026-05-07", "2027-05-07", 0, "ok"],
    ["2026-05-07", "2027-05-08", 0, "too_long"],
    ["2026-05-01", "2026-05-31", 1, "ok"],
    ["2026-05-01", "2026-06-01", 1, "many_days"],
  ])("%s to %s with %i ranges: %s", (first, last, ranges, expected) => {
    const hours = weekly.slice(0, ranges);
    const decided = decideDays({ startsOn: day(first), endsOn: last === null ? null : day(last), hours });
    expect(decided.ok ? "ok" : decided.refusal).toBe(expected);
  });
});

describe("what a counselor's own week shows", () => {
  const other = {
    ...none,
    overrides: [{ on: day("2026-05-07"), ranges: [{ start: "10:00", end: "11:00" }] }],
  };
  const later = { ...none, hours: [{ weekday: 4, start: "18:00", end: "20:00", fromOn: day("2026-05-08") }] };

  test("an override replaces the ranges that start on its date, a closed one leaves none", () => {
    expect(rangesOn(other, day("2026-05-07"))).toEqual([{ start: "10:00", end: "11:00" }]);
    expect(rangesOn(other, day("2026-05-08"))).toHaveLength(1);
    const closed = { ...none, overrides: [{ on: day("2026-05-07"), ranges: [], unavailable: true }] };
    expect(rangesOn(closed, day("2026-05-07"))).toEqual([]);
  });

  test("a range holds from its first to its last date", () => {
    expect(rangesOn(later, day("2026-05-07"))).toEqual([]);
    expect(rangesOn(later, day("2026-05-14"))).toHaveLength(1);
  });

  test("away all day, for a part, or not", () => {
    const off = {
      ...none,
      timeOff: [
        { startsOn: day("2026-05-07"), endsOn: day("2026-05-08") },
        { startsAt: at("2026-05-11T16:00:00Z"), endsAt: at("2026-05-12T04:00:00Z") },
      ],
    };
    const zone = "America/New_York";
    expect(["07", "08", "09", "11", "12"].map((date) => awayOn(off, day(`2026-05-${date}`), zone))).toEqual([
      "all",
      "all",
      null,
      "part",
      null,
    ]);
  });
});

test("a session is outside exactly when its start would not be offered any more, on the nights when clocks change too", () => {
  const zones = ["America/New_York", "Europe/London", "Australia/Lord_Howe"] as const;
  const instants = fc
    .integer({ min: 0, max: 4 * 365 * 24 * 4 })
    .map((quarter) => at("2026-01-01T00:00:00Z").add({ minutes: 15 * quarter }));
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      instants,
      fc.subarray(
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          weekday,
          start: weekday > 5 ? "22:00" : "00:30",
          end: weekday > 5 ? "06:00" : "04:00",
        })),
      ),
      fc.option(fc.integer({ min: -2, max: 2 })),
      (timeZone, startsAt, hours, offDay) => {
        const on = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
        const timeOff =
          offDay === null ? [] : [{ startsOn: on.add({ days: offDay }), endsOn: on.add({ days: offDay }) }];
        const counselor = { timeZone, hours, overrides: [], timeOff };
        const facts: BookingFacts = {
          now: startsAt.subtract({ hours: 30 }),
          policies: { openLimit: 2, noticeHours: 1 },
          kind: "mock",
          counselor: { ...counselor, isActive: true, busy: [], bookings: [], settings },
          candidate: { busy: [], openCount: 0 },
          interview: null,
          byStaff: true,
          moving: null,
        };
        const offered = offeredSlots(facts, { from: startsAt, to: startsAt.add({ minutes: 1 }) });
        const outside = bookingsOutside(counselor, [
          { id: "a", startsAt, endsAt: startsAt.add({ minutes: 45 }) },
        ]);
        return (offered.length === 0) === (outside.length === 1);
      },
    ),
    { numRuns: 500 },
  );
});

const settings = {
  place: "Room 2",
  mockMinutes: 45,
  prepMinutes: 20,
  stepMinutes: 1,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeHours: 0,
  horizonDays: 28,
  dailyMaximum: 4,
};
