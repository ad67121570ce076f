import { goodNews } from "#lib/interviews/rules.ts";
import type { Outcome } from "#lib/infra/prisma/enums.ts";
import type { stepWords } from "../words.ts";
import { questionFields, type Answers, type Field } from "./fields.ts";

export type StepId = keyof typeof stepWords;

export type Step = {
  readonly id: StepId;
  /** Its number in product.md, which is not its place on the screen. */
  readonly number: number;
  readonly fields: readonly Field[];
  readonly canBeSkipped: boolean;
  /** Outcomes after which it is not asked: good news asks for less (product.md). */
  readonly notAfter: readonly Outcome[];
};

/** The steps of the core form, in the order of the screens. */
export const steps: readonly Step[] = [
  { id: "mood", number: 1, fields: ["mood"], canBeSkipped: false, notAfter: [] },
  { id: "promise_kept", number: 0, fields: ["promise_answer"], canBeSkipped: false, notAfter: ["offer"] },
  { id: "outcome", number: 2, fields: ["outcome", "outcome_reason"], canBeSkipped: false, notAfter: [] },
  {
    id: "questions",
    number: 3,
    fields: [...questionFields, "cannot_recall"],
    canBeSkipped: false,
    notAfter: ["offer"],
  },
  { id: "signals", number: 4, fields: ["signals", "surprise"], canBeSkipped: true, notAfter: goodNews },
  {
    id: "causes",
    number: 5,
    fields: ["cause_primary", "cause_contributing"],
    canBeSkipped: true,
    notAfter: goodNews,
  },
  {
    id: "promise",
    number: 9,
    fields: ["promise_next", "promise_if", "promise_then"],
    canBeSkipped: true,
    notAfter: ["offer"],
  },
  { id: "sharing", number: 10, fields: ["sharing"], canBeSkipped: true, notAfter: [] },
];

export type StepFacts = {
  /** Whether a promise is open that this interview is asked about (`isAskedAbout`). */
  readonly openPromise: boolean;
  readonly answers: Answers;
};

/** The steps that are asked of this post-mortem, in order. */
export function stepsFor(facts: StepFacts): readonly Step[] {
  const { outcome } = facts.answers;
  return steps.filter(
    (step) =>
      (step.id !== "promise_kept" || facts.openPromise) &&
      (outcome === undefined || !step.notAfter.includes(outcome)),
  );
}

/** The step after `from`, or `null` after the last. A step that is not asked leads to the next one that is. */
export function nextStep(from: StepId, facts: StepFacts): StepId | null {
  return neighbour(from, facts, steps);
}

/** The step before `from`, or `null` before the first. */
export function previousStep(from: StepId, facts: StepFacts): StepId | null {
  return neighbour(from, facts, steps.toReversed());
}

function neighbour(from: StepId, facts: StepFacts, order: readonly Step[]): StepId | null {
  const asked = stepsFor(facts);
  const after = order.slice(order.findIndex((step) => step.id === from) + 1);
  return after.find((step) => asked.includes(step))?.id ?? null;
}

/** Where `step` stands among the steps that are asked, both from 1: "3 of 7". */
export function progressOf(step: StepId, facts: StepFacts): { position: number; of: number } {
  const asked = stepsFor(facts);
  const before = steps.slice(
    0,
    steps.findIndex((one) => one.id === step),
  );
  return { position: before.filter((one) => asked.includes(one)).length + 1, of: asked.length };
}

/**
 * Where somebody who comes back goes on: after the last step that has a row
 * (answered or passed over), on it if it is the last, at the start without any.
 */
export function resumeStep(facts: StepFacts & { readonly touched: ReadonlySet<Field> }): StepId {
  const asked = stepsFor(facts);
  const last = asked.findLastIndex((step) => step.fields.some((field) => facts.touched.has(field)));
  return (asked[last + 1] ?? asked[last] ?? steps[0])?.id ?? "mood";
}
