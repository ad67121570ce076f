import type {
  CauseCode,
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
import { stepsFor, type StepFacts } from "./steps.ts";

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
  readonly sharing: Sharing;
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
 * The current answers as typed values. Steps that are no longer asked (the
 * outcome was changed to good news) give nothing. A reason belongs to a no; half a promise is none; sharing is the counselor unless
 * said otherwise (product.md, step 10).
 */
export function readTyped(facts: StepFacts): Typed {
  const asked = new Set(stepsFor(facts).flatMap((step) => step.fields));
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
    sharing: given.sharing ?? "my_counselor",
  };
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
