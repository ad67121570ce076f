import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { outcomesWithReason } from "./answers.ts";
import { questionFields, ratingFields, type Answers, type AskedQuestion, type Field } from "./fields.ts";
import { asksKeepOrNew } from "./promise.ts";
import {
  allSteps,
  isAside,
  isFirstHalf,
  progressOf,
  resumeStep,
  stepsFor,
  stepsOf,
  type StepFacts,
  type StepId,
} from "./steps.ts";

type Shown = (facts: StepFacts) => boolean;
const always: Shown = () => true;

/** What stands on one screen of the phone, in order: the step that it belongs to, and when it is shown. */
const screens = {
  news_mood: { step: "news_mood", shown: always, fields: ["news_mood"] },
  news_reason: { step: "news", shown: knowsReason, fields: ["outcome_reason"] },
  news_words: { step: "news", shown: always, fields: ["feedback_words", "feedback_from"] },
  mood: { step: "mood", shown: always, fields: ["mood"] },
  promise_kept: { step: "promise_kept", shown: always, fields: ["promise_answer"] },
  outcome: { step: "outcome", shown: always, fields: ["outcome"] },
  keep_line: { step: "keep_line", shown: always, fields: ["keep_line"] },
  questions: { step: "questions", shown: always, fields: ["cannot_recall"] },
  /** Of one question, whose number stands in the address; so it is never simply the next. */
  rating: { step: "questions", shown: () => false, fields: [] },
  signals: { step: "signals", shown: always, fields: ["signals", "surprise"] },
  together: { step: "together", shown: always, fields: ["together"] },
  causes: { step: "causes", shown: always, fields: ["cause_primary"] },
  /** "Anything else?": other causes beside a first one, and the way to the steps that stand aside. */
  contributing: {
    step: "causes",
    shown: (facts) => mayAddCauses(facts) || asidesFor(facts).length > 0,
    fields: ["cause_contributing"],
  },
  ratings: { step: "ratings", shown: always, fields: ratingFields },
  feedback: { step: "feedback", shown: always, fields: ["feedback_words", "feedback_from", "feedback_wish"] },
  worked_well: { step: "worked_well", shown: always, fields: ["worked_well"] },
  news_wish: { step: "news_wish", shown: always, fields: ["feedback_wish"] },
  keep_or_new: { step: "promise", shown: mayKeep, fields: ["promise_next"] },
  promise: { step: "promise", shown: (facts) => !keeps(facts), fields: ["promise_if", "promise_then"] },
  next_round: { step: "next_round", shown: always, fields: ["next_date", "next_time", "next_format"] },
  sharing: { step: "sharing", shown: always, fields: ["sharing"] },
  hand_over: { step: "hand_over", shown: always, fields: [] },
  news_done: { step: "news_done", shown: always, fields: [] },
} as const satisfies Record<string, { step: StepId; shown: Shown; fields: readonly Field[] }>;

export type ScreenId = keyof typeof screens;
export const screenIds = Object.keys(screens) as [ScreenId, ...ScreenId[]];

/** A screen, and of which question (1 to 5) where it is about one. */
export type Place = { readonly screen: ScreenId; readonly n?: number };

function knowsReason(facts: StepFacts): boolean {
  const { outcome } = facts.answers;
  return outcome !== undefined && outcomesWithReason.includes(outcome) && !isFirstHalf(facts);
}

/** Whether other causes may be chosen beside a first one: who is not sure yet is not asked for more. */
export function mayAddCauses({ answers }: Pick<StepFacts, "answers">): boolean {
  return answers.cause_primary !== undefined && answers.cause_primary !== ("UNSURE" satisfies CauseCode);
}

/** The screens that are opened from "Anything else?" and lead back there. */
export const asideScreens = ["ratings", "feedback", "worked_well"] as const;
export type AsideScreen = (typeof asideScreens)[number];

/** Those of them that stand aside in this post-mortem. On a call none: they are the candidate's to add when confirming. */
export function asidesFor(facts: StepFacts): readonly AsideScreen[] {
  if (facts.form === "on_a_call") return [];
  return asideScreens.filter((screen) =>
    stepsOf(facts).some((step) => step.id === screen && isAside(step, facts)),
  );
}

/** The screen that one off the way was opened from; `null` for a screen on the way. */
function openedFrom(screen: ScreenId, facts: StepFacts): ScreenId | null {
  if (screen === "rating") return "questions";
  return asidesFor(facts).some((one) => one === screen) ? "contributing" : null;
}

function mayKeep({ form, openPromise, answers }: StepFacts): boolean {
  return form !== "heard_back" && asksKeepOrNew(openPromise, answers.promise_answer);
}

function keeps(facts: StepFacts): boolean {
  return mayKeep(facts) && facts.answers.promise_next === "keep";
}

