import type {
  CauseCode,
  FeedbackWish,
  InterviewFormat,
  Mood,
  Outcome,
  OutcomeReason,
  PromiseAnswer,
  Sharing,
  Signal,
} from "#lib/infra/prisma/enums.ts";
import {
  decode,
  fields,
  questionFields,
  type Answers,
  type AskedQuestion,
  type Field,
  type PromiseNext,
} from "./fields.ts";
import { isGoodNews } from "#lib/interviews/rules.ts";
import { wishesOffered } from "./feedback.ts";
import { readRatings, type Rated } from "./ratings.ts";
import { stepsOf, type StepFacts } from "./steps.ts";

/** One row of the append-only storage. `value` is the stored text (see `encode`). */
export type AnswerRow = {
  readonly id: string;
  readonly field: string;
  readonly value: string;
  readonly writtenAt: Temporal.Instant;
};

/**
 * The current value of every field: the latest row wins, the greater id where
 * two were written in the same millisecond, whatever the order of `rows`. A
 * row that an older or newer form wrote and this one cannot read is left out.
 */
export function currentAnswers(rows: readonly AnswerRow[]): Answers {
  const current: Record<string, unknown> = {};
  for (const [field, row] of latestRows(rows)) {
    const value = decode(field, row.value);
    if (value.ok && value.value !== null) current[field] = value.value;
  }
  return current;
}

/** The fields that have any row: answered, passed over or taken back. */
export function touchedFields(rows: readonly AnswerRow[]): ReadonlySet<Field> {
  return new Set(latestRows(rows).keys());
}

function latestRows(rows: readonly AnswerRow[]): Map<Field, AnswerRow> {
  const latest = new Map<Field, AnswerRow>();
  for (const row of rows) {
    if (!isField(row.field)) continue;
    const known = latest.get(row.field);
    if (!known || isLater(row, known)) latest.set(row.field, row);
  }
  return latest;
}

function isLater(row: AnswerRow, known: AnswerRow): boolean {
  const order = Temporal.Instant.compare(row.writtenAt, known.writtenAt);
  return order > 0 || (order === 0 && row.id > known.id);
}

export function isField(name: string): name is Field {
  return Object.hasOwn(fields, name);
}

/** The questions that were given, in their order, without gaps. */
export function askedQuestions(answers: Answers): readonly AskedQuestion[] {
  return questionFields.flatMap((field) => answers[field] ?? []);
}

/** What finishing copies to typed columns. */
export type Typed = {
  readonly mood: Mood | null;
  readonly promiseAnswer: PromiseAnswer | null;
  readonly promiseNext: PromiseNext | null;
  readonly outcome: Outcome | null;
  readonly outcomeReason: OutcomeReason | null;
  readonly questions: readonly AskedQuestion[];
  readonly cannotRecall: boolean;
  readonly signals: readonly Signal[];
  readonly surprise: string | null;
  readonly opinion: { readonly primary: CauseCode; readonly contributing: readonly CauseCode[] } | null;
  readonly promise: { readonly if: string; readonly then: string } | null;
  /** "Not sure" is none. */
  readonly ratings: readonly Rated[];
  readonly feedbackWords: string | null;
  readonly feedbackFrom: string | null;
  /** Only while there are no words. */
  readonly feedbackWish: FeedbackWish | null;
  readonly workedWell: string | null;
  readonly keepLine: string | null;
  /** When the next round is, in the candidate's zone: wall time. */
  readonly nextRound: NextRound | null;
  readonly sharing: Sharing;
};

/** A date `YYYY-MM-DD` and a time `HH:MM`; without a format it is the one of this interview. */
export type NextRound = {
  readonly date: string;
  readonly time: string;
  readonly format: InterviewFormat | null;
};

/** The ends of which somebody may know what decided them; `recordOutcome` keeps a reason with no other. */
export const outcomesWithReason: readonly Outcome[] = ["rejected"];

/**
 * The outcome that stands at the interview, as answers given when it was recorded: whoever has heard back since the
 * draft was begun is not asked again, and the draft does not undo it.
 */
