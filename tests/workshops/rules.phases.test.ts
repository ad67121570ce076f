import { describe, expect, test } from "vitest";
import { addMinutes } from "#lib/core/time.ts";
import { isOffering, isQueueOpen, isRegistrationOver, phaseOf } from "#lib/workshops/rules/phases.ts";
import type { Phase, PhaseFacts } from "#lib/workshops/rules/phases.ts";

const startsAt = Temporal.Instant.from("2026-12-10T15:00:00Z");
const session: PhaseFacts = {
  startsAt,
  endsAt: addMinutes(startsAt, 90),
  opensAt: null,
  closesAt: null,
  cancelledAt: null,
  capacity: 10,
};
const before = (minutes: number, milliseconds = 0) => startsAt.subtract({ minutes, milliseconds });

describe("each phase begins at its very moment", () => {
  test.each<[string, Temporal.Instant, Phase]>([
    ["long before", before(60 * 24 * 30), "open"],
    ["a moment more than six hours", before(360, 1), "open"],
    ["six hours", before(360), "rush"],
    ["a moment more than one hour", before(60, 1), "rush"],
    ["one hour", before(60), "closed"],
    ["a moment before the start", before(0, 1), "closed"],
    ["the start", startsAt, "started"],
    ["a moment before the end", addMinutes(startsAt, 90).subtract({ milliseconds: 1 }), "started"],
    ["the end", addMinutes(startsAt, 90), "over"],
  ])("%s", (_when, now, phase) => {
    expect(phaseOf(session, now)).toBe(phase);
  });
});

test("the registration window: before it nothing is taken, and the last hours come whatever it says", () => {
  const opensAt = before(60 * 24);
  expect(phaseOf({ ...session, opensAt }, opensAt.subtract({ milliseconds: 1 }))).toBe("not_yet");
  expect(phaseOf({ ...session, opensAt }, opensAt)).toBe("open");
  expect(phaseOf({ ...session, opensAt: before(10) }, before(100))).toBe("rush");
  const closesAt = before(600);
  expect(isRegistrationOver({ closesAt }, closesAt.subtract({ milliseconds: 1 }))).toBe(false);
  expect(isRegistrationOver({ closesAt }, closesAt)).toBe(true);
  expect(isRegistrationOver(session, startsAt)).toBe(false);
});

test("cancelled whatever the time, and held elsewhere until it is over", () => {
  for (const now of [before(600), before(10), startsAt, addMinutes(startsAt, 900)])
    expect(phaseOf({ ...session, cancelledAt: startsAt }, now)).toBe("cancelled");
  const elsewhere = { ...session, capacity: null };
  expect(phaseOf(elsewhere, before(30))).toBe("elsewhere");
  expect(phaseOf(elsewhere, addMinutes(startsAt, 90))).toBe("over");
});

test("which phases offer to one at a time, and in which somebody can wait", () => {
  const phases = ["cancelled", "elsewhere", "not_yet", "open", "rush", "closed", "started", "over"] as const;
  expect(phases.filter(isOffering)).toEqual(["not_yet", "open"]);
  expect(phases.filter(isQueueOpen)).toEqual(["not_yet", "open", "rush"]);
});
