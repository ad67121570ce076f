import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMinutes } from "#lib/core/time.ts";
import { calendarSequence, calendarUid } from "#lib/workshops/rules/calendar.ts";
import { helpsBecause } from "#lib/workshops/rules/helps.ts";
import { standingOf } from "#lib/workshops/rules/standing.ts";

const startsAt = Temporal.Instant.from("2026-12-10T20:00:00Z");
const before = (hours: number) => addMinutes(startsAt, -60 * hours);
const base = {
  startsAt,
  endsAt: addMinutes(startsAt, 90),
  opensAt: null as Temporal.Instant | null,
  closesAt: null as Temporal.Instant | null,
  cancelledAt: null as Temporal.Instant | null,
  capacity: 3 as number | null,
  taken: 0,
  held: 0,
};

test("SEQUENCE never falls and rises with every change, of the session's or of one's own seat", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("session" as const, "seat" as const), { maxLength: 30 }), (acts) => {
      let version = 0;
      const seats: { givenBackAt: unknown }[] = [{ givenBackAt: null }];
      let last = calendarSequence({ version }, seats);
      expect(last).toBe(0);
      for (const act of acts) {
        const live = seats.find(({ givenBackAt }) => givenBackAt === null);
        if (act === "session") version += 1;
        else if (live) live.givenBackAt = "then";
        else seats.push({ givenBackAt: null });
        const next = calendarSequence({ version }, seats);
        expect(next).toBe(last + 1);
        last = next;
      }
    }),
  );
  expect(calendarUid("s", "p", "host")).toBe("s.p@host");
});

describe("where somebody stands, in words", () => {
  const shown = { ...base, waiting: 0, unoffered: 0 };
  const none = { hasSeat: false, offer: null, before: null };
  test.each<
    [string, Partial<typeof shown>, Partial<Parameters<typeof standingOf>[1]>, number, string, string]
  >([
    ["seats", {}, {}, 100, "free", "3 seats left"],
    ["one seat", { taken: 2 }, {}, 100, "free", "1 seat left"],
    ["full", { taken: 3 }, {}, 100, "full", "full"],
    ["full with a queue", { taken: 3, waiting: 4, unoffered: 4 }, {}, 100, "full", "full, 4 waiting"],
    ["a seat of their own", { taken: 3 }, { hasSeat: true }, 0.5, "seat", "You have a seat"],
    [
      "next",
      { taken: 3, waiting: 1, unoffered: 1 },
      { before: 0 },
      100,
      "waiting",
      "You are next on the waitlist",
    ],
    [
      "one before",
      { taken: 3, waiting: 2, unoffered: 2 },
      { before: 1 },
      100,
      "waiting",
      "On the waitlist, 1 person before you",
    ],
    [
      "several before",
      { taken: 3, waiting: 9, unoffered: 9 },
      { before: 8 },
      100,
      "waiting",
      "On the waitlist, 8 people before you",
    ],
    [
      "free for whoever waits, in the last hours",
      { taken: 2, waiting: 9, unoffered: 9 },
      { before: 8 },
      3,
      "free",
      "A seat is free, and the first tap has it",
    ],
    [
      "held for them",
      { taken: 2, held: 1, waiting: 1 },
      { before: 0, offer: { expiresAt: before(60) } },
      100,
      "offer",
      "A seat is held for you until Tuesday 8 December, 08:00",
    ],
    ["the last hour", {}, {}, 1, "closed", "Starts within the hour: seats are given at the door"],
    ["started", {}, {}, 0, "started", "Has started"],
    ["over", {}, { hasSeat: true }, -2, "over", "Is over"],
    [
      "not yet",
      { opensAt: before(90) },
      {},
      100,
      "not_yet",
      "Seats can be taken from Monday 7 December, 02:00",
    ],
    [
      "not yet, in the last hours",
      { opensAt: before(2) },
      {},
      5,
      "not_yet",
      "Seats can be taken from Thursday 10 December, 18:00",
    ],
    ["registration over", { closesAt: before(101) }, {}, 100, "registration_over", "Registration is over"],
    ["elsewhere", { capacity: null }, {}, 100, "elsewhere", "Held elsewhere"],
    ["cancelled", { cancelledAt: startsAt }, { hasSeat: true }, 100, "cancelled", "Cancelled"],
  ])("%s", (_what, facts, own, hours, state, text) => {
    expect(standingOf({ ...shown, ...facts }, { ...none, ...own }, "UTC", before(hours))).toEqual({
      state,
      text,
    });
  });
});

test("why a workshop comes first: the strongest active cause that it helps with", () => {
  const active = [
    { cause: "NERVES" as const, name: "Nerves", count: 2, of: 3, strength: "maybe" as const },
    { cause: "PITCH" as const, name: "Pitch", count: 4, of: 6, strength: "pattern" as const },
    { cause: "CLOSING" as const, name: "Closing", count: 2, of: 7, strength: "now_and_then" as const },
  ];
  expect(helpsBecause(["PITCH", "NERVES"], active)).toBe(
    "Helps with: Nerves, which came up in two of your last three",
  );
  expect(helpsBecause(["PITCH"], active)).toBe(
    "Helps with: Pitch, which came up in three or more of your last five",
  );
  expect(helpsBecause(["CLOSING"], active)).toBe(
    "Helps with: Closing, which came up in 2 of your 7 interviews",
  );
  expect(helpsBecause(["OUTSIDE"], active)).toBe(null);
});