/** The screens that are asked of this post-mortem, in order. */
export function screensFor(facts: StepFacts): readonly ScreenId[] {
  const asked = new Set(stepsFor(facts).map((step) => step.id));
  return screenIds.filter((screen) => asked.has(screens[screen].step) && screens[screen].shown(facts));
}

/** The fields that a screen asks for. Those of questions go by number. */
export function fieldsOf(screen: ScreenId): readonly Field[] {
  return screens[screen].fields;
}

/** On which screen each form ends. */
const lastScreens = { first: "sharing", heard_back: "news_done", on_a_call: "hand_over" } as const;

/** The screen after this one; the last one stays. One that stands aside leads back to where it was opened. */
export function nextScreen(screen: ScreenId, facts: StepFacts): ScreenId {
  const from = screen === "rating" ? null : openedFrom(screen, facts);
  return from ?? neighbour(screen, facts, screenIds) ?? lastScreens[facts.form ?? "first"];
}

/** The screen before this one, or `null` before the first. */
export function previousScreen(screen: ScreenId, facts: StepFacts): ScreenId | null {
  return openedFrom(screen, facts) ?? neighbour(screen, facts, screenIds.toReversed());
}

function neighbour(screen: ScreenId, facts: StepFacts, order: readonly ScreenId[]): ScreenId | null {
  const asked = screensFor(facts);
  return order.slice(order.indexOf(screen) + 1).find((one) => asked.includes(one)) ?? null;
}

/**
 * Whether this form takes an answer of this screen: of the first form any, since what is not asked any more is passed
 * over at finishing; of the others only what they ask now.
 */
export function takesScreen(screen: ScreenId, facts: StepFacts): boolean {
  return stepsTaken(facts).some((step) => step.id === screens[screen].step);
}

/** The same for one field. */
export function takesField(field: Field, facts: StepFacts): boolean {
  return stepsTaken(facts).some((step) => step.fields.includes(field));
}

function stepsTaken(facts: StepFacts) {
  return facts.form === undefined || facts.form === "first" ? allSteps(facts) : stepsFor(facts);
}

/** "3 of 7", counted in steps: what one answer brings with it does not make the way longer. */
export function screenProgress(screen: ScreenId, facts: StepFacts): { position: number; of: number } {
  return progressOf(screens[openedFrom(screen, facts) ?? screen].step, facts);
}

/** Whether the screen may be left without an answer. */
export function canSkip(screen: ScreenId, facts: StepFacts): boolean {
  const step = stepsFor(facts).find((one) => one.id === screens[screen].step);
  return screen === "news_reason" || (step?.canBeSkipped ?? true);
}

/** Of an address: named once, several times or not at all. */
type Parameter = string | readonly string[] | undefined;

/**
 * The place that an address asks for, if it is asked of this post-mortem; otherwise where whoever comes back goes on:
 * the first screen of that step without a row.
 */
export function placeFor(
  wanted: { readonly screen?: Parameter; readonly n?: Parameter },
  facts: StepFacts & { readonly touched: ReadonlySet<Field> },
): Place {
  const n = questionNumber(wanted.n);
  if (wanted.screen === "rating" && n !== null && questionAt(facts.answers, n))
    return { screen: "rating", n };
  const asked = screensFor(facts);
  const found = [...asked, ...asidesFor(facts)].find((screen) => screen === wanted.screen);
  if (found) return { screen: found };
  const step = resumeStep(facts);
  const ofStep = asked.filter((screen) => screens[screen].step === step);
  const open = ofStep.find((screen) => fieldsOf(screen).every((field) => !facts.touched.has(field)));
  return { screen: open ?? ofStep.at(-1) ?? asked[0] ?? "mood" };
}

/** The address of the post-mortem of an interview, or of one place in its form; the short path has an address of its own. */
export function addressOf(interview: string, place?: Place, form?: StepFacts["form"]): string {
  const base = `/interviews/${interview}/${form === "heard_back" ? "heard-back" : "post-mortem"}`;
  if (!place) return base;
  return `${base}?step=${place.screen}${place.n === undefined ? "" : `&n=${place.n}`}`;
}

/** 1 to 5, or `null`. */
function questionNumber(text: Parameter): number | null {
  return typeof text === "string" && /^[1-5]$/u.test(text) ? Number(text) : null;
}

/** The question that stands at a number, 1 to 5. */
export function questionAt(answers: Answers, n: number): AskedQuestion | undefined {
  const field = questionFields[n - 1];
  return field && answers[field];
}

/** The first number without a question, or `null` when all five are taken. */
export function freeNumber(answers: Answers): number | null {
  const index = questionFields.findIndex((field) => answers[field] === undefined);
  return index < 0 ? null : index + 1;
}
