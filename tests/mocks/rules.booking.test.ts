import fc from "fast-check";
import { expect, test } from "vitest";
import { decideBooking, offeredSlots } from "#lib/mocks/rules/booking.ts";
import type { BookingFacts } from "#lib/mocks/rules/booking.ts";

const now = Temporal.Instant.from("2027-03-10T15:20:00Z");
const settings = {
  place: "Room 2",
  mockMinutes: 45,
  prepMinutes: 20,
  stepMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeHours: 12,
  horizonDays: 28,
  dailyMaximum: 4,
};
const span = fc
  .record({ startsAt: fc.integer({ min: 0, max: 10 * 96 }), quarters: fc.integer({ min: 1, max: 8 }) })
  .map(({ startsAt, quarters }) => ({
    startsAt: now.add({ minutes: 15 * startsAt }),
    endsAt: now.add({ minutes: 15 * (startsAt + quarters) }),
  }));

/** Ten days around the night of 14 March 2027, in which New York's clocks skip an hour. */
const facts: fc.Arbitrary<BookingFacts> = fc.record({
  now: fc.constant(now),
  policies: fc.record({ openLimit: fc.constantFrom(2, 3), noticeHours: fc.constantFrom(1, 12, 24) }),
  kind: fc.constantFrom("mock" as const, "prep" as const),
  counselor: fc.record({
    timeZone: fc.constantFrom("America/New_York", "Asia/Kathmandu"),
    isActive: fc.constant(true),
    hours: fc.subarray(
      [1, 3, 5, 6, 7].map((weekday) => ({
        weekday,
        start: weekday === 6 ? "22:00" : "09:00",
        end: weekday === 6 ? "04:00" : "13:00",
      })),
      { minLength: 1 },
    ),
    overrides: fc.constant([]),
    timeOff: fc.array(
      span.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      { maxLength: 1 },
    ),
    busy: fc.array(span, { maxLength: 1 }),
    settings: fc.constant(settings),
    bookings: fc.array(span, { maxLength: 3 }).map((spans) =>
      spans.map((each, index) => ({
        ...each,
        id: String(index),
        status: "CONFIRMED",
        bufferAfterMinutes: 10,
      })),
    ),
  }),
  candidate: fc.record({ busy: fc.array(span, { maxLength: 4 }), openCount: fc.constantFrom(0, 1) }),
  interview: span.map(({ startsAt }) => ({ startsAt })),
  byStaff: fc.boolean(),
  moving: fc.option(
    span.map(({ startsAt }) => ({ id: "0", startsAt, endsAt: startsAt.add({ minutes: 30 }) })),
  ),
});
const window = { from: now.subtract({ hours: 24 }), to: now.add({ hours: 24 * 11 }) };

test("what is offered can be booked, everything else is refused: over the night on which clocks change too", () => {
  fc.assert(
    fc.property(facts, (each) => {
      const offered = new Set(offeredSlots(each, window).map(String));
      for (
        let start = now.round({ smallestUnit: "hour", roundingMode: "floor" });
        start.epochMilliseconds < window.to.epochMilliseconds;
        start = start.add({ minutes: 45 })
      ) {
        expect(decideBooking(each, start).ok).toBe(offered.has(start.toString()));
      }
      for (const start of offered) expect(decideBooking(each, Temporal.Instant.from(start)).ok).toBe(true);
    }),
    { numRuns: 10 },
  );
});

test("the candidate is free, a prep session ends before its interview, and a move leads elsewhere", () => {
  fc.assert(
    fc.property(facts, (each) => {
      for (const start of offeredSlots(each, window)) {
        const booking = decideBooking(each, start);
        if (!booking.ok) throw new Error(booking.refusal);
        const [from, until] = [start.epochMilliseconds, booking.value.endsAt.epochMilliseconds];
        expect(
          each.candidate.busy.filter(
            ({ startsAt, endsAt }) => startsAt.epochMilliseconds < until && endsAt.epochMilliseconds > from,
          ),
        ).toEqual([]);
        if (each.interview) expect(until).toBeLessThanOrEqual(each.interview.startsAt.epochMilliseconds);
        expect(each.moving?.startsAt.epochMilliseconds).not.toBe(from);
        expect((until - from) / 60_000).toBe(each.moving ? 30 : each.kind === "prep" ? 20 : 45);
        if (!each.byStaff)
          expect(from - now.epochMilliseconds).toBeGreaterThanOrEqual(
            Math.max(12, each.policies.noticeHours) * 3_600_000,
          );
      }
    }),
    { numRuns: 60 },
  );
});

test("nothing is offered where nothing may be booked, and the reason is the refusal", () => {
  const cases: [Partial<BookingFacts> | { counselor: Partial<BookingFacts["counselor"]> }, string][] = [
    [{ counselor: { isActive: false } }, "not_open"],
    [{ counselor: { settings: null } }, "not_open"],
    [{ candidate: { busy: [], openCount: 3 }, moving: null }, "limit_reached"],
    [{ kind: "prep", interview: null }, "no_interview"],
  ];
  const [base] = fc.sample(facts, { numRuns: 1, seed: 7 });
  for (const [change, expected] of cases) {
    const each = {
      ...base!,
      ...change,
      counselor: { ...base!.counselor, ...("counselor" in change ? change.counselor : {}) },
    };
    expect(offeredSlots(each, window)).toEqual([]);
    expect(decideBooking(each, now.add({ hours: 30 }))).toEqual({ ok: false, refusal: expected });
  }
});