export function recordedOutcome(interview: {
  readonly outcome: Outcome;
  readonly outcomeReason: OutcomeReason | null;
  readonly outcomeAt: Temporal.Instant | null;
}): readonly AnswerRow[] {
  const { outcome, outcomeReason, outcomeAt: writtenAt } = interview;
  if (writtenAt === null) return [];
  return [
    { id: "", field: "outcome", value: outcome, writtenAt },
    { id: "", field: "outcome_reason", value: outcomeReason ?? "", writtenAt },
  ];
}

/**
 * Since when the outcome is what it is: the first of the latest rows that say the same, whoever wrote it; `null` where no
 * row says it.
 */
export function outcomeSince(rows: readonly AnswerRow[]): Temporal.Instant | null {
  const said = rows.filter((row) => row.field === "outcome").toSorted((a, b) => (isLater(a, b) ? 1 : -1));
  const last = said.at(-1);
  const before = said.findLastIndex((row) => row.value !== last?.value);
  return said[before + 1]?.writtenAt ?? null;
}

/**
 * The current answers as typed values. Steps that it does not have (the
 * outcome was changed to good news) give nothing. A reason belongs to a no; half a promise is none; a wish for feedback
 * counts while there is none; sharing is the counselor unless said otherwise, after good news as last time (product.md).
 */
export function readTyped(facts: StepFacts): Typed {
  const asked = new Set(stepsOf(facts).flatMap((step) => step.fields));
  const given = Object.fromEntries(
    Object.entries(facts.answers).filter(([field]) => asked.has(field as Field)),
  ) as Answers;
  const questions = askedQuestions(given);
  const surprise = given.surprise ?? null;
  return {
    mood: given.mood ?? null,
    promiseAnswer: given.promise_answer ?? null,
    promiseNext: given.promise_next ?? null,
    outcome: given.outcome ?? null,
    outcomeReason:
      given.outcome && outcomesWithReason.includes(given.outcome) ? (given.outcome_reason ?? null) : null,
    questions,
    cannotRecall: questions.length === 0 && (given.cannot_recall ?? false),
    signals: readSignals(given.signals ?? [], surprise),
    surprise,
    opinion: readOpinion(given),
    promise: readPromise(given),
    ratings: readRatings(given),
    ...readFeedback(given, facts),
    workedWell: given.worked_well ?? null,
    keepLine: given.keep_line ?? null,
    nextRound: readNextRound(given),
    sharing: sharingOf(facts),
  };
}

/** Who may see it as the answers stand: my counselor unless said otherwise; after good news as last time. */
export function sharingOf({ answers, lastSharing }: StepFacts): Sharing {
  const isGood = answers.outcome !== undefined && isGoodNews(answers.outcome);
  return answers.sharing ?? (isGood ? lastSharing : null) ?? "my_counselor";
}

function readFeedback(answers: Answers, facts: StepFacts) {
  const { feedback_words: words, feedback_from: from, feedback_wish: wish } = answers;
  const isOpen = words === undefined && wish !== undefined && wishesOffered(facts).includes(wish);
  return {
    feedbackWords: words ?? null,
    feedbackFrom: words === undefined ? null : (from ?? null),
    feedbackWish: isOpen ? wish : null,
  };
}

function readNextRound({ next_date: date, next_time: time, next_format: format }: Answers): NextRound | null {
  return date !== undefined && time !== undefined ? { date, time, format: format ?? null } : null;
}

function readSignals(signals: readonly Signal[], surprise: string | null): readonly Signal[] {
  return surprise && !signals.includes("surprise") ? [...signals, "surprise"] : signals;
}

function readOpinion(answers: Answers): Typed["opinion"] {
  const primary = answers.cause_primary;
  if (!primary) return null;
  return { primary, contributing: (answers.cause_contributing ?? []).filter((cause) => cause !== primary) };
}

function readPromise(answers: Answers): Typed["promise"] {
  if (answers.promise_next === "keep") return null;
  const { promise_if: ifText, promise_then: thenText } = answers;
  return ifText && thenText ? { if: ifText, then: thenText } : null;
}
