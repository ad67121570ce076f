import { expect, test } from "vitest";
import { editCauseSchema } from "#lib/causes/schema.ts";
import { causeLimits, causeWords } from "#lib/causes/words/settings.ts";

const form = {
  key: "7d0f6c1e-7f5e-4d8c-9a52-5a3a9b1b7c11",
  cause: "NERVES",
  version: "3",
  isOn: "on",
  name: "Nerves took over",
  line: "I knew it",
  promiseIf: "my mind goes blank",
  promiseThen: "breathe out",
  promiseOr: "ask once more",
  recognise: "You knew it.",
  helps: "One\nTwo\nThree",
  exercise: "Ten minutes.",
  text1: "Book a mock interview",
  days1: "7",
  on1: "off",
};

test("a form as a browser sends it, with the actions that the cause has", () => {
  const parsed = editCauseSchema.parse({ ...form, helps: " One \n\n\nTwo\n Three\n" });
  expect(parsed).toMatchObject({ version: 3, isOn: true, helps: form.helps, days1: 7, on1: false });
  expect(parsed.text2).toBeUndefined();
});

const long = (max: number) => "a".repeat(max + 1);

test.each<[string, Partial<Record<keyof typeof form, string>>, string]>([
  ["no name", { name: "  " }, causeWords.needed],
  ["a name that is too long", { name: long(causeLimits.name) }, "80"],
  ["a line that is too long", { line: long(causeLimits.line) }, "160"],
  ["a promise that is too long", { promiseOr: long(causeLimits.promise) }, "300"],
  ["no promise", { promiseThen: "" }, causeWords.needed],
  ["a guide that is too long", { recognise: long(causeLimits.recognise) }, "600"],
  ["things that are too long", { helps: long(causeLimits.helps) }, "900"],
  ["two things", { helps: "One\nTwo" }, causeWords.threeLines],
  ["four things", { helps: "1\n2\n3\n4" }, causeWords.threeLines],
  ["no exercise", { exercise: "" }, causeWords.needed],
  ["an exercise that is too long", { exercise: long(causeLimits.exercise) }, "600"],
  ["an action without words", { text1: "" }, causeWords.needed],
  ["an action that is too long", { text1: long(causeLimits.action) }, "160"],
  ["61 days", { days1: "61" }, causeWords.between],
  ["days before yesterday", { days1: "-1" }, causeWords.between],
  ["days that are no number", { days1: "x" }, causeWords.between],
  ["neither on nor off", { isOn: "perhaps" }, causeWords.onOrOff],
])("%s is told at its field", (_name, changed, said) => {
  const parsed = editCauseSchema.safeParse({ ...form, ...changed });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(changed));
  expect(parsed.error?.issues[0]?.message).toContain(said);
});

test("0 and 60 days are days, and a cause that is none is refused", () => {
  for (const days1 of ["0", "60", "07"])
    expect(editCauseSchema.safeParse({ ...form, days1 }).success).toBe(true);
  expect(editCauseSchema.safeParse({ ...form, cause: "no-answer" }).success).toBe(false);
  expect(editCauseSchema.safeParse({ ...form, text4: "One more" }).success).toBe(false);
});
