import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMinutes } from "#lib/core/time.ts";
import {
  decideCapacity,
  decideGivingBack,
  decidePlacing,
  decideTaking,
  freeSeats,
  tooMany,
} from "#lib/workshops/rules/seats.ts";
import type { OwnFacts } from "#lib/workshops/rules/seats.ts";

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
const nothing: OwnFacts = { hasSeat: false, isWaiting: false, hasOffer: false };
const full = { ...base, taken: 3 };
const said = (answer: { ok: true; value: unknown } | { ok: false; refusal: string }) =>
  answer.ok ? answer.value : answer.refusal;

describe("a tap on a seat", () => {
  test.each<[string, typeof base, number, Partial<OwnFacts>, number, string]>([
    ["a free one", base, 0, {}, 100, "take"],
    ["the last one", { ...base, taken: 2 }, 0, {}, 100, "take"],
    ["full", full, 0, {}, 100, "wait"],
    ["what is left is held for others", { ...base, taken: 1, held: 2 }, 0, {}, 100, "wait"],
    ["one is free, but somebody waits", { ...base, taken: 2 }, 1, {}, 100, "wait"],
    ["one is held and one is free", { ...base, taken: 1, held: 1 }, 0, {}, 100, "take"],
    ["in the last six hours the first tap has it", { ...base, taken: 2 }, 4, {}, 5, "take"],
    ["full in the last six hours", full, 4, {}, 5, "wait"],
    [
      "it is held for them",
      { ...base, taken: 2, held: 1 },
      0,
      { isWaiting: true, hasOffer: true },
      100,
      "accept",
    ],
    ["they wait already", full, 2, { isWaiting: true }, 100, "waits"],
    [
      "they wait, and one is free in the last six hours",
      { ...base, taken: 2 },
      4,
      { isWaiting: true },
      5,
      "take",
    ],
    ["they have one", full, 0, { hasSeat: true }, 100, "has_seat"],
    ["they have one, in the last hour", full, 0, { hasSeat: true }, 0.5, "has_seat"],
    ["in the last hour", base, 0, {}, 1, "queue_closed"],
    ["started", base, 0, {}, 0, "started"],
    ["over", base, 0, {}, -3, "started"],
    ["held elsewhere", { ...base, capacity: null }, 0, {}, 100, "elsewhere"],
  ])("%s", (_what, session, unoffered, own, hours, expected) => {
    expect(said(decideTaking(session, unoffered, { ...nothing, ...own }, before(hours)))).toBe(expected);
  });

  test("cancelled, not open yet, and registration over", () => {
    expect(said(decideTaking({ ...base, cancelledAt: startsAt }, 0, nothing, before(9)))).toBe("cancelled");
    expect(said(decideTaking({ ...base, opensAt: before(50) }, 0, nothing, before(51)))).toBe("not_yet");
    const late = { ...base, opensAt: before(2) };
    expect(said(decideTaking(late, 0, nothing, before(5)))).toBe("not_yet");
    expect(said(decideTaking(late, 0, { ...nothing, isWaiting: true }, before(5)))).toBe("take");
    expect(said(decideTaking(late, 0, nothing, before(2)))).toBe("take");
    const over = { ...base, closesAt: before(20) };
    expect(said(decideTaking(over, 0, nothing, before(20)))).toBe("registration_over");
    expect(said(decideTaking(over, 1, { ...nothing, isWaiting: true }, before(3)))).toBe("take");
  });
});

test("a seat is given back until the start, by who has one", () => {
  const has = { hasSeat: true };
  expect(said(decideGivingBack(base, has, before(0.5)))).toBe(null);
  expect(said(decideGivingBack(base, has, startsAt))).toBe("started");
  expect(said(decideGivingBack(base, { hasSeat: false }, before(9)))).toBe("no_seat");
  expect(said(decideGivingBack({ ...base, cancelledAt: startsAt }, has, before(9)))).toBe("cancelled");
});

describe("placing somebody", () => {
  test.each<[string, typeof base, Partial<OwnFacts>, number, string]>([
    ["in a free seat", base, {}, 100, "free"],
    ["in a free seat of the last hour", base, {}, 0.5, "free"],
    [
      "in what is held for them",
      { ...base, taken: 2, held: 1 },
      { isWaiting: true, hasOffer: true },
      100,
      "held_for_them",
    ],
    [
      "past the queue, in what is held for another",
      { ...base, taken: 2, held: 1 },
      {},
      100,
      "held_for_another",
    ],
    ["never past the capacity", full, {}, 100, "full"],
    ["who has a seat", base, { hasSeat: true }, 100, "has_seat"],
    ["after the start", base, {}, 0, "started"],
    ["elsewhere", { ...base, capacity: null }, {}, 100, "elsewhere"],
  ])("%s", (_what, session, own, hours, expected) => {
    expect(said(decidePlacing(session, { ...nothing, ...own }, before(hours)))).toBe(expected);
  });
});

describe("another capacity", () => {
  const session = { ...base, capacity: 10, taken: 6, held: 2 };
  const asks = (capacity: number, choice: "latest_wait" | null = null, hours = 100) =>
    said(decideCapacity(session, { capacity, choice }, before(hours)));
  test("that fits is taken, fewer seats ask first", () => {
    expect(asks(20)).toEqual({ offers: 0, seats: 0 });
    expect(asks(8)).toEqual({ offers: 0, seats: 0 });
    expect(asks(7)).toBe("seats_taken");
    expect(asks(7, "latest_wait")).toEqual({ offers: 1, seats: 0 });
    expect(asks(4, "latest_wait")).toEqual({ offers: 2, seats: 2 });
    expect(asks(4, "latest_wait", 0.5)).toBe("queue_closed");
    expect(asks(12, null, 0.5)).toEqual({ offers: 0, seats: 0 });
  });
  test.each([0, -1, 1e9, 5001, 1.5, Number.NaN])("%s is no number of seats", (capacity) => {
    expect(asks(capacity, "latest_wait")).toBe("capacity_range");
  });
  test("nothing for what is cancelled or held elsewhere", () => {
    const change = { capacity: 5, choice: null };
    expect(said(decideCapacity({ ...session, cancelledAt: startsAt }, change, before(9)))).toBe("cancelled");
    expect(said(decideCapacity({ ...base, capacity: null }, change, before(9)))).toBe("elsewhere");
  });
  test("offers go before seats, and nothing more than must", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 120 }), (taken, held, capacity) => {
        const cost = tooMany({ taken, held }, capacity);
        expect(taken - cost.seats + held - cost.offers).toBe(Math.min(taken + held, capacity));
        expect(cost.seats === 0 || cost.offers === held).toBe(true);
        expect(freeSeats({ capacity, taken, held })).toBe(Math.max(0, capacity - taken - held));
      }),
    );
  });
});
