import { expect, test } from "vitest";
import { decideCancel, decideMove, freeUntil, isLate, isOpen } from "#lib/mocks/rules/changes.ts";
import { readRanges, writeRanges } from "#lib/mocks/rules/hours.ts";
import { placeLink } from "#lib/mocks/rules/place.ts";
import { weekFrom, weeksBetween } from "#lib/mocks/rules/weeks.ts";
import { readChoice } from "#lib/mocks/rules/addresses.ts";

const startsAt = Temporal.Instant.from("2026-12-01T15:00:00Z");
const session = { startsAt, cancelledAt: null, version: 3 };
const policies = { freeHours: 12 };
const candidate = { isCandidate: true, shownVersion: 3 };

test("free until twelve hours before, to the millisecond", () => {
  expect(freeUntil(startsAt, policies).toString()).toBe("2026-12-01T03:00:00Z");
  expect(isLate(startsAt, policies, freeUntil(startsAt, policies))).toBe(false);
  const late = freeUntil(startsAt, policies).add({ milliseconds: 1 });
  expect(isLate(startsAt, policies, late)).toBe(true);
  expect(decideMove(session, candidate, policies, freeUntil(startsAt, policies)).ok).toBe(true);
  expect(decideMove(session, candidate, policies, late)).toEqual({ ok: false, refusal: "late_move" });
  expect(decideMove(session, { ...candidate, isCandidate: false }, policies, late).ok).toBe(true);
  expect(decideCancel(session, { ...candidate, reason: "other_plans" }, policies, late)).toEqual({
    ok: true,
    value: { late: true },
  });
});

test("a session that has started, is cancelled or was changed stays as it is", () => {
  expect(isOpen(session, startsAt.subtract({ milliseconds: 1 }))).toBe(true);
  expect(isOpen(session, startsAt)).toBe(false);
  expect(decideMove(session, { ...candidate, isCandidate: false }, policies, startsAt)).toEqual({
    ok: false,
    refusal: "started",
  });
  expect(decideMove({ ...session, version: 4 }, candidate, policies, freeUntil(startsAt, policies))).toEqual({
    ok: false,
    refusal: "changed",
  });
  expect(
    decideMove({ ...session, cancelledAt: startsAt, version: 4 }, candidate, policies, startsAt),
  ).toEqual({
    ok: false,
    refusal: "cancelled",
  });
});

test("a day's ranges are read as people type them, and written one way", () => {
  const cases: [string, string][] = [
    ["9:00-12:30, 13:30-17:00", "09:00-12:30, 13:30-17:00"],
    ["13.30–17; 9 to 12", "09:00-12:00, 13:30-17:00"],
    ["22:00-02:00", "22:00-02:00"],
    ["18-24", "18:00-24:00"],
    ["0-24:00", "00:00-24:00"],
    ["", ""],
    [" , ", ""],
    ["9-9", "no_length"],
    ["24:00-02:00", "unreadable"],
    ["9-25", "unreadable"],
    ["9:60-10", "unreadable"],
    ["mornings", "unreadable"],
    ["9-12-15", "unreadable"],
    ["1-2,2-3,3-4,4-5,5-6,6-7,7-8,8-9,9-10", "too_many"],
  ];
  for (const [typed, expected] of cases) {
    const ranges = readRanges(typed);
    expect([typed, ranges.ok ? writeRanges(ranges.value) : ranges.refusal]).toEqual([typed, expected]);
  }
});

test("a place is a link only over http", () => {
  const cases: [string, string | null][] = [
    ["https://meet.example.org/ana", "https://meet.example.org/ana"],
    ["I call you", null],
    ["javascript:alert(1)", null],
    ["Room 2: second floor", null],
    ["mailto:a@example.org", null],
  ];
  for (const [place, link] of cases) expect(placeLink(place)).toBe(link);
});

test("an address says a week, a kind, an id, or nothing; never an error", () => {
  expect(weekFrom("2026-12-03")?.toString()).toBe("2026-11-30");
  for (const hostile of [undefined, ["2026-12-03"], "2026-13-40", "2026-02-30", "+002026-01-01", "next"])
    expect(weekFrom(hostile)).toBeNull();
  expect(weeksBetween(startsAt, startsAt.add({ hours: 24 * 7 }), "UTC").map(String)).toEqual([
    "2026-11-30",
    "2026-12-07",
  ]);
  expect(readChoice({ kind: "other", interview: "x", candidate: ["a"], postMortem: "'; --" })).toEqual({
    kind: "mock",
    interviewId: null,
    postMortem: null,
    candidate: null,
    week: null,
  });
});
