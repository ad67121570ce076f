import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDates } from "#lib/core/time.ts";
import { DueFrom } from "#lib/infra/prisma/enums.ts";
import { dueLabel, dueOf, inOrderOfDue, type DueFacts } from "#lib/plan/rules/due.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const usual: DueFacts = {
  madeOn: day("2026-11-23"),
  days: 4,
  daysFrom: "making",
  dueOn: null,
  isCandidates: true,
};

test.each<[string, Partial<DueFacts>, string | null, string | null]>([
  ["the default, where it is the earlier", {}, "2026-12-05", "2026-11-27"],
  ["the evening before, where that is", {}, "2026-11-25", "2026-11-24"],
  ["no next interview: undated", {}, null, null],
  ["days before the interview", { daysFrom: "interview", days: 2 }, "2026-12-05", "2026-12-03"],
  ["on its day means the evening before", { daysFrom: "interview", days: 0 }, "2026-12-05", "2026-12-04"],
  ["never before it was made", { daysFrom: "interview", days: 2 }, "2026-11-24", "2026-11-23"],
  ["an interview tonight: today", {}, "2026-11-23", "2026-11-23"],
  ["without days the evening before", { days: null, daysFrom: null }, "2026-12-05", "2026-12-04"],
  ["a date that a person gave stands", { dueOn: day("2026-12-24") }, "2026-11-25", "2026-12-24"],
  ["it stands also without an interview", { dueOn: day("2026-12-24") }, null, "2026-12-24"],
  ["a colleague's has its days alone", { isCandidates: false, days: 2 }, null, "2026-11-25"],
  ["a colleague's without days has none", { isCandidates: false, days: null }, "2026-12-05", null],
])("%s", (_name, facts, next, expected) => {
  expect(dueOf({ ...usual, ...facts }, next === null ? null : day(next))?.toString() ?? null).toBe(expected);
});

const dates = fc.integer({ min: -40, max: 40 }).map((days) => usual.madeOn.add({ days }));

test("never after the evening before the next interview, but never before it was made; it follows the interview", () => {
  const facts = fc.record({
    days: fc.option(fc.nat(60)),
    daysFrom: fc.constantFrom(...Object.values(DueFrom)),
  });
  fc.assert(
    fc.property(facts, dates, (given, next) => {
      const action = { ...usual, ...given };
      const due = dueOf(action, next);
      const evening = next.subtract({ days: 1 });
      if (!due) throw new Error("a known interview gives a date");
      expect(compareDates(due, usual.madeOn)).toBeGreaterThanOrEqual(0);
      if (compareDates(due, usual.madeOn) > 0) expect(compareDates(due, evening)).toBeLessThanOrEqual(0);
      const later = dueOf(action, next.add({ days: 1 }));
      expect(later && compareDates(due, later)).toBeLessThanOrEqual(0);
    }),
  );
});

test.each([
  [null, true, "before your next interview"],
  [null, false, "no date"],
  ["2026-11-20", true, "today"],
  ["2026-11-23", true, "today"],
  ["2026-11-24", true, "by tomorrow"],
  ["2026-11-26", true, "by Thu 26 Nov"],
  ["2027-01-04", false, "by Mon 4 Jan 2027"],
])("%s, the candidate's: %s, reads as %s", (due, isCandidates, said) => {
  expect(dueLabel(due === null ? null : day(due), usual.madeOn, isCandidates)).toBe(said);
});

test("the soonest first, the undated last, else as they come", () => {
  const one = (due: string | null, name: string) => ({ due: due === null ? null : day(due), name });
  const sorted = inOrderOfDue([
    one(null, "a"),
    one("2026-12-01", "b"),
    one(null, "c"),
    one("2026-11-24", "d"),
    one("2026-12-01", "e"),
  ]);
  expect(sorted.map(({ name }) => name)).toEqual(["d", "b", "e", "a", "c"]);
});
