import fc from "fast-check";
import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import type { Answers, Field } from "#lib/post-mortems/rules/fields.ts";
import { answersGiven } from "#lib/post-mortems/rules/given.ts";
import {
  countingRows,
  decideCall,
  decideHandOver,
  isChosenTogether,
  type WrittenRow,
} from "#lib/post-mortems/rules/on-a-call.ts";
import { nextScreen, screensFor, takesField, takesScreen } from "#lib/post-mortems/rules/screens.ts";

const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
const facts = (answers: Answers = {}) => ({
  form: "on_a_call" as const,
  openPromise: false,
  answers,
  taxonomy: firstVersion,
});
type Told = readonly [by: "ana" | "maya", field: Field, value: string];
const rowsOf = (told: readonly Told[]): WrittenRow[] =>
  told.map(([writtenById, field, value], index) => ({
    id: String(index),
    field,
    value,
    writtenById,
    writtenAt: now.add({ minutes: index }),
  }));

test("a call asks for everything but causes, the promise and who may see it", () => {
  const way = ["mood", "outcome", "questions", "signals", "together", "hand_over"];
  expect(screensFor(facts())).toEqual(way);
  expect(screensFor(facts({ together: true }))).toEqual([
    ...way.slice(0, -1),
    "causes",
    "promise",
    "hand_over",
  ]);
  expect(screensFor(facts({ outcome: "next_round" }))).not.toContain("together");
  expect(nextScreen("together", facts())).toBe("hand_over");
  for (const screen of ["sharing", "causes", "contributing", "promise", "news_mood"] as const)
    expect(takesScreen(screen, facts())).toBe(false);
  for (const field of ["sharing", "cause_primary", "promise_then"] as const)
    expect(takesField(field, facts())).toBe(false);
  expect(takesField("cause_primary", facts({ together: true }))).toBe(true);
});

test.each([
  ["ticked", { together: true }, "true"],
  ["each alone", { move: "next" }, ""],
] as const)("chosen together: %s", (_case, sent, value) => {
  expect(answersGiven({ screen: "together", ...sent }, facts())).toEqual({
    ok: true,
    value: [{ field: "together", value }],
  });
});

const chosen = [
  ["ana", "together", "true"],
  ["ana", "cause_primary", "PITCH"],
  ["ana", "cause_contributing", '["NERVES"]'],
] as const;
test.each([
  ["as on the call", [...chosen], true],
  ["not ticked", chosen.slice(1), false],
  ["ticked, nothing chosen", chosen.slice(0, 1), false],
  ["taken back on the call", [...chosen, ["ana", "together", ""]], false],
  ["walked through and left as it is", [...chosen, ["maya", "cause_contributing", '["NERVES"]']], true],
  ["another main one afterwards", [...chosen, ["maya", "cause_primary", "HISTORY"]], false],
  ["another one beside it afterwards", [...chosen, ["maya", "cause_contributing", "[]"]], false],
  [
    "changed and changed back",
    [...chosen, ["maya", "cause_primary", "HISTORY"], ["maya", "cause_primary", "PITCH"]],
    true,
  ],
] as [string, Told[], boolean][])("one choice of both: %s", (_case, told, expected) => {
  expect(isChosenTogether(rowsOf(told), "maya")).toBe(expected);
});

test("without the tick no cause and no promise of somebody else's reaches the candidate's form", () => {
  const told = fc.array(
    fc.tuple(
      fc.constantFrom("ana" as const, "maya" as const),
      fc.constantFrom<Field>("mood", "cause_primary", "cause_contributing", "promise_if", "promise_then"),
      fc.constantFrom("PITCH", "low", ""),
    ),
  );
  fc.assert(
    fc.property(told, fc.boolean(), (list, isTogether) => {
      const tick: Told[] = isTogether ? [["ana", "together", "true"]] : [];
      const rows = rowsOf([...list, ...tick]);
      const kept = countingRows(rows, { candidateId: "maya", isPromiseKnown: true });
      if (isTogether) expect(kept).toEqual(rows);
      else
        expect(kept.every(({ writtenById, field }) => writtenById === "maya" || field === "mood")).toBe(true);
      expect(kept.filter((row) => row.writtenById === "maya")).toEqual(
        rows.filter((row) => row.writtenById === "maya"),
      );
    }),
  );
});

test("what somebody else says of a promise counts only where they know the one that is open", () => {
  const rows = rowsOf([
    ["ana", "mood", "low"],
    ["ana", "promise_answer", "no"],
    ["maya", "promise_answer", "yes"],
    ["ana", "promise_answer", "partly"],
  ]);
  const kept = (isPromiseKnown: boolean) =>
    countingRows(rows, { candidateId: "maya", isPromiseKnown }).map(({ id }) => id);
  expect(kept(true)).toEqual(["0", "1", "2", "3"]);
  expect(kept(false)).toEqual(["0", "2"]);
});

const begun = { isFinished: false, enteredById: "ana", handedOverAt: null };
test.each([
  ["nobody has begun one", null, -1, "begin"],
  ["the interview starts now", null, 0, "begin"],
  ["it is still to come", null, 1, "not_yet"],
  ["one's own, not handed over", begun, -1, "go_on"],
  ["one's own, the interview moved ahead meanwhile", begun, 1, "go_on"],
  ["handed over", { ...begun, handedOverAt: now }, -1, "begun_already"],
  ["a colleague's", { ...begun, enteredById: "ben" }, -1, "begun_already"],
  ["the candidate's own", { ...begun, enteredById: null }, -1, "begun_already"],
  ["finished", { ...begun, isFinished: true }, -1, "begun_already"],
] as const)("on a call: %s", (_case, postMortem, minutes, expected) => {
  const decision = decideCall({ startsAt: now.add({ minutes }), postMortem }, "ana", now);
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test("one answer is enough to hand over; who may see it is none, nor is the tick", () => {
  expect(decideHandOver(facts())).toEqual({ ok: false, refusal: "nothing_yet" });
  for (const answers of [{ sharing: "agency" }, { together: true }] as const)
    expect(decideHandOver(facts(answers))).toEqual({ ok: false, refusal: "nothing_yet" });
  expect(decideHandOver(facts({ mood: "low" }))).toEqual({ ok: true, value: null });
});
