import fc from "fast-check";
import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { Outcome, type FeedbackWish } from "#lib/infra/prisma/enums.ts";
import type { Answers } from "#lib/post-mortems/rules/fields.ts";
import { fieldNames } from "#lib/post-mortems/rules/fields.ts";
import { answersGiven, placeAfter } from "#lib/post-mortems/rules/given.ts";
import {
  isNewsOpen,
  mayChange,
  newsOutcomes,
  newsSince,
  readNews,
  splitAt,
} from "#lib/post-mortems/rules/heard-back.ts";
import {
  addressOf,
  canSkip,
  nextScreen,
  placeFor,
  previousScreen,
  screenIds,
  screensFor,
  takesField,
  takesScreen,
} from "#lib/post-mortems/rules/screens.ts";
import type { StepId } from "#lib/post-mortems/rules/steps.ts";

const at = (hour: number) => Temporal.Instant.from("2026-11-23T00:00:00Z").add({ hours: hour });
const instants = fc.integer({ min: 0, max: 40 }).map(at);
const all = ["causes", "news_wish", "promise"] as const;
const facts = (answers: Answers = {}, may: readonly StepId[] = all) => ({
  form: "heard_back" as const,
  mayChange: may,
  openPromise: false,
  answers: { outcome: "rejected", ...answers } as Answers,
  taxonomy: firstVersion,
});

test.each([
  ["a no after finishing", {}, true],
  ["no reply after finishing", { outcome: "no_reply" }, true],
  ["a draft", { finishedAt: null }, false],
  ["an outcome that finishing itself recorded", { outcomeAt: at(10) }, false],
  ["an outcome that was known before", { outcomeAt: at(9) }, false],
  ["changed back to waiting", { outcome: "waiting", outcomeAt: null }, false],
  ["good news", { outcome: "next_round" }, false],
  ["withdrawn", { outcome: "withdrawn" }, false],
  ["told about already", { newsAt: at(12) }, false],
  ["told about in the very moment", { newsAt: at(11) }, false],
  ["another answer after it was told about", { newsAt: at(12), outcomeAt: at(13) }, true],
] as const)("there is something to add: %s", (_case, changes: object, expected) => {
  const base = { finishedAt: at(10), newsAt: null, outcome: "rejected" as const, outcomeAt: at(11) };
  expect(isNewsOpen({ ...base, ...changes })).toBe(expected);
});

test("laws of when it is open: done closes it, and only a later answer opens it again", () => {
  fc.assert(
    fc.property(
      instants,
      instants,
      fc.option(instants),
      fc.constantFrom(...Object.values(Outcome)),
      (finishedAt, outcomeAt, newsAt, outcome) => {
        const one = { finishedAt, newsAt, outcome, outcomeAt };
        expect(isNewsOpen({ ...one, newsAt: outcomeAt })).toBe(false);
        expect(isNewsOpen({ ...one, finishedAt: null })).toBe(false);
        if (isNewsOpen(one)) {
          expect(newsOutcomes).toContain(outcome);
          expect(Temporal.Instant.compare(outcomeAt, newsSince(one) ?? outcomeAt)).toBe(1);
        }
      },
    ),
  );
});

const own = { side: "candidate", afterTalking: false } as const;
const theirs = { side: "counselor", afterTalking: false } as const;
const made = { closedAt: null, isAnswered: false };
test.each([
  ["nothing chosen, nothing promised", [], null, ["causes", "news_wish", "promise"]],
  ["only the counselor has chosen", [theirs], null, ["causes", "news_wish", "promise"]],
  ["chosen, still blind", [own], null, ["news_wish", "promise"]],
  ["revealed", [own, theirs], null, ["causes", "news_wish", "promise"]],
  ["talked already", [own, theirs, { ...own, afterTalking: true }], null, ["news_wish", "promise"]],
  ["the counselor has talked", [own, theirs, { ...theirs, afterTalking: true }], null, [...all]],
  ["a promise that waits", [own], made, ["news_wish", "promise"]],
  ["a promise that was asked about", [own], { ...made, isAnswered: true }, ["news_wish"]],
  ["a promise that is closed", [own], { ...made, closedAt: at(1) }, ["news_wish"]],
] as const)("what may change: %s", (_case, opinions, promise, expected) => {
  expect(mayChange({ opinions, promise })).toEqual(expected);
});

test("the way: mood first, then what they said, then only what may change; all of it can be passed over", () => {
  expect(screensFor(facts())).toEqual([
    "news_mood",
    "news_reason",
    "news_words",
    "causes",
    "news_wish",
    "promise",
    "news_done",
  ]);
  expect(screensFor(facts({ outcome: "no_reply" }, []))).toEqual(["news_mood", "news_words", "news_done"]);
  expect(screensFor(facts({ cause_primary: "PITCH" }, ["causes"]))).toContain("contributing");
  expect(screensFor(facts({ feedback_words: "Too quiet." }))).not.toContain("news_wish");
  for (const screen of screensFor(facts())) expect(canSkip(screen, facts())).toBe(true);
});

test("forward and back walk the same way and stay in the short path", () => {
  const there = facts({ cause_primary: "PITCH" });
  const way = screensFor(there);
  way.forEach((screen, index) => {
    expect(nextScreen(screen, there)).toBe(way[index + 1] ?? "news_done");
    expect(previousScreen(screen, there)).toBe(way[index - 1] ?? null);
  });
  const skipped = placeAfter({ screen: "news_mood", move: "skip" }, there);
  expect(addressOf("i", skipped, there.form)).toBe("/interviews/i/heard-back?step=news_reason");
});

