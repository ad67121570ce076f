import { compare, isAfter, max, type Instant } from "#lib/core/time.ts";
import type { FeedbackWish, Mood, OpinionSide, Outcome, OutcomeReason } from "#lib/infra/prisma/enums.ts";
import type { Answers, Field, FieldValue } from "./fields.ts";
import type { Opinion } from "./opinions.ts";
import type { StepId } from "./steps.ts";

/** Answers of an employer after which the short path is offered; good news asks for none (product.md). */
export const newsOutcomes: readonly Outcome[] = ["rejected", "no_reply"];

export type NewsFacts = {
  readonly finishedAt: Instant | null;
  /** When the short path was last done. */
  readonly newsAt: Instant | null;
  readonly outcome: Outcome;
  readonly outcomeAt: Instant | null;
};

/** From when on answers belong to the short path: after finishing, and after its last time. Null for a draft. */
export function newsSince({ finishedAt, newsAt }: Pick<NewsFacts, "finishedAt" | "newsAt">): Instant | null {
  return finishedAt && (newsAt ? max(finishedAt, newsAt) : finishedAt);
}

/** Whether there is something to add: a no or no reply that was noted after finishing, and not told about since. */
export function isNewsOpen(facts: NewsFacts): boolean {
  const since = newsSince(facts);
  if (since === null || facts.outcomeAt === null || !newsOutcomes.includes(facts.outcome)) return false;
  return isAfter(facts.outcomeAt, since);
}

export type ChangeFacts = {
  readonly opinions: readonly { readonly side: OpinionSide; readonly afterTalking: boolean }[];
  /** The promise that this post-mortem made. */
  readonly promise: { readonly closedAt: Instant | null; readonly isAnswered: boolean } | null;
};

/**
 * What the answer may change: causes where the candidate has chosen none, or once after both have; the promise where none
 * was made, or while it waits for its interview; and the wish for feedback.
 */
export function mayChange({ opinions, promise }: ChangeFacts): readonly StepId[] {
  const own = opinions.filter((one) => one.side === "candidate");
  const isRevealed = own.length > 0 && opinions.some((one) => one.side === "counselor");
  const causes = own.length === 0 || (isRevealed && !own.some((one) => one.afterTalking));
  const isFree = promise === null || (promise.closedAt === null && !promise.isAnswered);
  return [...(causes ? (["causes"] as const) : []), "news_wish", ...(isFree ? (["promise"] as const) : [])];
}

/** What the short path adds. An absent key changes nothing. */
export type News = {
  readonly mood?: Mood;
  readonly reason?: OutcomeReason | null;
  readonly words?: string | null;
  readonly from?: string | null;
  readonly wish?: FeedbackWish | null;
  readonly opinion?: Opinion;
  readonly promise?: { readonly if: string; readonly then: string };
};

type NewsAnswers = {
  /** All answers as they stand. */
  readonly answers: Answers;
  /** The same before the short path began. */
  readonly before: Answers;
  readonly mayChange: readonly StepId[];
  /** What the candidate may want done about feedback (`wishesOffered`). */
  readonly wishes: readonly FeedbackWish[];
  readonly hasChosen: boolean;
  readonly outcome: Outcome;
};

/** What differs from before. Of what may not change nothing is taken; half a promise is none; a reason belongs to a no. */
export function readNews(facts: NewsAnswers): News {
  const { answers, before, outcome } = facts;
  const changed = (field: Field) => answers[field] !== before[field];
  const mood = answers.news_mood;
  const isReason = outcome === "rejected" && changed("outcome_reason");
  const opinion = facts.mayChange.includes("causes") ? readOpinion(facts) : null;
  const promise = facts.mayChange.includes("promise") ? readPromise(facts) : null;
  return {
    ...(mood === undefined ? {} : { mood }),
    ...(isReason ? { reason: answers.outcome_reason ?? null } : {}),
    ...readWords(facts),
    ...(opinion ? { opinion } : {}),
    ...(promise ? { promise } : {}),
  };
}

/** Who said it belongs to words; whoever has them does not wait for them any more. A wish that is not offered changes nothing. */
function readWords({ answers, before, wishes }: NewsAnswers): Pick<News, "words" | "from" | "wish"> {
  const told = (all: Answers) => {
    const { feedback_words: words = null, feedback_from: from = null, feedback_wish: wish = null } = all;
    return words === null ? { words, from: null, wish } : { words, from, wish: null };
  };
  const [now, then] = [told(answers), told(before)];
  const isForbidden = now.wish !== null && !wishes.includes(now.wish);
  return {
    ...(now.words === then.words ? {} : { words: now.words }),
    ...(now.from === then.from ? {} : { from: now.from }),
    ...(now.wish === then.wish || isForbidden ? {} : { wish: now.wish }),
  };
}

function readOpinion({ answers, before, hasChosen }: NewsAnswers): Opinion | null {
  const primary = answers.cause_primary;
  if (primary === undefined) return null;
  const contributing = without(primary, answers.cause_contributing);
  const isSame =
    primary === before.cause_primary &&
    contributing.join() === without(primary, before.cause_contributing).join();
  return hasChosen && isSame ? null : { primary, contributing };
}

function without(primary: Opinion["primary"], causes: FieldValue<"cause_contributing"> = []) {
  return causes.filter((cause) => cause !== primary);
}

function readPromise({ answers, before }: NewsAnswers): News["promise"] | null {
  const { promise_if: ifText, promise_then: thenText } = answers;
  const isSame = ifText === before.promise_if && thenText === before.promise_then;
  return ifText && thenText && !isSame ? { if: ifText, then: thenText } : null;
}

/** Rows up to and including this moment, and those after it. */
export function splitAt<Row extends { readonly writtenAt: Instant }>(rows: readonly Row[], at: Instant) {
  return {
    before: rows.filter((row) => compare(row.writtenAt, at) <= 0),
    since: rows.filter((row) => isAfter(row.writtenAt, at)),
  };
}
