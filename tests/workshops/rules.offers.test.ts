import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addHours, addMinutes, compare, isBefore, timeIn } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { afterExpiry, decideAnswer, dueEnd, offerExpiry } from "#lib/workshops/rules/offers.ts";
import { rushAt } from "#lib/workshops/rules/phases.ts";

const at = (text: string) => Temporal.Instant.from(text);
const wall = (text: string) => Temporal.ZonedDateTime.from(text).toInstant();
const night = { from: Temporal.PlainTime.from("21:00"), until: Temporal.PlainTime.from("08:00") };
const expiry = (offeredAt: Instant, startsAt: Instant, zone: string) =>
  offerExpiry({ offeredAt, startsAt, zone, quiet: night });

describe("until when a seat is held", () => {
  const newYork = "America/New_York";
  test.each<[string, string, string, string, string]>([
    [
      "far ahead, in the morning",
      newYork,
      "2026-12-01T08:00[America/New_York]",
      "2026-12-10T15:00[America/New_York]",
      "2026-12-01T20:00[America/New_York]",
    ],
    [
      "over the night",
      newYork,
      "2026-12-01T18:00[America/New_York]",
      "2026-12-10T15:00[America/New_York]",
      "2026-12-02T17:00[America/New_York]",
    ],
    [
      "offered in the night",
      newYork,
      "2026-12-01T23:30[America/New_York]",
      "2026-12-10T15:00[America/New_York]",
      "2026-12-02T20:00[America/New_York]",
    ],
    [
      "exactly until the evening",
      newYork,
      "2026-12-01T09:00[America/New_York]",
      "2026-12-10T15:00[America/New_York]",
      "2026-12-01T21:00[America/New_York]",
    ],
    [
      "48 hours before: three",
      newYork,
      "2026-12-08T15:00[America/New_York]",
      "2026-12-10T15:00[America/New_York]",
      "2026-12-08T18:00[America/New_York]",
    ],
    [
      "a minute more than 48: twelve",
      newYork,
      "2026-12-08T14:59[America/New_York]",
      "2026-12-10T15:00[America/New_York]",
      "2026-12-09T13:59[America/New_York]",
    ],
    [
      "three, over the night",
      newYork,
      "2026-12-09T20:00[America/New_York]",
      "2026-12-11T15:00[America/New_York]",
      "2026-12-10T10:00[America/New_York]",
    ],
    [
      "never beyond six hours before the start",
      newYork,
      "2026-12-10T08:00[America/New_York]",
      "2026-12-10T15:00[America/New_York]",
      "2026-12-10T09:00[America/New_York]",
    ],
    [
      "the night before a morning: it ends at six hours before",
      newYork,
      "2026-12-09T22:00[America/New_York]",
      "2026-12-10T10:00[America/New_York]",
      "2026-12-10T04:00[America/New_York]",
    ],
    [
      "a night of 23 hours, in Berlin",
      "Europe/Berlin",
      "2026-03-28T20:00[Europe/Berlin]",
      "2026-04-20T15:00[Europe/Berlin]",
      "2026-03-29T19:00[Europe/Berlin]",
    ],
    [
      "a night of 25 hours, in Berlin",
      "Europe/Berlin",
      "2026-10-24T20:00[Europe/Berlin]",
      "2026-11-20T15:00[Europe/Berlin]",
      "2026-10-25T19:00[Europe/Berlin]",
    ],
    [
      "half an hour back, on Lord Howe",
      "Australia/Lord_Howe",
      "2026-04-04T20:00[Australia/Lord_Howe]",
      "2026-05-04T15:00[Australia/Lord_Howe]",
      "2026-04-05T19:00[Australia/Lord_Howe]",
    ],
  ])("%s", (_what, zone, offered, starts, expected) => {
    expect(String(expiry(wall(offered), wall(starts), zone))).toBe(String(wall(expected)));
  });

  test("without quiet hours, time just passes", () => {
    const midnight = Temporal.PlainTime.from("00:00");
    const facts = {
      offeredAt: at("2026-12-01T22:00:00Z"),
      startsAt: at("2026-12-10T15:00:00Z"),
      zone: "UTC",
    };
    expect(String(offerExpiry({ ...facts, quiet: { from: midnight, until: midnight } }))).toBe(
      "2026-12-02T10:00:00Z",
    );
  });

  test("quiet hours within a day do not count either", () => {
    const quiet = { from: Temporal.PlainTime.from("12:00"), until: Temporal.PlainTime.from("14:00") };
    const facts = {
      offeredAt: at("2026-12-01T10:00:00Z"),
      startsAt: at("2026-12-10T15:00:00Z"),
      zone: "UTC",
    };
    expect(String(offerExpiry({ ...facts, quiet }))).toBe("2026-12-02T00:00:00Z");
  });
});