test.each([
  ["news_words", "news_words"],
  ["sharing", "news_reason"],
  ["mood", "news_reason"],
  ["rating", "news_reason"],
  ["<script>", "news_reason"],
  [undefined, "news_reason"],
] as const)("an address that asks for %s leads to %s", (screen, expected) => {
  const touched = new Set(["news_mood"] as const);
  expect(placeFor({ screen, n: "9" }, { ...facts(), touched })).toEqual({ screen: expected });
});

test("of the first form it takes nothing but what it asks, and the first form nothing of it", () => {
  const blind = facts({}, ["news_wish"]);
  const taken = screenIds.filter((screen) => takesScreen(screen, blind));
  expect(taken).toEqual(["news_mood", "news_reason", "news_words", "news_wish", "news_done"]);
  expect(fieldNames.filter((field) => takesField(field, blind))).toEqual([
    "outcome_reason",
    "feedback_words",
    "feedback_from",
    "feedback_wish",
    "news_mood",
  ]);
  const first = { openPromise: false, answers: {} };
  for (const screen of ["news_mood", "news_words", "news_done", "together", "hand_over"] as const)
    expect(takesScreen(screen, first)).toBe(false);
  expect(takesScreen("rating", first)).toBe(true);
});

test("what they said is kept as typed, and emptied again", () => {
  const sent = { screen: "news_words", move: "next" } as const;
  expect(answersGiven({ ...sent, feedback_words: "No.", feedback_from: "Lee" }, facts())).toEqual({
    ok: true,
    value: [
      { field: "feedback_words", value: "No." },
      { field: "feedback_from", value: "Lee" },
    ],
  });
  expect(answersGiven({ ...sent, feedback_words: "" }, facts())).toMatchObject({
    value: [{ value: "" }, { value: "" }],
  });
});

const usual = { mayChange: all, hasChosen: false, outcome: "rejected" } as const;
const news = (answers: Answers, before: Answers = {}, changes: object = {}) =>
  readNews({ ...usual, wishes: ["remind_me", "ask_now"], answers, before, ...changes });
const wish = (feedback_wish: FeedbackWish) => ({ feedback_wish });

test.each([
  ["nothing", {}, {}, {}, {}],
  ["mood", { news_mood: "low" }, {}, {}, { mood: "low" }],
  ["a reason", { outcome_reason: "role_stopped" }, {}, {}, { reason: "role_stopped" }],
  [
    "the reason that was known",
    { outcome_reason: "role_stopped" },
    { outcome_reason: "role_stopped" },
    {},
    {},
  ],
  ["a reason taken back", {}, { outcome_reason: "role_stopped" }, {}, { reason: null }],
  ["a reason without a no", { outcome_reason: "role_stopped" }, {}, { outcome: "no_reply" }, {}],
  ["words", { feedback_words: "No.", feedback_from: "Lee" }, {}, {}, { words: "No.", from: "Lee" }],
  ["words taken back", {}, { feedback_words: "No." }, {}, { words: null }],
  [
    "words after a wish",
    { feedback_words: "No.", feedback_wish: "remind_me" },
    { feedback_wish: "remind_me" },
    {},
    { words: "No.", wish: null },
  ],
  ["a name without words", { feedback_from: "Tom" }, {}, {}, {}],
  ["a wish", { feedback_wish: "ask_now" }, {}, {}, { wish: "ask_now" }],
  ["a wish that is not offered", wish("ask_agency"), {}, {}, {}],
  ["a wish that is not offered, for one that was", wish("ask_agency"), wish("remind_me"), {}, {}],
  ["a wish of before, offered no more", wish("ask_now"), wish("ask_now"), { wishes: ["remind_me"] }, {}],
  ["a wish taken back", {}, wish("ask_now"), {}, { wish: null }],
  [
    "a first choice, each cause once",
    { cause_primary: "PITCH", cause_contributing: ["PITCH", "NERVES"] },
    {},
    {},
    { opinion: { primary: "PITCH", contributing: ["NERVES"] } },
  ],
  ["the same choice again", { cause_primary: "PITCH" }, { cause_primary: "PITCH" }, { hasChosen: true }, {}],
  [
    "another choice",
    { cause_primary: "PITCH" },
    { cause_primary: "NERVES" },
    { hasChosen: true },
    { opinion: { primary: "PITCH", contributing: [] } },
  ],
  ["a choice that may not change", { cause_primary: "PITCH" }, {}, { mayChange: [] }, {}],
  ["half a promise", { promise_if: "they ask" }, {}, {}, {}],
  [
    "a promise",
    { promise_if: "they ask", promise_then: "pause" },
    { promise_if: "they ask" },
    {},
    { promise: { if: "they ask", then: "pause" } },
  ],
  [
    "the promise as it was",
    { promise_if: "they ask", promise_then: "pause" },
    { promise_if: "they ask", promise_then: "pause" },
    {},
    {},
  ],
] as [string, Answers, Answers, object, object][])(
  "what is added: %s",
  (_case, now, before, changes, expected) => {
    expect(news(now, before, changes)).toEqual(expected);
  },
);

test("rows fall on one side each; the very moment belongs to before", () => {
  fc.assert(
    fc.property(fc.array(instants), instants, (times, moment) => {
      const rows = times.map((writtenAt, id) => ({ id, writtenAt }));
      const { before, since } = splitAt(rows, moment);
      expect([...before, ...since].toSorted((a, b) => a.id - b.id)).toEqual(rows);
      expect(before.every((row) => Temporal.Instant.compare(row.writtenAt, moment) <= 0)).toBe(true);
    }),
  );
});
