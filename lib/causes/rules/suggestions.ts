import type {
  CauseCode,
  CauseSignal,
  InterviewFormat,
  OutcomeReason,
  Rating,
  Signal,
} from "#lib/infra/prisma/enums.ts";
import { becauseWords, type QuestionTag } from "../words/because.ts";
import { causeOf, type Taxonomy } from "./taxonomy.ts";

/** The highest level of a self-rating that counts as low: "starting". */
const LOW = 2;

/** What the first steps of a post-mortem know. Everything may be missing. */
export type CauseFacts = {
  readonly questions: readonly {
    readonly rating?: Rating | null;
    readonly knewIt?: boolean;
    readonly tags?: readonly QuestionTag[];
    /** Whether a story was told. Nobody asks yet, so it counts as none. */
    readonly hasStory?: boolean;
  }[];
  readonly signals: readonly Signal[];
  readonly outcomeReason: OutcomeReason | null;
  readonly format: InterviewFormat;
  /** The self-rating of appearance, 1 to 5; nothing where it was not rated. */
  readonly appearance?: number | undefined;
};

export type SuggestedCause = { readonly cause: CauseCode; readonly because: string };

const SUGGESTED = 4;
const hardTopics: readonly QuestionTag[] = ["gap", "reason_for_leaving", "pay", "references"];

/**
 * When each signal of product.md is given, strongest evidence first: what the employer said; what happened at a
 * question, from the particular question to any; what was noticed; and last the general one, which nearly every
 * interview gives. Which cause a signal points to is data (the taxonomy).
 */
const evidence: Readonly<Record<CauseSignal, (facts: CauseFacts) => boolean>> = {
  a_requirement: (facts) => facts.outcomeReason === "a_requirement",
  knew_it: (facts) => facts.questions.some((q) => q.rating === "blank" && q.knewIt === true),
  blank_about_them: (facts) =>
    facts.questions.some((q) => q.rating === "blank" && hasTag(q, ["about_us", "why_us"])),
  hard_topic: (facts) => facts.questions.some((q) => isHard(q) && hasTag(q, hardTopics)),
  about_yourself: (facts) => facts.questions.some((q) => isHard(q) && hasTag(q, ["tell_me_about_yourself"])),
  blank: (facts) => facts.questions.some((q) => q.rating === "blank" && !q.knewIt),
  cut_me_off: noticed("cut_me_off"),
  asked_again: noticed("asked_again"),
  late: noticed("late"),
  tech_problem: noticed("tech_problem"),
  tech_problem_on_video: (facts) => facts.format === "video" && facts.signals.includes("tech_problem"),
  appearance_rated_low: (facts) => (facts.appearance ?? 5) <= LOW,
  not_interested: noticed("not_interested"),
  asked_nothing: noticed("asked_nothing"),
  no_story: (facts) =>
    facts.questions.some((q) => (q.rating === "okay" || q.rating === "rough") && !q.hasStory),
  decided_elsewhere: (facts) =>
    facts.outcomeReason === "stronger_candidate" || facts.outcomeReason === "role_stopped",
  few_details: (facts) => facts.questions.length === 0 && facts.signals.length === 0,
};

/** Signals that these facts give, strongest first. */
export function signalsGiven(facts: CauseFacts): readonly CauseSignal[] {
  return (Object.keys(evidence) as CauseSignal[]).filter((signal) => evidence[signal](facts));
}

/** These stand beside every suggestion and are never one of the four. */
const beside: readonly CauseCode[] = ["UNSURE", "OUTSIDE"];

/**
 * Four causes to choose from, each once, none that is off. Those that a signal points to come first, the strongest
 * evidence first; where that gives fewer, the taxonomy fills up in its own order and says that it is only the list.
 */
export function suggestCauses(taxonomy: Taxonomy, facts: CauseFacts): readonly SuggestedCause[] {
  const offered = taxonomy.causes.filter(({ code, isOn }) => isOn && !beside.includes(code));
  const pointedTo = signalsGiven(facts).flatMap((signal) =>
    offered
      .filter(({ suggestedWhen }) => suggestedWhen.includes(signal))
      .map(({ code }) => ({ cause: code, because: becauseWords[signal] })),
  );
  const fromTheList = offered.map(({ code }) => ({ cause: code, because: becauseWords.from_the_list }));
  return firstOfEach([...pointedTo, ...fromTheList]).slice(0, SUGGESTED);
}

/** Every cause that is on, once: the four suggested, the two always beside them, and the others behind "more". */
export function causesToChoose(
  taxonomy: Taxonomy,
  facts: CauseFacts,
): {
  suggested: readonly SuggestedCause[];
  beside: readonly SuggestedCause[];
  more: readonly CauseCode[];
} {
  const suggested = suggestCauses(taxonomy, facts);
  const shown = [...beside, ...suggested.map(({ cause }) => cause)];
  const given = signalsGiven(facts);
  const because = (code: CauseCode) =>
    causeOf(taxonomy, code).suggestedWhen.find((signal) => given.includes(signal));
  return {
    suggested,
    beside: beside.map((cause) => ({ cause, because: becauseWords[because(cause) ?? "always"] })),
    more: taxonomy.causes.filter(({ code, isOn }) => isOn && !shown.includes(code)).map(({ code }) => code),
  };
}

function noticed(signal: Signal) {
  return (facts: CauseFacts) => facts.signals.includes(signal);
}

/** Rough or blank: product.md says rough, and blank is harder still. */
function isHard(question: CauseFacts["questions"][number]): boolean {
  return question.rating === "rough" || question.rating === "blank";
}

function hasTag(question: CauseFacts["questions"][number], tags: readonly QuestionTag[]): boolean {
  return question.tags?.some((tag) => tags.includes(tag)) ?? false;
}

function firstOfEach(suggestions: readonly SuggestedCause[]): readonly SuggestedCause[] {
  return suggestions.filter(
    ({ cause }, index) => suggestions.findIndex((other) => other.cause === cause) === index,
  );
}
