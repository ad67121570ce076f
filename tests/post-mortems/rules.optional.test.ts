import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { ratingFields, SelfRated, type Answers } from "#lib/post-mortems/rules/fields.ts";
import { decideEnough, decideFinish } from "#lib/post-mortems/rules/finish.ts";
import { answersGiven, type Given } from "#lib/post-mortems/rules/given.ts";
import { appearanceOf, dimensionOf, levelOf, readRatings, wordOf } from "#lib/post-mortems/rules/ratings.ts";

const facts = (answers: Answers = {}) => ({
  answers,
  openPromise: false,
  taxonomy: firstVersion,
  asking: { outcome: "rejected", wishes: ["remind_me", "ask_agency"] } as const,
});
const rows = (given: Given, answers: Answers = {}) => {
  const answer = answersGiven(given, facts(answers));
  return answer.ok
    ? Object.fromEntries(answer.value.map(({ field, value }) => [field, value]))
    : answer.refusal;
};

test.each<[string, Given, Answers, ReturnType<typeof rows>]>([
  ["a level", { screen: "ratings", "rating.evidence": "ready" }, {}, { "rating.evidence": "ready" }],
  [
    "only what changed",
    { screen: "ratings", "rating.evidence": "ready", "rating.composure": "not_sure" },
    { "rating.evidence": "ready", "rating.composure": "starting" },
    { "rating.composure": "not_sure" },
  ],
  ["nothing rated", { screen: "ratings", move: "next" }, {}, {}],
  [
    "their words",
    { screen: "feedback", move: "next", feedback_words: "Kind", feedback_from: "" },
    {},
    { feedback_words: "Kind", feedback_from: "" },
  ],
  [
    "a wish leaves the words",
    { screen: "feedback", feedback_wish: "remind_me" },
    {},
    { feedback_wish: "remind_me" },
  ],
  ["a wish that opens later", { screen: "feedback", feedback_wish: "ask_agency" }, {}, "not_offered"],
  [
    "a wish that is never offered",
    { screen: "feedback", feedback_wish: "ask_now" },
    { outcome: "rejected" },
    "not_offered",
  ],
  [
    "a wish as the rules allow",
    { screen: "feedback", feedback_wish: "ask_agency" },
    { outcome: "rejected" },
    { feedback_wish: "ask_agency" },
  ],
  ["what worked", { screen: "worked_well", move: "next", worked_well: "Calm" }, {}, { worked_well: "Calm" }],
  ["nothing that worked", { screen: "worked_well", move: "next" }, {}, { worked_well: "" }],
  ["a line kept", { screen: "keep_line", move: "back", keep_line: "Rain" }, {}, { keep_line: "Rain" }],
  [
    "a whole date",
    { screen: "next_round", move: "next", next_date: "2026-12-01", next_time: "09:30", next_format: "phone" },
    {},
    { next_date: "2026-12-01", next_time: "09:30", next_format: "phone" },
  ],
  ["half a date", { screen: "next_round", move: "next", next_date: "2026-12-01" }, {}, "next_in_two"],
  [
    "half a date on the way back",
    { screen: "next_round", move: "back", next_time: "09:30" },
    {},
    { next_date: "", next_time: "09:30", next_format: "" },
  ],
  ["other causes without a first one", { screen: "contributing", cause_contributing: ["PITCH"] }, {}, {}],
])("%s", (_name, given, answers, expected) => {
  expect(rows(given, answers)).toEqual(expected);
});

test("levels are 1 to 5 in the order of their words, and not sure is none", () => {
  const levels = Object.values(SelfRated).map(levelOf);
  expect(levels).toEqual([1, 2, 3, 4, 5, undefined]);
  expect([1, 2, 3, 4, 5].map((level) => levelOf(wordOf(level)))).toEqual([1, 2, 3, 4, 5]);
  expect(() => wordOf(6)).toThrow("no level 6");
  expect(ratingFields.map(dimensionOf)).toEqual([
    "evidence",
    "structure",
    "preparation",
    "composure",
    "appearance",
    "disposition",
  ]);
  expect(appearanceOf(readRatings({ "rating.appearance": "not_yet" }))).toBe(1);
  expect(appearanceOf(readRatings({ "rating.appearance": "not_sure" }))).toBeUndefined();
});

const draft = { writerIsCandidate: true, finishedAt: null, openPromise: false } as const;

test.each([
  ["a time that is there", "America/New_York", "2027-03-14", "03:30", true],
  ["an hour that clocks skip", "America/New_York", "2027-03-14", "02:30", false],
  ["the same hour elsewhere", "Asia/Kathmandu", "2027-03-14", "02:30", true],
  ["the last year", "Asia/Kathmandu", "2099-12-31", "23:30", false],
])("the next round: %s", (_name, zone, next_date, next_time, isOk) => {
  const answers = { outcome: "next_round", next_date, next_time } as const;
  const decision = decideFinish({ ...draft, answers, zone });
  expect(decision.ok ? true : decision.refusal).toBe(isOk ? true : "no_such_time");
});

const low = {
  mood: "very_low",
  outcome: "rejected",
  outcome_reason: "role_stopped",
  keep_line: "A dog",
} as const;

test.each([
  ["another mood", { answers: { mood: "low" } }, "not_enough_yet"],
  ["nothing yet", { answers: {} }, "not_enough_yet"],
  ["sent before", { answers: low, isEnough: true }, "already_sent"],
  ["finished", { answers: low, finishedAt: Temporal.Instant.fromEpochMilliseconds(0) }, "already_finished"],
  ["somebody else's", { answers: low, writerIsCandidate: false }, "not_yours"],
] as const)("enough for today: %s", (_name, more, refusal) => {
  expect(decideEnough({ ...draft, ...more })).toEqual({ ok: false, refusal });
});

test("enough for today sends the first half and nothing else", () => {
  const answers = { ...low, signals: ["late"], cause_primary: "NERVES", sharing: "agency" } as const;
  expect(decideEnough({ ...draft, answers })).toEqual({
    ok: true,
    value: {
      mood: "very_low",
      outcome: "rejected",
      outcomeReason: "role_stopped",
      keepLine: "A dog",
      sharing: "agency",
    },
  });
});
