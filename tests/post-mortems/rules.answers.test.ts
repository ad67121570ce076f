import fc from "fast-check";
import { expect, test } from "vitest";
import {
  currentAnswers,
  outcomeSince,
  readTyped,
  sharingOf,
  touchedFields,
  type AnswerRow,
} from "#lib/post-mortems/rules/answers.ts";

const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(1_750_000_000_000 + ms);
const row = (id: string, field: string, value: string, ms: number): AnswerRow => ({
  id,
  field,
  value,
  writtenAt: at(ms),
});

test("the latest row of a field wins; of two in one millisecond the greater id", () => {
  const rows = [
    row("b", "mood", "low", 5),
    row("a", "mood", "good", 9),
    row("c", "outcome", "waiting", 1),
    row("d", "outcome", "offer", 1),
  ];
  expect(currentAnswers(rows)).toEqual({ mood: "good", outcome: "offer" });
});

test("the order of arrival and rows sent twice change nothing", () => {
  const anyRow = fc.record({
    id: fc.uuid(),
    field: fc.constantFrom("mood", "surprise", "cannot_recall"),
    value: fc.constantFrom("low", "good", "true", ""),
    ms: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyRow, { selector: (one) => one.id }), fc.nat(), (generated, seed) => {
      const rows = generated.map(({ id, field, value, ms }) => row(id, field, value, ms));
      const shuffled = [...rows, ...rows].toSorted(
        (a, b) => (a.id.charCodeAt(seed % 8) ?? 0) - (b.id.charCodeAt(seed % 8) ?? 0),
      );
      expect(currentAnswers(shuffled)).toEqual(currentAnswers(rows));
    }),
  );
});

test("an answer taken back is absent, but its step was touched; unreadable rows are left out", () => {
  const rows = [
    row("a", "surprise", "The dog", 1),
    row("b", "surprise", "", 2),
    row("c", "hat", "x", 3),
    row("d", "mood", "blue", 4),
  ];
  expect(currentAnswers(rows)).toEqual({});
  expect([...touchedFields(rows)].toSorted()).toEqual(["mood", "surprise"]);
});

test("typed values: the defaults of an early stop", () => {
  expect(readTyped({ openPromise: false, answers: { mood: "low" } })).toEqual({
    mood: "low",
    promiseAnswer: null,
    promiseNext: null,
    outcome: null,
    outcomeReason: null,
    questions: [],
    cannotRecall: false,
    signals: [],
    surprise: null,
    opinion: null,
    promise: null,
    ratings: [],
    feedbackWords: null,
    feedbackFrom: null,
    feedbackWish: null,
    workedWell: null,
    keepLine: null,
    nextRound: null,
    sharing: "my_counselor",
  });
});

test("typed values: what belongs together", () => {
  const typed = readTyped({
    openPromise: true,
    answers: {
      promise_answer: "no",
      outcome: "rejected",
      outcome_reason: "a_requirement",
      "question.1": { text: "One" },
      "question.3": { text: "Three", rating: "blank" },
      cannot_recall: true,
      surprise: "A panel of five",
      cause_primary: "NERVES",
      cause_contributing: ["NERVES", "PITCH"],
      promise_if: "they ask about me",
      promise_then: "start with the job",
      sharing: "only_me",
    },
  });
  expect(typed.questions.map((question) => question.text)).toEqual(["One", "Three"]);
  expect(typed.cannotRecall).toBe(false);
  expect(typed.signals).toEqual(["surprise"]);
  expect(typed.opinion).toEqual({ primary: "NERVES", contributing: ["PITCH"] });
  expect(typed.promise).toEqual({ if: "they ask about me", then: "start with the job" });
  expect(typed.outcomeReason).toBe("a_requirement");
});

test("typed values: nothing from steps that are no longer asked, no half a promise, none beside a kept one", () => {
  const answers = {
    promise_if: "a",
    promise_then: "b",
    cause_primary: "NERVES",
    promise_answer: "yes",
  } as const;
  expect(readTyped({ openPromise: false, answers: { ...answers, outcome: "offer" } })).toMatchObject({
    opinion: null,
    promise: null,
  });
  expect(readTyped({ openPromise: false, answers }).promiseAnswer).toBeNull();
  expect(readTyped({ openPromise: false, answers: { promise_then: "b" } }).promise).toBeNull();
  expect(readTyped({ openPromise: true, answers: { ...answers, promise_next: "keep" } }).promise).toBeNull();
  expect(
    readTyped({ openPromise: false, answers: { outcome: "waiting", outcome_reason: "role_stopped" } })
      .outcomeReason,
  ).toBeNull();
});

test("typed values: the optional steps", () => {
  const answers = {
    outcome: "rejected",
    "rating.evidence": "stands_out",
    "rating.composure": "not_sure",
    "rating.appearance": "starting",
    feedback_words: "Very friendly",
    feedback_from: "Jo",
    feedback_wish: "remind_me",
    worked_well: "The opening",
    keep_line: "Of another mood",
    next_date: "2026-12-01",
    next_time: "09:30",
  } as const;
  const typed = readTyped({ openPromise: false, answers });
  expect(typed.ratings).toEqual([
    { dimension: "evidence", level: 5 },
    { dimension: "appearance", level: 2 },
  ]);
  // A wish is for feedback that has not come; the line and the next round belong to other answers.
  expect(typed).toMatchObject({
    feedbackWords: "Very friendly",
    feedbackFrom: "Jo",
    feedbackWish: null,
    workedWell: "The opening",
    keepLine: null,
    nextRound: null,
  });
  const good = readTyped({ openPromise: false, answers: { ...answers, outcome: "next_round" } });
  expect(good).toMatchObject({
    ratings: [],
    feedbackWords: null,
    workedWell: "The opening",
    nextRound: { date: "2026-12-01", time: "09:30", format: null },
  });
  expect(readTyped({ openPromise: false, answers: { ...answers, outcome: "offer" } }).nextRound).toBeNull();
  const half = { outcome: "next_round", next_date: "2026-12-01" } as const;
  expect(readTyped({ openPromise: false, answers: half }).nextRound).toBeNull();
});

test.each([
  ["rejected", undefined, "agency", "my_counselor"],
  ["next_round", undefined, "agency", "agency"],
  ["offer", undefined, "only_me", "only_me"],
  ["offer", undefined, null, "my_counselor"],
  ["offer", "my_counselor", "only_me", "my_counselor"],
  ["waiting", "only_me", "agency", "only_me"],
] as const)("after %s, said %s, last time %s: %s", (outcome, sharing, lastSharing, expected) => {
  const answers = { outcome, ...(sharing === undefined ? {} : { sharing }) };
  expect(sharingOf({ openPromise: false, answers, lastSharing })).toBe(expected);
});

test("since when the outcome is what it is", () => {
  const said = (...rows: [string, number][]) =>
    outcomeSince(rows.map(([value, ms], index) => row(String(index), "outcome", value, ms)));
  expect(said()).toBeNull();
  expect(said(["rejected", 5])).toEqual(at(5));
  expect(said(["rejected", 9], ["rejected", 5])).toEqual(at(5));
  expect(said(["rejected", 1], ["waiting", 4], ["rejected", 9])).toEqual(at(9));
  expect(outcomeSince([row("a", "mood", "low", 1)])).toBeNull();
});
