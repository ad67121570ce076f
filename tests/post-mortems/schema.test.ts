import { expect, test } from "vitest";
import { answersSchema, answerSchema } from "#lib/post-mortems/schema.ts";
import { limits, postMortemWords } from "#lib/post-mortems/words.ts";

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
  expect(answersSchema.safeParse({ answers: [] }).success).toBe(false);
  expect(
    answersSchema.safeParse({ answers: Array.from({ length: limits.answersAtOnce + 1 }, () => answer) })
      .success,
  ).toBe(false);
  expect(answersSchema.parse({ answers: [answer] }).answers).toHaveLength(1);
});
