import fc from "fast-check";
import { expect, test } from "vitest";
import { afterQuiet, isQuiet, isQuietTime } from "#lib/core/quiet-hours.ts";
import { minutesBetween, nextAtWallTime, onceAtWallTime } from "#lib/core/time.ts";

const at = (text: string) => Temporal.Instant.from(text);
const zones = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
const time = (text: string) => Temporal.PlainTime.from(text);
const nine = time("09:00");
const quiet = { from: time("21:00"), until: time("08:00") };

test.each([
  ["2026-11-24T20:59:59.999Z", false],
  ["2026-11-24T21:00:00Z", true],
  ["2026-11-25T00:00:00Z", true],
  ["2026-11-25T07:59:59.999Z", true],
  ["2026-11-25T08:00:00Z", false],
])("at %s in London it is quiet: %s", (instant, expected) => {
  expect(isQuiet(at(instant), "Europe/London", quiet)).toBe(expected);
});

test.each([
  ["an ordinary night", "2026-11-24T22:00:00Z", "Europe/London", "2026-11-25T08:00:00Z"],
  ["an hour lost", "2026-03-08T03:00:00Z", "America/New_York", "2026-03-08T12:00:00Z"],
  ["an hour won", "2026-11-01T02:00:00Z", "America/New_York", "2026-11-01T13:00:00Z"],
  ["London in spring", "2026-03-28T22:00:00Z", "Europe/London", "2026-03-29T07:00:00Z"],
  ["London in autumn", "2026-10-24T22:00:00Z", "Europe/London", "2026-10-25T08:00:00Z"],
  ["half an hour lost on Lord Howe", "2026-10-03T12:00:00Z", "Australia/Lord_Howe", "2026-10-03T21:00:00Z"],
  ["half an hour won on Lord Howe", "2026-04-04T12:00:00Z", "Australia/Lord_Howe", "2026-04-04T21:30:00Z"],
  ["the year's end", "2026-12-31T22:00:00Z", "Europe/London", "2027-01-01T08:00:00Z"],
  ["the night to 29 February", "2028-02-28T23:00:00Z", "Europe/London", "2028-02-29T08:00:00Z"],
])("what is held up by %s goes at 08:00", (_night, instant, zone, expected) => {
  expect(String(afterQuiet(at(instant), zone, quiet))).toBe(expected);
});

test("a time that clocks skip comes as much later as they jump; of two the first is the one", () => {
  // Samoa left out 30 December 2011.
  expect(String(nextAtWallTime(at("2011-12-29T20:00:00Z"), nine, "Pacific/Apia"))).toBe(
    "2011-12-30T19:00:00Z",
  );
  const two = Temporal.PlainTime.from("02:30");
  const once = (date: string) =>
    String(onceAtWallTime(Temporal.PlainDate.from(date), two, "America/New_York"));
  expect(once("2026-03-08")).toBe("2026-03-08T07:30:00Z");
  const half = Temporal.PlainTime.from("01:30");
  expect(String(onceAtWallTime(Temporal.PlainDate.from("2026-11-01"), half, "America/New_York"))).toBe(
    "2026-11-01T05:30:00Z",
  );
});

test("whatever the moment and the zone: never in the quiet, never earlier, never more than twelve hours later", () => {
  const moments = fc
    .integer({
      min: at("2026-01-01T00:00Z").epochMilliseconds,
      max: at("2029-01-01T00:00Z").epochMilliseconds,
    })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
      const after = afterQuiet(moment, zone, quiet);
      expect(isQuiet(after, zone, quiet)).toBe(false);
      expect(minutesBetween(moment, after)).toBeGreaterThanOrEqual(0);
      expect(minutesBetween(moment, after)).toBeLessThanOrEqual(12 * 60);
      if (!isQuiet(moment, zone, quiet)) expect(after).toBe(moment);
    }),
  );
});

test.each([
  ["over midnight", "22:30", "06:15", ["22:30", "23:59", "00:00", "06:14"], ["22:29", "06:15", "12:00"]],
  ["within a day", "00:30", "06:00", ["00:30", "05:59"], ["00:29", "06:00", "23:59"]],
  ["to midnight", "20:00", "00:00", ["20:00", "23:59"], ["19:59", "00:00"]],
])("an agency's own quiet hours %s", (_which, from, until, quietAt, notQuietAt) => {
  const hours = { from: time(from), until: time(until) };
  for (const text of quietAt) expect(isQuietTime(time(text), hours), text).toBe(true);
  for (const text of notQuietAt) expect(isQuietTime(time(text), hours), text).toBe(false);
  expect(String(afterQuiet(at(`2026-11-24T${quietAt[0]}:00Z`), "UTC", hours))).toContain(`T${until}:00Z`);
});
