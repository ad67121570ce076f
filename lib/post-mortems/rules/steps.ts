import { goodNews } from "#lib/interviews/rules.ts";
import type { Outcome } from "#lib/infra/prisma/enums.ts";
import type { stepWords } from "../words.ts";
import { questionFields, type Answers, type Field } from "./fields.ts";

/** Steps that the first form does not have: of the short path after the answer, and of a call. */
export type OtherStepId = "news_mood" | "news" | "news_wish" | "news_done" | "together" | "hand_over";
export type StepId = keyof typeof stepWords | OtherStepId;

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

const optional = { canBeSkipped: true, notAfter: [] } as const;

/** The short path after the employer's answer, in the order of the screens (product.md, "After an interview, and after the answer"). */
export const newsSteps: readonly Step[] = [
  { id: "news_mood", number: 1, fields: ["news_mood"], ...optional },
  { id: "news", number: 2, fields: ["outcome_reason", "feedback_words", "feedback_from"], ...optional },
  { id: "causes", number: 5, fields: ["cause_primary", "cause_contributing"], ...optional },
  { id: "news_wish", number: 7, fields: ["feedback_wish"], ...optional },
  { id: "promise", number: 9, fields: ["promise_if", "promise_then"], ...optional },
  { id: "news_done", number: 10, fields: [], ...optional },
];

/** On a call the counselor is asked whether causes were chosen together, and hands over instead of finishing. */
const together: Step = {
  id: "together",
  number: 5,
  fields: ["together"],
  canBeSkipped: true,
  notAfter: goodNews,
};
const handOver: Step = { id: "hand_over", number: 10, fields: [], ...optional };

export type StepFacts = {
  /** Whether a promise is open that this interview is asked about (`isAskedAbout`). */
  readonly openPromise: boolean;
  readonly answers: Answers;
  /** Which form it is: the whole one, the short path after the answer, or the one that staff fill in on a call. */
  readonly form?: "first" | "heard_back" | "on_a_call";
  /** In the short path: what may still change. */
  readonly mayChange?: readonly StepId[];
};

/** All steps of the form that this is, asked or not, in order. */
export function allSteps(facts: StepFacts): readonly Step[] {
  if (facts.form === "heard_back") return newsSteps;
  if (facts.form !== "on_a_call") return steps;
  return steps.flatMap((step) => {
    if (step.id === "causes") return [together, step];
    return step.id === "sharing" ? [handOver] : [step];
  });
}

/** Causes are the candidate's, and the promise comes from them, unless both were there (product.md, "Two opinions, blind"). */
function isOfThisForm(id: StepId, { form, mayChange = [], answers }: StepFacts): boolean {
  const isChoice = id === "causes" || id === "news_wish" || id === "promise";
  // Whoever was told something is not asked whether to ask for it.
  if (id === "news_wish" && answers.feedback_words !== undefined) return false;
  if (form === "heard_back") return !isChoice || mayChange.includes(id);
  return form !== "on_a_call" || !isChoice || answers.together === true;
}

/** The steps that are asked of this post-mortem, in order. */
export function stepsFor(facts: StepFacts): readonly Step[] {
  const { outcome } = facts.answers;
  return allSteps(facts).filter(
    (step) =>
      (step.id !== "promise_kept" || facts.openPromise) &&
      isOfThisForm(step.id, facts) &&
      (outcome === undefined || !step.notAfter.includes(outcome)),
  );
}

/** The step after `from`, or `null` after the last. A step that is not asked leads to the next one that is. */
export function nextStep(from: StepId, facts: StepFacts): StepId | null {
  return neighbour(from, facts, allSteps(facts));
}

/** The step before `from`, or `null` before the first. */
export function previousStep(from: StepId, facts: StepFacts): StepId | null {
  return neighbour(from, facts, allSteps(facts).toReversed());
}

function neighbour(from: StepId, facts: StepFacts, order: readonly Step[]): StepId | null {
  const asked = stepsFor(facts);
  const after = order.slice(order.findIndex((step) => step.id === from) + 1);
  return after.find((step) => asked.includes(step))?.id ?? null;
}

/** Where `step` stands among the steps that are asked, both from 1: "3 of 7". */
export function progressOf(step: StepId, facts: StepFacts): { position: number; of: number } {
  const asked = stepsFor(facts);
  const all = allSteps(facts);
  const before = all.slice(
    0,
    all.findIndex((one) => one.id === step),
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
  return (asked[last + 1] ?? asked[last] ?? allSteps(facts)[0])?.id ?? "mood";
}
