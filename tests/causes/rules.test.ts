import fc from "fast-check";
import { expect, test } from "vitest";
import { causesToChoose, suggestCauses, type CauseFacts } from "#lib/causes/rules/suggestions.ts";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { promiseFor } from "#lib/causes/rules/taxonomy.ts";
import { becauseWords, questionTags } from "#lib/causes/words/because.ts";
import { CauseCode, InterviewFormat, OutcomeReason, Rating, Signal } from "#lib/infra/prisma/enums.ts";

const nothing: CauseFacts = { questions: [], signals: [], outcomeReason: null, format: "on_site" };
const codes = (facts: Partial<CauseFacts>) =>
  suggestCauses(firstVersion, { ...nothing, ...facts }).map(({ cause }) => cause);
const list = ["NERVES", "NO_ANSWER", "NO_EXAMPLES", "RAMBLED"];

test("without any signal the list of product.md, saying that it is the list", () => {
  expect(codes({})).toEqual(list);
  for (const { because } of suggestCauses(firstVersion, nothing))
    expect(because).toBe(becauseWords.from_the_list);
});

test.each<[string, Partial<CauseFacts>, CauseCode[]]>([
  ["a blank question that was known", { questions: [{ rating: "blank", knewIt: true }] }, ["NERVES"]],
  ["a blank question", { questions: [{ rating: "blank" }] }, ["NO_ANSWER"]],
  ["an okay question", { questions: [{ rating: "okay" }] }, ["NO_EXAMPLES"]],
  ["a rough question", { questions: [{ rating: "rough" }] }, ["NO_EXAMPLES"]],
  ["cut off", { signals: ["cut_me_off"] }, ["RAMBLED"]],
  ["asked again", { signals: ["asked_again"] }, ["OFF_TARGET"]],
  [
    "blank on what do you know about us",
    { questions: [{ rating: "blank", tags: ["about_us"] }] },
    ["EMPLOYER_PREP", "NO_ANSWER"],
  ],
  ["blank on why us", { questions: [{ rating: "blank", tags: ["why_us"] }] }, ["EMPLOYER_PREP", "NO_ANSWER"]],
  [
    "rough on tell me about yourself",
    { questions: [{ rating: "rough", tags: ["tell_me_about_yourself"] }] },
    ["PITCH", "NO_EXAMPLES"],
  ],
  ["a requirement", { outcomeReason: "a_requirement" }, ["SKILL_GAP"]],
  ...(["gap", "reason_for_leaving", "pay", "references"] as const).flatMap(
    (tag): [string, Partial<CauseFacts>, CauseCode[]][] => [
      [`rough on ${tag}`, { questions: [{ rating: "rough", tags: [tag] }] }, ["HISTORY", "NO_EXAMPLES"]],
      [`blank on ${tag}`, { questions: [{ rating: "blank", tags: [tag] }] }, ["HISTORY", "NO_ANSWER"]],
    ],
  ),
  ["a tech problem on video", { signals: ["tech_problem"], format: "video" }, ["LOGISTICS", "APPEARANCE"]],
  ["a tech problem on site", { signals: ["tech_problem"] }, ["LOGISTICS"]],
  ["late", { signals: ["late"] }, ["LOGISTICS"]],
  ["not interested", { signals: ["not_interested"] }, ["DISPOSITION"]],
  ["asked nothing", { signals: ["asked_nothing"] }, ["CLOSING"]],
])("%s", (_name, facts, first) => {
  expect(codes(facts).slice(0, first.length)).toEqual(first);
  const pointed = suggestCauses(firstVersion, { ...nothing, ...facts }).filter(
    ({ because }) => because !== becauseWords.from_the_list,
  );
  expect(pointed.map(({ cause }) => cause)).toEqual(first);
});

test("a strong answer, a story told, and surprises suggest nothing", () => {
  expect(
    codes({
      questions: [
        { rating: "strong", tags: ["gap", "reason_for_leaving", "pay", "references"] },
        { rating: "rough", hasStory: true },
      ],
    }),
  ).toEqual(list);
  expect(
    codes({ signals: ["surprise", "moved_on_fast", "pushed_back", "cut_short", "sold_me_the_job"] }),
  ).toEqual(list);
});

test("what the employer said comes before questions, questions before what was noticed, the general one last", () => {
  const facts: Partial<CauseFacts> = {
    questions: [{ rating: "rough" }, { rating: "blank", knewIt: true }],
    signals: ["cut_me_off"],
    outcomeReason: "a_requirement",
  };
  expect(codes(facts)).toEqual(["SKILL_GAP", "NERVES", "RAMBLED", "NO_EXAMPLES"]);
});

test("outside my control stands beside, and says so when they did", () => {
  for (const outcomeReason of ["stronger_candidate", "role_stopped"] as const) {
    expect(codes({ outcomeReason })).toEqual(list);
    expect(causesToChoose(firstVersion, { ...nothing, outcomeReason }).beside).toEqual([
      { cause: "UNSURE", because: becauseWords.few_details },
      { cause: "OUTSIDE", because: becauseWords.decided_elsewhere },
    ]);
  }
});

test("always four different ones, never the two beside, and every cause can be chosen exactly once", () => {
  const facts = fc.record({
    questions: fc.array(
      fc.record({
        rating: fc.constantFrom(...Object.values(Rating)),
        knewIt: fc.boolean(),
        tags: fc.subarray([...questionTags]),
      }),
      { maxLength: 5 },
    ),
    signals: fc.subarray(Object.values(Signal)),
    outcomeReason: fc.constantFrom(null, ...Object.values(OutcomeReason)),
    format: fc.constantFrom(...Object.values(InterviewFormat)),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const { suggested, beside, more } = causesToChoose(firstVersion, given);
      const all = [...suggested, ...beside].map(({ cause }) => cause).concat(more);
      expect(suggested).toHaveLength(4);
      expect(all.toSorted()).toEqual(Object.values(CauseCode).toSorted());
      expect(beside.map(({ cause }) => cause)).toEqual(["UNSURE", "OUTSIDE"]);
    }),
  );
});

test("a promise can begin before a cause is chosen", () => {
  expect(promiseFor(firstVersion, null)).toEqual(promiseFor(firstVersion, "UNSURE"));
  expect(promiseFor(firstVersion, "NERVES").if).toBe("my mind goes blank");
});
