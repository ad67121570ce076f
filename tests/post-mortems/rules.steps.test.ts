import { expect, test } from "vitest";
import { fieldNames } from "#lib/post-mortems/rules/fields.ts";
import {
  newsSteps,
  nextStep,
  previousStep,
  progressOf,
  resumeStep,
  steps,
  stepsFor,
} from "#lib/post-mortems/rules/steps.ts";
import { stepWords } from "#lib/post-mortems/words.ts";

const plain = { openPromise: false, answers: {} };
const ids = (facts: Parameters<typeof stepsFor>[0]) => stepsFor(facts).map((step) => step.number);

test("the order is the one of product.md; the promise is asked about only when one is open", () => {
  expect(ids(plain)).toEqual([1, 2, 3, 4, 5, 9, 10]);
  expect(ids({ ...plain, openPromise: true })).toEqual([1, 0, 2, 3, 4, 5, 9, 10]);
});

test("good news asks for less", () => {
  expect(ids({ openPromise: true, answers: { outcome: "next_round" } })).toEqual([1, 0, 2, 3, 9, 10]);
  expect(ids({ openPromise: true, answers: { outcome: "offer" } })).toEqual([1, 2, 10]);
});

test("every field belongs to a step of a form, in each form to one, and every step of the first has its words", () => {
  const first = steps.flatMap((step) => step.fields);
  const news = newsSteps.flatMap((step) => step.fields);
  for (const fields of [first, news]) expect(new Set(fields).size).toBe(fields.length);
  expect([...new Set([...first, ...news, "together"])].toSorted()).toEqual([...fieldNames].toSorted());
  expect(steps.map((step) => step.id).toSorted()).toEqual(Object.keys(stepWords).toSorted());
});

test("from causes on everything can be skipped", () => {
  const from = steps.findIndex((step) => step.id === "causes");
  expect(steps.slice(from).every((step) => step.canBeSkipped)).toBe(true);
});

test("forward and back walk the same way, also from a step that is no longer asked", () => {
  for (const facts of [plain, { openPromise: true, answers: { outcome: "next_round" as const } }]) {
    const asked = stepsFor(facts);
    asked.forEach((step, index) => {
      expect(nextStep(step.id, facts)).toBe(asked[index + 1]?.id ?? null);
      expect(previousStep(step.id, facts)).toBe(asked[index - 1]?.id ?? null);
      expect(progressOf(step.id, facts)).toEqual({ position: index + 1, of: asked.length });
    });
  }
  const offer = { openPromise: false, answers: { outcome: "offer" as const } };
  expect(nextStep("signals", offer)).toBe("sharing");
  expect(previousStep("signals", offer)).toBe("outcome");
});

test("coming back goes on after the last step that has a row", () => {
  const touched = (
    ...fields: Parameters<typeof resumeStep>[0]["touched"] extends ReadonlySet<infer F> ? F[] : never
  ) => resumeStep({ ...plain, touched: new Set(fields) });
  expect(touched()).toBe("mood");
  expect(touched("mood")).toBe("outcome");
  expect(touched("mood", "question.2")).toBe("signals");
  expect(touched("sharing")).toBe("sharing");
});
