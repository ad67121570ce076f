import fc from "fast-check";
import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { encode, fieldNames, fields, type Field } from "#lib/post-mortems/rules/fields.ts";
import { answersGiven, moves, placeAfter, ratingChoices } from "#lib/post-mortems/rules/given.ts";
import { screenIds } from "#lib/post-mortems/rules/screens.ts";
import { readScreen, typedAnswer, withAnswers } from "#lib/post-mortems/rules/sent.ts";
import { answerStepSchema } from "#lib/post-mortems/schema.ts";
import { limits } from "#lib/post-mortems/words/form.ts";
import { decodeForm } from "#lib/web/decode.ts";

const key = "11111111-1111-4111-8111-111111111111";
type Entry = [name: string, value: string];

function formOf(entries: readonly Entry[]): FormData {
  const form = new FormData();
  for (const [name, value] of [["key", key], ["postMortem", key], ...entries] as Entry[])
    form.append(name, value);
  return form;
}

const lists = new Set(fieldNames.filter((name) => fields[name].kind === "choices"));

/** What the door makes of the same form. */
function atTheDoor(form: FormData) {
  const { values, doubled } = decodeForm(form, lists);
  const parsed = answerStepSchema.safeParse(values);
  const failed = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  const names = [...new Set([...doubled, ...failed])].toSorted();
  if (!parsed.success || names.length > 0) return { refused: names };
  const { key: _key, postMortem: _postMortem, ...given } = parsed.data;
  return { given };
}

function inTheBrowser(form: FormData) {
  const read = readScreen(form);
  return read.ok ? { given: read.given } : { refused: Object.keys(read.problems).toSorted() };
}

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    "  ",
    "a\r\nb",
    "a\rb",
    "two\nlines",
    "\u202Eright to left",
    "\u0000",
    "e" + "\u0301".repeat(21),
  ),
  fc.integer({ min: limits.question - 1, max: limits.surprise + 1 }).map((length) => "x".repeat(length)),
);
const question = fc
  .record({ text, bankId: fc.option(fc.constantFrom("why-us", "No Id"), { nil: undefined }) })
  .map((asked) => JSON.stringify(asked));

function valueOf(name: string): fc.Arbitrary<string> {
  const codes: Readonly<Record<string, readonly string[]>> = {
    screen: screenIds,
    move: moves,
    n: ["1", "5", "0", "6", "12"],
    rating: ratingChoices,
    cannot_recall: ["yes", "true"],
    remove: ["yes", "no"],
    suggestion: ["0", "1", "2"],
  };
  if (name === "asked") return fc.oneof(question, text);
  const shape = fields[name as Field] as (typeof fields)[Field] | undefined;
  const known = codes[name] ?? (shape && "codes" in shape ? shape.codes : undefined);
  return known ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, text) : text;
}

const names = Object.keys(answerStepSchema.shape).filter((name) => name !== "key" && name !== "postMortem");
const entry = fc.constantFrom(...names).chain((name) => valueOf(name).map((value): Entry => [name, value]));
const screenEntry = fc.constantFrom(...screenIds).map((screen): Entry => ["screen", screen]);

test("the browser and the door read every form alike: the same values, or the same fields to mend", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), fc.option(screenEntry), (entries, screen) => {
      const form = formOf([...entries, ...(screen ? [screen] : [])]);
      expect(inTheBrowser(form)).toEqual(atTheDoor(form));
    }),
    { numRuns: 2000 },
  );
});

test("every field of the door is known to the browser", () => {
  for (const name of names) {
    const read = readScreen(
      formOf([
        ["screen", "mood"],
        [name, "\u0000"],
      ]),
    );
    expect({ name, ok: read.ok }).toEqual({ name, ok: false });
  }
});

test("what is typed is the answer that it holds so far, and nothing while it is in no shape", () => {
  const n: Entry = ["n", "2"];
  const cases: [string, Entry[], ReturnType<typeof typedAnswer>][] = [
    ["own_question", [["own_question", " Why? "], n], { field: "question.2", value: '{"text":"Why?"}' }],
    ["own_question", [["own_question", " "], n], { field: "question.2", value: "" }],
    ["own_question", [["own_question", "x".repeat(limits.question + 1)], n], null],
    ["surprise", [["surprise", "A\r\ndog "]], { field: "surprise", value: "A\ndog" }],
    [
      "signals",
      [
        ["signals", "late"],
        ["signals", "cut_short"],
      ],
      { field: "signals", value: '["late","cut_short"]' },
    ],
    ["signals", [], { field: "signals", value: "[]" }],
    [
      "cause_contributing",
      ["PITCH", "NERVES", "CLOSING"].map((code): Entry => ["cause_contributing", code]),
      null,
    ],
    ["move", [["move", "next"]], null],
  ];
  for (const [name, entries, expected] of cases) expect(typedAnswer(name, formOf(entries))).toEqual(expected);
});

const facts = {
  answers: {},
  touched: new Set<Field>(),
  openPromise: false,
  zone: "Asia/Kathmandu",
  taxonomy: firstVersion,
};

test("answers given in the browser stand as the server would read them", () => {
  const given = withAnswers(facts, [
    { field: "mood", value: "low" },
    { field: "surprise", value: "A dog" },
    { field: "signals", value: '["late"]' },
    { field: "mood", value: "good" },
    { field: "surprise", value: "" },
    { field: "nothing", value: "that we know" },
    { field: "outcome", value: "no outcome" },
  ]);
  expect(given.answers).toEqual({ mood: "good", signals: ["late"] });
  expect([...given.touched].toSorted()).toEqual(["mood", "signals", "surprise"]);
  expect(facts.answers).toEqual({});
});

test("an answer given twice is given once, and leads to the same place", () => {
  const tap = fc
    .constantFrom(...screenIds)
    .chain((screen) =>
      fc
        .array(entry, { maxLength: 4 })
        .map((entries) => formOf([...entries.filter(([name]) => name !== "screen"), ["screen", screen]])),
    );
  fc.assert(
    fc.property(tap, (form) => {
      const read = readScreen(form);
      if (!read.ok) return;
      const rows = answersGiven(read.given, facts);
      if (!rows.ok) return;
      const once = withAnswers(facts, rows.value);
      const twice = withAnswers(once, rows.value);
      expect(twice).toEqual(once);
      expect(placeAfter(read.given, twice)).toEqual(placeAfter(read.given, once));
      for (const { field, value } of rows.value) expect(encode(once.answers[field] ?? null)).toBe(value);
    }),
  );
});
