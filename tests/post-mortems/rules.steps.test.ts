import { expect, test } from "vitest";
import { fieldNames } from "#lib/post-mortems/rules/fields.ts";
import {
  isFirstHalf,
  newsSteps,
  progressOf,
  resumeStep,
  steps,
  stepsFor,
  stepsOf,
} from "#lib/post-mortems/rules/steps.ts";
import { stepWords } from "#lib/post-mortems/words/steps.ts";

const plain = { openPromise: false, answers: {} };
const ids = (facts: Parameters<typeof stepsFor>[0]) => stepsFor(facts).map((step) => step.number);

test("the order is the one of product.md; the promise is asked about only when one is open", () => {
  expect(ids(plain)).toEqual([1, 2, 3, 4, 5, 9, 10]);
  expect(ids({ ...plain, openPromise: true })).toEqual([1, 0, 2, 3, 4, 5, 9, 10]);
});

test("with what stands aside the order is the whole table", () => {
  expect(stepsOf({ ...plain, openPromise: true }).map((step) => step.number)).toEqual([
    1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test("good news asks for less", () => {
  expect(ids({ openPromise: true, answers: { outcome: "next_round" } })).toEqual([
    1,
    0,
    2,
    3,
    8,
    9,
    null,
    10,
  ]);
  expect(ids({ openPromise: true, answers: { outcome: "offer" } })).toEqual([1, 2, 8, 10]);
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

test("each step knows its place among those that are asked", () => {
  for (const facts of [plain, { openPromise: true, answers: { outcome: "next_round" as const } }]) {
    const asked = stepsFor(facts);
    asked.forEach((step, index) => {
      expect(progressOf(step.id, facts)).toEqual({ position: index + 1, of: asked.length });
    });
  }
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

test("very low: how it ended, a line, who may see it; the rest later, without what was answered", () => {
  const low = { openPromise: true, answers: { mood: "very_low" as const } };
  const names = (facts: Parameters<typeof stepsFor>[0]) => stepsFor(facts).map((step) => step.id);
  expect(isFirstHalf(low)).toBe(true);
  expect(names(low)).toEqual(["mood", "outcome", "keep_line", "sharing"]);
  const sent = { ...low, isEnough: true };
  expect(isFirstHalf(sent)).toBe(false);
  const rest = ["promise_kept", "questions", "signals", "causes", "promise", "sharing"];
  expect(names(sent)).toEqual(["promise_kept", "outcome", ...rest.slice(1)]);
  expect(names({ ...sent, answers: { mood: "very_low", outcome: "rejected" } })).toEqual(rest);
  expect(names({ ...sent, answers: { mood: "very_low", outcome: "offer" } })).toEqual([
    "worked_well",
    "sharing",
  ]);
  expect(names({ ...low, answers: { mood: "low" } })).not.toContain("keep_line");
});

test("the rest of a very low one goes on at the first step without a row", () => {
  const facts = {
    openPromise: false,
    isEnough: true,
    answers: { mood: "very_low", outcome: "waiting" },
  } as const;
  const resume = (...fields: (keyof typeof facts.answers | "sharing" | "question.1" | "signals")[]) =>
    resumeStep({ ...facts, touched: new Set(fields) });
  expect(resume("mood", "outcome", "sharing")).toBe("questions");
  expect(resume("mood", "outcome", "sharing", "question.1")).toBe("signals");
  expect(resume("mood", "outcome", "sharing", "question.1", "signals")).toBe("causes");
});
