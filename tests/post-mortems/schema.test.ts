import { expect, test } from "vitest";
import { answerStepSchema, answersSchema, answerSchema } from "#lib/post-mortems/schema.ts";
import { limits, postMortemWords } from "#lib/post-mortems/words/form.ts";

const id = "0190d6f0-0000-7000-8000-000000000001";
const answer = { id, field: "surprise", value: " They had read\r\nmy blog \n", ageMs: 0 };

test("a value comes out as it is stored", () => {
  expect(answerSchema.parse(answer).value).toBe("They had read\nmy blog");
  const doubled = { ...answer, field: "question.1", value: '{"text":"\uD800","text":" Why us? "}' };
  expect(answerSchema.parse(doubled).value).toBe('{"text":"Why us?"}');
});

test.each([
  ["an unknown field", { ...answer, field: "shoe_size" }],
  ["one more key", { ...answer, by: id }],
  ["no uuid", { ...answer, id: "1" }],
  ["an age below zero", { ...answer, ageMs: -1 }],
  ["an age above 30 days", { ...answer, ageMs: limits.ageMs + 1 }],
  ["an age as text", { ...answer, ageMs: "0" }],
  ["a value that is no text", { ...answer, value: { a: 1 } }],
  ["a NUL", { ...answer, value: "a\u0000b" }],
])("%s is refused", (_name, input) => {
  expect(answerSchema.safeParse(input).success).toBe(false);
});

test("the refusal stands at the value, in words", () => {
  const read = answerSchema.safeParse({ ...answer, field: "mood", value: "blue" });
  expect(read.error?.issues).toMatchObject([{ path: ["value"], message: postMortemWords.not_a_choice }]);
});

test("at least one answer, and not without end", () => {
  expect(answersSchema.safeParse({ postMortem: id, answers: [] }).success).toBe(false);
  // Finish alone: every answer was there before.
  expect(answersSchema.safeParse({ postMortem: id, answers: [], finish: id }).success).toBe(true);
  expect(
    answersSchema.safeParse({
      postMortem: id,
      answers: Array.from({ length: limits.answersAtOnce + 1 }, () => answer),
    }).success,
  ).toBe(false);
  expect(answersSchema.parse({ postMortem: id, answers: [answer] }).answers).toHaveLength(1);
});

const screen = { key: id, postMortem: id, screen: "questions" };

test("a screen's answer comes out in shape; what was left empty is nothing", () => {
  const asked = '{"text":" Why us? ","bankId":"why-us"}';
  expect(answerStepSchema.parse({ ...screen, asked, own_question: " ", n: "2" })).toEqual({
    ...screen,
    asked: { text: "Why us?", bankId: "why-us" },
    own_question: "",
    n: 2,
  });
});

test.each([
  ["a choice that is none", { mood: "furious" }],
  ["a question in no shape", { asked: '{"text":""}' }],
  ["a question that is no JSON", { asked: "Why us?" }],
  ["three more causes", { cause_contributing: ["PITCH", "HISTORY", "CLOSING"] }],
  ["a sixth question", { n: "6" }],
  ["a NUL", { surprise: "a\u0000b" }],
  ["a direction override", { own_question: "a\u202Eb" }],
  ["two lines where there is one", { promise_if: "a\nb" }],
  ["a text that is too long", { surprise: "x".repeat(limits.surprise + 1) }],
  ["a level that is none", { "rating.evidence": "5" }],
  ["their words, too many", { feedback_words: "x".repeat(10_000) }],
  ["two lines of what worked", { worked_well: "a\nb" }],
  ["a date that is none", { next_date: "2026-02-30" }],
  ["a time that is none", { next_time: "25:00" }],
  ["a step that is not aside", { open: "mood" }],
  ["a field that is none", { finishedAt: "now" }],
])("%s is refused", (_name, more) => {
  expect(answerStepSchema.safeParse({ ...screen, ...more }).success).toBe(false);
});

test("an empty date is none, whatever the words are written in", () => {
  const sent = {
    ...screen,
    screen: "next_round",
    next_date: "",
    next_time: "09:30",
    worked_well: " 🙂 שלום ",
  };
  expect(answerStepSchema.parse(sent)).toMatchObject({ next_time: "09:30", worked_well: "🙂 שלום" });
  expect(answerStepSchema.parse(sent).next_date).toBeUndefined();
});
