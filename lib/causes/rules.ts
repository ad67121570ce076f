import {
  CauseCode,
  type InterviewFormat,
  type OutcomeReason,
  type Rating,
  type Signal,
} from "#lib/infra/prisma/enums.ts";
import { becauseWords, causes, type QuestionTag } from "./words.ts";

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
};

export type SuggestedCause = { readonly cause: CauseCode; readonly because: string };

const SUGGESTED = 4;
const hardTopics: readonly QuestionTag[] = ["gap", "reason_for_leaving", "pay", "references"];

type Rule = {
  readonly cause: CauseCode;
  readonly because: keyof typeof becauseWords;
  readonly when: (facts: CauseFacts) => boolean;
};

/**
 * The signals of product.md, strongest evidence first: what the employer said;
 * what happened at a question, from the particular question to any; what was
 * noticed; and last the general one, which nearly every interview gives.
 */
const rules: readonly Rule[] = [
  { cause: "SKILL_GAP", because: "a_requirement", when: (facts) => facts.outcomeReason === "a_requirement" },
  {
    cause: "NERVES",
    because: "knew_it",
    when: (facts) => facts.questions.some((q) => q.rating === "blank" && q.knewIt),
  },
  {
    cause: "EMPLOYER_PREP",
    because: "blank_about_them",
    when: (facts) => facts.questions.some((q) => q.rating === "blank" && hasTag(q, ["about_us", "why_us"])),
  },
  {
    cause: "HISTORY",
    because: "hard_topic",
    when: (facts) => facts.questions.some((q) => isHard(q) && hasTag(q, hardTopics)),
  },
  {
    cause: "PITCH",
    because: "about_yourself",
    when: (facts) => facts.questions.some((q) => isHard(q) && hasTag(q, ["tell_me_about_yourself"])),
  },
  {
    cause: "NO_ANSWER",
    because: "blank",
    when: (facts) => facts.questions.some((q) => q.rating === "blank" && !q.knewIt),
  },
  { cause: "RAMBLED", because: "cut_me_off", when: noticed("cut_me_off") },
  { cause: "OFF_TARGET", because: "asked_again", when: noticed("asked_again") },
  { cause: "LOGISTICS", because: "late", when: noticed("late") },
  { cause: "LOGISTICS", because: "tech_problem", when: noticed("tech_problem") },
  {
    cause: "APPEARANCE",
    because: "tech_problem_on_video",
    when: (facts) => facts.format === "video" && facts.signals.includes("tech_problem"),
  },
  { cause: "DISPOSITION", because: "not_interested", when: noticed("not_interested") },
  { cause: "CLOSING", because: "asked_nothing", when: noticed("asked_nothing") },
  {
    cause: "NO_EXAMPLES",
    because: "no_story",
    when: (facts) =>
      facts.questions.some((q) => (q.rating === "okay" || q.rating === "rough") && !q.hasStory),
  },
];

/** These stand beside every suggestion and are never one of the four. */
const beside: readonly CauseCode[] = ["UNSURE", "OUTSIDE"];

/**
 * Four causes to choose from, each once. Those that a signal points to come
 * first, in the order of `rules`; where that gives fewer, the list of
 * product.md fills up in its own order and says that it is only the list.
 */
export function suggestCauses(facts: CauseFacts): readonly SuggestedCause[] {
  const pointedTo = rules
    .filter((rule) => rule.when(facts))
    .map(({ cause, because }) => ({ cause, because: becauseWords[because] }));
  const fromTheList = allCauses()
    .filter((cause) => !beside.includes(cause))
    .map((cause) => ({ cause, because: becauseWords.from_the_list }));
  return firstOfEach([...pointedTo, ...fromTheList]).slice(0, SUGGESTED);
}

/** Every cause once: the four suggested, the two always beside them, and the others behind "more". */
export function causesToChoose(facts: CauseFacts): {
  suggested: readonly SuggestedCause[];
  beside: readonly SuggestedCause[];
  more: readonly CauseCode[];
} {
  const suggested = suggestCauses(facts);
  const shown = [...beside, ...suggested.map(({ cause }) => cause)];
  return {
    suggested,
    beside: beside.map((cause) => ({ cause, because: becauseBeside(cause, facts) })),
    more: allCauses().filter((cause) => !shown.includes(cause)),
  };
}

function becauseBeside(cause: CauseCode, facts: CauseFacts): string {
  const isDecidedElsewhere =
    facts.outcomeReason === "stronger_candidate" || facts.outcomeReason === "role_stopped";
  return cause === "OUTSIDE" && isDecidedElsewhere ? becauseWords.decided_elsewhere : becauseWords.always;
}

function allCauses(): readonly CauseCode[] {
  return Object.values(CauseCode);
}

/** How a promise about this cause begins, and two ways to end it; in general words before a cause is chosen. */
export function promiseFor(cause: CauseCode | null): { if: string; then: readonly [string, string] } {
  const text = causes[cause ?? "UNSURE"];
  return { if: text.promiseIf, then: text.promiseThen };
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
