import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMinutes, compare } from "#lib/core/time.ts";
import { planHandOver } from "#lib/mocks/rules/handing-over.ts";
import type { HandedMock, TakingOver } from "#lib/mocks/rules/handing-over.ts";

const now = Temporal.Instant.from("2026-05-04T08:00:00Z");
const at = (hours: number) => addMinutes(now, hours * 60);
const mock = (id: string, hours: number, minutes = 45): HandedMock => ({
  id,
  candidateId: `of ${id}`,
  startsAt: at(hours),
  endsAt: addMinutes(at(hours), minutes),
});
const settings = {
  place: "Room 2",
  mockMinutes: 60,
  prepMinutes: 20,
  stepMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeHours: 12,
  horizonDays: 28,
  dailyMaximum: 4,
};
const ben = (facts: Partial<TakingOver> = {}): TakingOver => ({
  id: "ben",
  timeZone: "UTC",
  isActive: true,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" })),
  overrides: [],
  timeOff: [],
  busy: [],
  settings,
  bookings: [],
  ...facts,
});
const toBen = () => "ben";
const fates = (mocks: HandedMock[], colleague = ben()) =>
  planHandOver(mocks, toBen, [colleague], now).map(({ mockId, to }) => [mockId, to?.counselorId ?? null]);

describe("what becomes of a session whose counselor leaves", () => {
  test("it moves where that time is offered, inside the notice too, with its own length and the new place", () => {
    const [fate] = planHandOver([mock("a", 2, 45)], toBen, [ben()], now);
    expect(fate?.to).toMatchObject({
      counselorId: "ben",
      booking: { place: "Room 2", bufferAfterMinutes: 10 },
    });
    expect(fate?.to?.booking.endsAt.toString()).toBe(addMinutes(at(2), 45).toString());
  });

  test.each<[string, TakingOver, HandedMock]>([
    ["outside the hours", ben(), mock("a", 12)],
    ["a time that is taken", ben({ bookings: [{ ...mock("b", 2), status: "CONFIRMED" }] }), mock("a", 2)],
    ["nobody active", ben({ isActive: false }), mock("a", 2)],
    ["no place to meet yet", ben({ settings: null }), mock("a", 2)],
    ["beyond the horizon", ben({ settings: { ...settings, horizonDays: 1 } }), mock("a", 24 * 7 + 2)],
  ])("%s: it is cancelled", (_what, colleague, session) => {
    expect(fates([session], colleague)).toEqual([["a", null]]);
  });

  test("what was taken over before counts, the earliest first, up to the day's maximum", () => {
    expect(fates([mock("b", 2.5), mock("a", 2)])).toEqual([
      ["a", "ben"],
      ["b", null],
    ]);
    const day = [1, 2, 3, 4, 5].map((hours) => mock(String(hours), hours));
    expect(fates(day).map(([, to]) => to)).toEqual(["ben", "ben", "ben", "ben", null]);
  });

  test("nobody who takes over is ever in two places, and no session is lost from the plan", () => {
    const sessions = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 10, max: 90 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(sessions, (drawn) => {
        const mocks = drawn.map(([quarters, minutes], index) => mock(String(index), quarters / 4, minutes));
        const plan = planHandOver(mocks, toBen, [ben()], now);
        expect(plan.map(({ mockId }) => mockId).toSorted()).toEqual(mocks.map(({ id }) => id).toSorted());
        const held = plan
          .flatMap(({ to }) => (to ? [to.booking] : []))
          .toSorted((a, b) => compare(a.startsAt, b.startsAt));
        held.slice(1).forEach((next, index) => {
          const before = held[index];
          expect(before && compare(before.endsAt, next.startsAt)).toBeLessThanOrEqual(0);
        });
      }),
      { numRuns: 50 },
    );
  });
});
