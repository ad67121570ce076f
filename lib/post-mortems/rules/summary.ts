import type { Mood, Outcome, OutcomeReason, Rating, Signal } from "#lib/infra/prisma/enums.ts";
import type { AskedQuestion } from "./fields.ts";
import type { Opinion, OpinionsSeen } from "./opinions.ts";
import type { Typed } from "./answers.ts";

/** What a counselor reads in thirty seconds: hardest questions first, then what was noticed. */
export type Summary = {
  readonly mood: Mood | null;
  readonly outcome: Outcome | null;
  readonly outcomeReason: OutcomeReason | null;
  readonly questions: readonly AskedQuestion[];
  readonly cannotRecall: boolean;
  readonly signals: readonly Signal[];
  readonly surprise: string | null;
  /** The candidate's causes, once revealed. */
  readonly cause: Opinion | null;
};

const hardestFirst: readonly (Rating | undefined)[] = ["blank", "rough", "okay", "strong", undefined];

/** Blank before rough, okay, strong and unrated; within one rating as they were written. */
export function hardestQuestionsFirst<Q extends { readonly rating?: Rating | null }>(
  questions: readonly Q[],
): readonly Q[] {
  const rank = (question: Q) => hardestFirst.indexOf(question.rating ?? undefined);
  return questions.toSorted((a, b) => rank(a) - rank(b));
}

/** The facts of the summary for the counselor's side; the cause stays out until `opinions` reveals it. */
export function summaryOf(
  typed: Pick<
    Typed,
    "mood" | "outcome" | "outcomeReason" | "questions" | "cannotRecall" | "signals" | "surprise"
  >,
  opinions: OpinionsSeen,
): Summary {
  return {
    mood: typed.mood,
    outcome: typed.outcome,
    outcomeReason: typed.outcomeReason,
    questions: hardestQuestionsFirst(typed.questions),
    cannotRecall: typed.cannotRecall,
    signals: typed.signals,
    surprise: typed.surprise,
    cause: opinions.isRevealed ? opinions.other : null,
  };
}
