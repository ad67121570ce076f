import fc from "fast-check";
import { expect, test } from "vitest";
import { lowSince, rowsOf } from "#lib/desk/rules.ts";
import type { ToldFacts } from "#lib/desk/rules.ts";

const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
const ago = (hours: number) => now.subtract({ minutes: hours * 60 });

const nothing: ToldFacts = {
  isOwn: true,
  outcome: "rejected",
  finishedAt: null,
  reviewedAt: null,
  hasNote: false,
  isVeryLow: false,
  enoughAt: null,
  callAskedAt: null,
  calledAt: null,
  isLatest: true,
  lowInARow: 0,
};
const third = { lowInARow: 3, enoughAt: ago(1) };
const others = { isOwn: false };
const offer = { outcome: "offer", finishedAt: ago(5) } as const;

test.each<[string, Partial<ToldFacts>, ReturnType<typeof rowsOf>]>([
  ["nothing told", {}, []],
  ["finished", { finishedAt: ago(5) }, ["review"]],
  ["reviewed", { finishedAt: ago(5), reviewedAt: ago(1) }, []],
  ["a colleague's, in time", { ...others, finishedAt: ago(47.9) }, []],
  ["a colleague's, left over", { ...others, finishedAt: ago(48) }, ["review"]],
  ["good news", offer, ["good_news"]],
  ["good news of a week ago", { ...offer, finishedAt: ago(24 * 7) }, []],
  ["good news, well done", { ...offer, hasNote: true }, []],
  ["good news, looked at", { ...offer, reviewedAt: ago(1) }, []],
  ["a colleague's good news", { ...offer, ...others }, []],
  ["enough for today", { enoughAt: ago(1) }, ["very_low"]],
  ["enough, almost three days ago", { enoughAt: ago(71.9) }, ["very_low"]],
  ["enough, three days ago", { enoughAt: ago(72) }, []],
  ["enough, and a note went out", { enoughAt: ago(1), hasNote: true }, []],
  ["enough, and called", { enoughAt: ago(1), callAskedAt: ago(1), calledAt: ago(0.5) }, []],
  ["enough, then finished: the review says so", { enoughAt: ago(20), finishedAt: ago(1) }, ["review"]],
  ["good news, and very low all the same", { ...offer, isVeryLow: true }, ["very_low"]],
  ["the same, three days ago", { ...offer, finishedAt: ago(72), isVeryLow: true }, ["good_news"]],
  ["good news, and better by now", { ...offer, enoughAt: ago(20), isVeryLow: false }, ["good_news"]],
  ["a colleague's very low moment", { ...others, enoughAt: ago(30), callAskedAt: ago(30) }, []],
  ["asked for a call", { enoughAt: ago(1), callAskedAt: ago(1) }, ["call"]],
  ["asked for a call long ago", { enoughAt: ago(999), callAskedAt: ago(999) }, ["call"]],
  ["asked for a call, then finished", { finishedAt: ago(1), callAskedAt: ago(5) }, ["review", "call"]],
  ["two very low in a row", { ...third, lowInARow: 2 }, ["very_low"]],
  ["three", third, ["call"]],
  ["three, but a later one went better", { ...third, isLatest: false }, ["very_low"]],
  ["three, and a note went out", { ...third, hasNote: true }, []],
  ["three, a week ago", { ...third, enoughAt: ago(24 * 7) }, []],
  ["three, and called", { ...third, callAskedAt: ago(1), calledAt: ago(0.5) }, []],
  ["three, the last finished at once", { lowInARow: 3, finishedAt: ago(1) }, ["review", "call"]],
])("%s", (_name, facts, expected) => {
  expect(rowsOf({ ...nothing, isVeryLow: Boolean(facts.enoughAt), ...facts }, now)).toEqual(expected);
});

test.each<[string, Partial<ToldFacts>, unknown]>([
  ["another mood", { finishedAt: ago(5) }, null],
  ["finished", { isVeryLow: true, finishedAt: ago(5) }, ago(5)],
  ["enough, then finished", { isVeryLow: true, enoughAt: ago(20), finishedAt: ago(5) }, ago(20)],
  ["enough, then finished in a better mood", { enoughAt: ago(20), finishedAt: ago(5) }, null],
  ["a note went out", { isVeryLow: true, finishedAt: ago(5), hasNote: true }, null],
  ["called", { isVeryLow: true, finishedAt: ago(5), calledAt: ago(1) }, null],
  ["a colleague's", { isVeryLow: true, finishedAt: ago(5), isOwn: false }, null],
])("since when somebody feels very low and nobody has answered: %s", (_name, facts, expected) => {
  expect(lowSince({ ...nothing, ...facts })).toEqual(expected);
});

test("never two rows about how somebody feels, none about it for a colleague, none of a call that was made", () => {
  const moments = fc.option(fc.integer({ min: 0, max: 300 }).map(ago));
  const facts: fc.Arbitrary<ToldFacts> = fc.record({
    isOwn: fc.boolean(),
    outcome: fc.constantFrom("waiting", "offer", "rejected"),
    finishedAt: moments,
    reviewedAt: moments,
    hasNote: fc.boolean(),
    isVeryLow: fc.boolean(),
    enoughAt: moments,
    callAskedAt: moments,
    calledAt: moments,
    isLatest: fc.boolean(),
    lowInARow: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const rows = rowsOf(given, now);
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.filter((row) => row === "call" || row === "very_low").length).toBeLessThanOrEqual(1);
      if (!given.isOwn) expect(rows.filter((row) => row !== "review")).toEqual([]);
      if (given.calledAt) expect(rows).not.toContain("call");
      if (given.isOwn && given.callAskedAt && !given.calledAt) expect(rows).toContain("call");
    }),
  );
});
