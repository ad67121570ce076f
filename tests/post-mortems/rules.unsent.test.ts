import fc from "fast-check";
import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { encode, fieldNames, fields, type Field } from "#lib/post-mortems/rules/fields.ts";
import { unsentIn } from "#lib/post-mortems/rules/unsent.ts";
import { unsentWords } from "#lib/post-mortems/words/live.ts";

const { causes } = firstVersion;
const shown = (field: string, value: string) => unsentIn({ field, value }, causes);

/** Everything that a field's buttons, chips and flags can store. */
function codesOf(field: Field): string[] {
  const shape = fields[field];
  if (shape.kind === "flag") return ["true", "false"];
  if (shape.kind === "choice") return shape.codes;
  return shape.kind === "choices" ? shape.codes.map((code) => JSON.stringify([code])) : [];
}

const everyCode = fieldNames.flatMap((field) => codesOf(field).map((value) => [field, value] as const));
/** Words begin with a capital letter and go on with small ones, an apostrophe or a space. */
const words = /^[A-Z](?:[a-z’]| )/u;

test.each(everyCode)("%s: %s is said in words", (field, value) => {
  const { title, answer } = shown(field, value);
  expect(answer).toMatch(words);
  expect(answer).not.toMatch(/_|[A-Z]{3}|["[\]{}]/u);
  expect(answer).not.toBe(unsentWords.unreadable);
  expect(title).not.toBe("");
});

test.each(fieldNames)("%s has a title of its own words, and says when it was passed over", (field) => {
  const { title, answer } = shown(field, "");
  expect(title).toMatch(/^(?:[A-Z][a-z’ ]|If$|then I will$)/u);
  expect(title).not.toContain("_");
  expect(answer).toBe("Passed over");
});

test("codes side by side are told apart", () => {
  for (const field of fieldNames) {
    const answers = codesOf(field).map((value) => shown(field, value).answer);
    expect(new Set(answers).size, field).toBe(answers.length);
  }
});

test.each([
  ["mood", "very_low", "How do you feel about it?", "Very low"],
  ["news_mood", "low", "How does their answer feel?", "Low"],
  ["outcome_reason", "role_stopped", "Did they say what decided it?", "The job was stopped"],
  ["signals", '["cut_me_off","late"]', "What did you notice?", "Cut me off, Late start"],
  ["signals", "[]", "What did you notice?", "Passed over"],
  ["surprise", "Three people", "What surprised you?", "Three people"],
  ["cause_primary", "RAMBLED", "What got in the way most?", "My answers ran long or short"],
  ["rating.voice", "ready", "An answer", unsentWords.unreadable],
  ["rating.structure", "getting_there", "Structure", "Getting there"],
  ["rating.evidence", "not_sure", "Evidence", "Not sure"],
  ["feedback_wish", "ask_agency", "Any feedback so far?", "Ask the agency to ask them"],
  ["next_format", "on_site", "How you talk", "On site"],
  ["next_date", "2026-12-03", "Date", "2026-12-03"],
  ["cannot_recall", "true", "What did they ask?", "I can’t recall"],
  ["together", "true", "What got in the way: did you choose it together?", "We chose it together"],
  ["question.1", '{"text":"Which shifts?"}', "What did they ask?", "Which shifts?"],
  ["question.2", '{"text":"Why us?","rating":"rough"}', "What did they ask?", "Why us? (Rough)"],
  [
    "question.3",
    '{"text":"Why us?","rating":"blank","knewIt":true}',
    "What did they ask?",
    "Why us? (Blank, but I knew it)",
  ],
  // What no server takes is text all the same.
  ["worked_well", "too long ".repeat(200), "What worked?", "too long ".repeat(200)],
  ["question.1", '{"text":"Odd \\"one\\"?","older":1}', "What did they ask?", 'Odd "one"?'],
  // What another version of the form wrote.
  ["what_else", "Some words", "An answer", "Some words"],
  ["what_else", "some_code", "An answer", unsentWords.unreadable],
  ["what_else", '["a b"]', "An answer", unsentWords.unreadable],
  ["mood", "so_so", "How do you feel about it?", unsentWords.unreadable],
  ["signals", '["new_one"]', "What did you notice?", unsentWords.unreadable],
])("%s: %s", (field, value, title, answer) => {
  expect(shown(field, value)).toEqual({ title, answer });
});

test("a cause that the taxonomy does not name is no code on the screen either", () => {
  expect(unsentIn({ field: "cause_primary", value: "NERVES" }, []).answer).toBe(unsentWords.unreadable);
});

test("whatever was typed is shown as it was typed", () => {
  const typed = fc
    .string({ minLength: 1, maxLength: 200 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  fc.assert(
    fc.property(typed, (text) => {
      expect(shown("surprise", text).answer).toBe(text);
      expect(shown("question.1", encode({ text })).answer).toBe(text);
    }),
  );
});

test("whatever lies in the storage, it is said", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...fieldNames), fc.string()), fc.string(), (field, value) => {
      const { title, answer } = shown(field, value);
      expect(title).not.toBe("");
      expect(answer).not.toBe("");
    }),
  );
});
