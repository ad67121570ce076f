import { goodNews, isGoodNews } from "#lib/interviews/rules.ts";
import type { Outcome, Sharing } from "#lib/infra/prisma/enums.ts";
import type { stepWords } from "../words/steps.ts";
import type { Asking } from "./feedback.ts";
import { questionFields, ratingFields, type Answers, type Field } from "./fields.ts";

/** Steps that the first form does not have: of the short path after the answer, and of a call. */
export type OtherStepId = "news_mood" | "news" | "news_wish" | "news_done" | "together" | "hand_over";
export type StepId = keyof typeof stepWords | OtherStepId;

export type Step = {
  readonly id: StepId;
  /** Its number in product.md, which is not its place on the screen; `null` for what has none there. */
  readonly number: number | null;
  readonly fields: readonly Field[];
  readonly canBeSkipped: boolean;
  /** Outcomes after which it is not asked: good news asks for less (product.md). */
  readonly notAfter: readonly Outcome[];
  /** It is no stop on the way: whoever wants it opens it from "Anything else?" (the core stays at nine taps). */
  readonly isAside?: "always" | "without_good_news";
};

/** The steps of the form, in the order of the screens. */
export const steps: readonly Step[] = [
  { id: "mood", number: 1, fields: ["mood"], canBeSkipped: false, notAfter: [] },
  { id: "promise_kept", number: 0, fields: ["promise_answer"], canBeSkipped: false, notAfter: ["offer"] },
  { id: "outcome", number: 2, fields: ["outcome", "outcome_reason"], canBeSkipped: false, notAfter: [] },
  { id: "keep_line", number: null, fields: ["keep_line"], canBeSkipped: true, notAfter: [] },
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
    id: "ratings",
    number: 6,
    fields: ratingFields,
    canBeSkipped: true,
    notAfter: goodNews,
    isAside: "always",
  },
  {
    id: "feedback",
    number: 7,
    fields: ["feedback_words", "feedback_from", "feedback_wish"],
    canBeSkipped: true,
    notAfter: goodNews,
    isAside: "always",
  },
  {
    id: "worked_well",
    number: 8,
    fields: ["worked_well"],
    canBeSkipped: true,
    notAfter: [],
    isAside: "without_good_news",
  },
  {
    id: "promise",
    number: 9,
    fields: ["promise_next", "promise_if", "promise_then"],
    canBeSkipped: true,
    notAfter: ["offer"],
  },
  {
    id: "next_round",
    number: null,
    fields: ["next_date", "next_time", "next_format"],
    canBeSkipped: true,
    // Only after "next round" (`belongs`).
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
  /** Very low: whether the first half was sent, "enough for today". */
  readonly isEnough?: boolean;
  /** Who could read the candidate's latest finished one: good news is shared the same way. */
  readonly lastSharing?: Sharing | null;
  /** Who may be asked for feedback, as its rules allow. */
  readonly asking?: Asking;
  /** The candidate's zone, in which the next round is meant. */
  readonly zone?: string;
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

/**
 * The steps that this post-mortem has, whether they are on the way or opened aside, asked now or answered before: what
 * of its answers counts.
 */
export function stepsOf(facts: StepFacts): readonly Step[] {
  return allSteps(facts).filter((step) => belongs(step, facts) && isOfThisForm(step.id, facts));
}

function belongs(step: Step, { openPromise, answers: { outcome, mood } }: StepFacts): boolean {
  if (step.id === "promise_kept" && !openPromise) return false;
  if (step.id === "next_round" && outcome !== "next_round") return false;
  if (step.id === "keep_line" && mood !== "very_low") return false;
  return outcome === undefined || !step.notAfter.includes(outcome);
}

/** Of a very low one the first half is asked first: how it ended, a line to keep, who may see it; then it is enough. */
const firstHalf: readonly StepId[] = ["mood", "outcome", "keep_line", "sharing"];

/** Whether this is the first half of a very low one, which ends with "That is enough for today" instead of Finish. */
export function isFirstHalf({ answers, isEnough = false, form = "first" }: StepFacts): boolean {
  return form === "first" && answers.mood === "very_low" && !isEnough;
}

/** The steps that are asked of this post-mortem on the way to its end, in order; those aside are not among them. */
export function stepsFor(facts: StepFacts): readonly Step[] {
  return stepsOf(facts).filter((step) => !isAside(step, facts) && isOfThisHalf(step, facts));
}

/** Whether the step is one that is only opened, from "Anything else?". */
export function isAside({ isAside: when }: Step, { answers: { outcome } }: StepFacts): boolean {
  return when === "always" || (when !== undefined && !(outcome !== undefined && isGoodNews(outcome)));
}

/** The rest of a very low one is what the first half did not ask or was not told; its last screen is always there. */
function isOfThisHalf({ id, fields: [field] }: Step, facts: StepFacts): boolean {
  if (isFirstHalf(facts)) return firstHalf.includes(id);
  if (!facts.isEnough || id === "sharing" || !firstHalf.includes(id)) return true;
  return id !== "keep_line" && field !== undefined && facts.answers[field] === undefined;
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
 * In the rest of a very low one, whose last step was asked before: at the first without a row.
 */
export function resumeStep(facts: StepFacts & { readonly touched: ReadonlySet<Field> }): StepId {
  const asked = stepsFor(facts);
  const isTouched = (step: Step) => step.fields.some((field) => facts.touched.has(field));
  if (facts.isEnough) return (asked.find((step) => !isTouched(step)) ?? asked.at(-1))?.id ?? "sharing";
  const last = asked.findLastIndex(isTouched);
  return (asked[last + 1] ?? asked[last] ?? allSteps(facts)[0])?.id ?? "mood";
}