const zones = [
  "UTC",
  "Asia/Kathmandu",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];

/** Counts the minutes of the day one by one, as their clock shows them. */
function countedExpiry(offeredAt: Instant, startsAt: Instant, zone: string): Instant {
  let left = compare(startsAt, addHours(offeredAt, 48)) <= 0 ? 180 : 720;
  let now = offeredAt;
  while (left > 0 && isBefore(now, rushAt(startsAt))) {
    const { hour } = timeIn(now, zone);
    if (hour >= 8 && hour < 21) left -= 1;
    now = addMinutes(now, 1);
  }
  return now;
}

test("an offer's time is what a person counts who looks at the clock every minute", () => {
  const minute = fc
    .integer({ min: 0, max: 365 * 24 * 60 })
    .map((minutes) => addMinutes(at("2026-01-01T00:00:00Z"), minutes));
  fc.assert(
    fc.property(
      minute,
      fc.integer({ min: 6 * 60 + 1, max: 9 * 24 * 60 }),
      fc.constantFrom(...zones),
      (offered, ahead, zone) => {
        const startsAt = addMinutes(offered, ahead);
        const until = expiry(offered, startsAt, zone);
        expect(String(until)).toBe(String(countedExpiry(offered, startsAt, zone)));
        expect(isBefore(offered, until)).toBe(true);
        expect(compare(until, rushAt(startsAt))).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 300 },
  );
});

test("quiet hours within the hour that clocks leave out do not stop the count", () => {
  const zone = "America/New_York";
  const quiet = { from: Temporal.PlainTime.from("02:30"), until: Temporal.PlainTime.from("03:00") };
  const [offeredAt, startsAt] = [
    wall("2027-03-13T20:00[America/New_York]"),
    wall("2027-03-20T15:00[America/New_York]"),
  ];
  const until = offerExpiry({ offeredAt, startsAt, zone, quiet });
  expect(until.toString()).toBe(wall("2027-03-14T09:00[America/New_York]").toString());
});

test("how an open offer ends: by its own time, or without cost when the last six hours begin", () => {
  const startsAt = at("2026-12-10T20:00:00Z");
  const rush = rushAt(startsAt);
  const before = { expiresAt: addHours(rush, -1) };
  expect(dueEnd(before, startsAt, addHours(rush, -2))).toBe(null);
  expect(dueEnd(before, startsAt, before.expiresAt)).toBe("expired");
  expect(dueEnd(before, startsAt, addHours(rush, 2))).toBe("expired");
  expect(dueEnd({ expiresAt: rush }, startsAt, addMinutes(rush, -1))).toBe(null);
  expect(dueEnd({ expiresAt: rush }, startsAt, rush)).toBe("withdrawn");
});

test("the first time to the end, then out", () => {
  expect(afterExpiry({ expiredAt: null })).toBe("to_the_end");
  expect(afterExpiry({ expiredAt: "then" })).toBe("out");
});

describe("an answer", () => {
  const now = at("2026-12-02T14:00:00Z");
  const open = { endedAs: null, expiresAt: addMinutes(now, 1) };
  const on = { cancelledAt: null };
  test("is taken until the very moment", () => {
    expect(decideAnswer(open, on, now)).toMatchObject({ ok: true });
    expect(decideAnswer({ ...open, expiresAt: now }, on, now)).toMatchObject({ refusal: "offer_late" });
  });
  test.each([
    ["accepted", "offer_accepted"],
    ["declined", "offer_declined"],
    ["expired", "offer_late"],
    ["withdrawn", "offer_withdrawn"],
  ] as const)("hears what became of it: %s", (endedAs, refusal) => {
    expect(decideAnswer({ ...open, endedAs }, on, now)).toMatchObject({ refusal });
    expect(decideAnswer({ ...open, endedAs }, { cancelledAt: now }, now)).toMatchObject({
      refusal: "cancelled",
    });
  });
});
