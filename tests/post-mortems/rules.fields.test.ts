import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, encode, fieldNames, type AskedQuestion } from "#lib/post-mortems/rules/fields.ts";
import { limits } from "#lib/post-mortems/words/form.ts";

/** Any UTF-16 unit: lone surrogates and control characters too. */
const codeUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));

test("choices and texts are stored as they are, the rest as JSON", () => {
  expect(encode("very_low")).toBe("very_low");
  expect(encode(true)).toBe("true");
  expect(encode(["late"])).toBe('["late"]');
  expect(encode(null)).toBe("");
});

test("the empty text is nothing, in every field", () => {
  for (const field of fieldNames) expect(decode(field, " ")).toEqual({ ok: true, value: null });
});

test("what was encoded reads back", () => {
  const question = fc.record<AskedQuestion>(
    {
      text: fc
        .string({ minLength: 1, maxLength: 100 })
        .map((text) => `Q ${text}`.replace(/\p{Cc}/gu, " ").trim()),
      bankId: fc.constantFrom("about-us", "gap"),
      rating: fc.constantFrom("strong", "okay", "rough", "blank"),
      knewIt: fc.boolean(),
    },
    { requiredKeys: ["text"] },
  );
  fc.assert(
    fc.property(question, (value) => {
      expect(decode("question.1", encode(value))).toEqual({ ok: true, value });
      expect(encode(value).length).toBeLessThanOrEqual(limits.value);
    }),
  );
});

test.each([
  ["mood", "furious", "not_a_choice"],
  ["cannot_recall", "maybe", "not_a_choice"],
  ["signals", "late", "not_a_choice"],
  ["signals", '["early"]', "not_a_choice"],
  ["cause_contributing", '["NERVES","PITCH","HISTORY"]', "too_many"],
  ["surprise", "x".repeat(limits.surprise + 1), "too_long"],
  ["promise_then", "a\u0000b", "not_clean"],
  ["question.1", '{"text":""}', "not_a_choice"],
  ["question.1", '{"text":"a","more":1}', "not_a_choice"],
  ["question.1", '{"text":"a","rating":"great"}', "not_a_choice"],
  ["question.1", '{"text":"a","bankId":"../x"}', "not_a_choice"],
  ["question.1", '{"text":"\\ud800"}', "not_clean"],
  ["question.1", `{"text":"${"x".repeat(limits.question + 1)}"}`, "too_long"],
  ["question.1", "{", "not_a_choice"],
  ["rating.evidence", "5", "not_a_choice"],
  ["feedback_words", "x".repeat(limits.feedbackWords + 1), "too_long"],
  ["feedback_from", "a\u202Eb", "not_clean"],
  ["feedback_wish", "ask", "not_a_choice"],
  ["worked_well", "x".repeat(limits.workedWell + 1), "too_long"],
  ["keep_line", "x".repeat(10_000), "too_long"],
  ["next_date", "2026-02-30", "not_a_choice"],
  ["next_date", "2027-02-29", "not_a_choice"],
  ["next_date", "1999-12-31", "not_a_choice"],
  ["next_date", "2026-13-01", "not_a_choice"],
  ["next_date", "tomorrow", "not_a_choice"],
  ["next_time", "24:00", "not_a_choice"],
  ["next_time", "9:30", "not_a_choice"],
] as const)("%s does not take %j", (field, stored, refusal) => {
  expect(decode(field, stored)).toEqual({ ok: false, refusal });
});

test("no text makes reading throw", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fieldNames),
      fc.oneof(fc.string({ unit: codeUnit }), fc.json()),
      (field, stored) => {
        expect(typeof decode(field, stored).ok).toBe("boolean");
      },
    ),
  );
});

test("every date from 2000 to 2099 is one, and no other", () => {
  const part = (max: number) => fc.nat({ max }).map((value) => String(value).padStart(2, "0"));
  fc.assert(
    fc.property(part(99), part(13), part(32), (year, month, day) => {
      const date = `20${year}-${month}-${day}`;
      let isThere = true;
      try {
        Temporal.PlainDate.from(date);
      } catch {
        isThere = false;
      }
      expect(decode("next_date", date).ok).toBe(isThere);
    }),
  );
});

test.each(["🙂👩‍👧", "שלום עולם", "ทดสอบ", "a\nb"])("%j is stored and read the same", (text) => {
  for (const field of ["feedback_words", "feedback_from", "worked_well", "keep_line"] as const)
    expect(decode(field, encode(text))).toEqual({ ok: true, value: text });
});
