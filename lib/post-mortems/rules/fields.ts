import { checkText, withPlainLineEnds } from "#lib/core/text.ts";
import { ok, refuse, type Result } from "#lib/core/result.ts";
import {
  CauseCode,
  FeedbackWish,
  InterviewFormat,
  Mood,
  Outcome,
  OutcomeReason,
  PromiseAnswer,
  Rating,
  Sharing,
  Signal,
} from "#lib/infra/prisma/enums.ts";
import { limits } from "../words/form.ts";

/** What a candidate does with an open promise that was not kept as planned. */
export const PromiseNext = { keep: "keep", new: "new" } as const;
export type PromiseNext = keyof typeof PromiseNext;

/** A question from the interview as it was answered in the form. */
export type AskedQuestion = {
  readonly text: string;
  readonly bankId?: string;
  readonly rating?: Rating;
  readonly knewIt?: boolean;
};

const choice = <Code extends string>(codes: Readonly<Record<string, Code>>) => ({
  kind: "choice" as const,
  codes: Object.values(codes),
});
const choices = <Code extends string>(codes: Readonly<Record<string, Code>>, max: number) => ({
  kind: "choices" as const,
  codes: Object.values(codes),
  max,
});
const text = (max: number) => ({ kind: "text" as const, max });
const flag = { kind: "flag" as const };
/** A calendar date, `YYYY-MM-DD`, of the years 2000 to 2099; a wall time, `HH:MM`. */
const date = { kind: "date" as const };
const time = { kind: "time" as const };
/** A level in words, or that somebody is not sure. */
export const SelfRated = {
  not_yet: "not_yet",
  starting: "starting",
  getting_there: "getting_there",
  ready: "ready",
  stands_out: "stands_out",
  not_sure: "not_sure",
} as const;
export type SelfRated = keyof typeof SelfRated;
const question = { kind: "question" as const };

/** Every field of the form and the shape of its value. */
export const fields = {
  mood: choice(Mood),
  promise_answer: choice(PromiseAnswer),
  promise_next: choice(PromiseNext),
  outcome: choice(Outcome),
  outcome_reason: choice(OutcomeReason),
  "question.1": question,
  "question.2": question,
  "question.3": question,
  "question.4": question,
  "question.5": question,
  cannot_recall: flag,
  signals: choices(Signal, Object.keys(Signal).length),
  surprise: text(limits.surprise),
  cause_primary: choice(CauseCode),
  cause_contributing: choices(CauseCode, limits.contributing),
  promise_if: text(limits.promise),
  promise_then: text(limits.promise),
  sharing: choice(Sharing),
  "rating.evidence": choice(SelfRated),
  "rating.structure": choice(SelfRated),
  "rating.preparation": choice(SelfRated),
  "rating.composure": choice(SelfRated),
  "rating.appearance": choice(SelfRated),
  "rating.disposition": choice(SelfRated),
  feedback_words: text(limits.feedbackWords),
  feedback_from: text(limits.feedbackFrom),
  feedback_wish: choice(FeedbackWish),
  worked_well: text(limits.workedWell),
  next_date: date,
  next_time: time,
  next_format: choice(InterviewFormat),
  /** Very low: what somebody keeps while it is fresh. */
  keep_line: text(limits.keepLine),
  /** How the employer's answer felt; of the short path after it. */
  news_mood: choice(Mood),
  /** On a call: whether candidate and counselor chose the causes together. */
  together: flag,
};

export type Field = keyof typeof fields;
export const fieldNames = Object.keys(fields) as [Field, ...Field[]];

export const questionFields = [
  "question.1",
  "question.2",
  "question.3",
  "question.4",
  "question.5",
] as const satisfies readonly Field[];

export const ratingFields = [
  "rating.evidence",
  "rating.structure",
  "rating.preparation",
  "rating.composure",
  "rating.appearance",
  "rating.disposition",
] as const satisfies readonly Field[];
export type RatingField = (typeof ratingFields)[number];

type Shape = (typeof fields)[Field];
type ValueOf<S> = S extends { kind: "choice"; codes: (infer Code)[] }
  ? Code
  : S extends { kind: "choices"; codes: (infer Code)[] }
    ? readonly Code[]
    : S extends { kind: "text" | "date" | "time" }
      ? string
      : S extends { kind: "flag" }
        ? boolean
        : AskedQuestion;

export type FieldValue<F extends Field> = ValueOf<(typeof fields)[F]>;
/** The current value of each field; an absent one was not answered, passed over or taken back. */
export type Answers = { readonly [F in Field]?: FieldValue<F> };

export type ValueRefusal = "not_a_choice" | "too_many" | "too_long" | "not_clean";

/** The stored text of a value: choices and texts as they are, the rest as JSON. `null` (nothing) is the empty text. */
export function encode(value: FieldValue<Field> | null): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Reads the stored or sent text of one field. The empty text is nothing
 * (`null`): passed over, or taken back. Refuses what does not fit the shape.
 */
export function decode<F extends Field>(
  field: F,
  stored: string,
): Result<FieldValue<F> | null, ValueRefusal> {
  const value = stored.trim();
  if (value === "") return ok(null);
  return decodeShape(fields[field], value) as Result<FieldValue<F>, ValueRefusal>;
}

function decodeShape(shape: Shape, value: string): Result<unknown, ValueRefusal> {
  switch (shape.kind) {
    case "choice":
      return isOneOf(shape.codes, value) ? ok(value) : refuse("not_a_choice");
    case "choices":
      return decodeChoices(shape.codes, shape.max, parseJson(value));
    case "text":
      return decodeText(value, shape.max);
    case "flag":
      return value === "true" || value === "false" ? ok(value === "true") : refuse("not_a_choice");
    case "date":
      return isDate(value) ? ok(value) : refuse("not_a_choice");
    case "time":
      return timeForm.test(value) ? ok(value) : refuse("not_a_choice");
    case "question":
      return decodeQuestion(parseJson(value));
  }
}

function decodeChoices(
  codes: readonly string[],
  max: number,
  value: unknown,
): Result<string[], ValueRefusal> {
  if (!Array.isArray(value) || !value.every((one) => isOneOf(codes, one))) return refuse("not_a_choice");
  const chosen = [...new Set<string>(value)];
  return chosen.length > max ? refuse("too_many") : ok(chosen);
}

function decodeText(value: string, max: number): Result<string, ValueRefusal> {
  const plain = withPlainLineEnds(value).trim();
  const problem = checkText(plain, max);
  return problem ? refuse(problem) : ok(plain);
}

const timeForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By hand, since this runs in browsers too, where `Temporal` may be missing. */
function isDate(value: string): boolean {
  const [, year, month, day] = (/^(20\d\d)-(\d\d)-(\d\d)$/u.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  // From 2000 to 2099 every fourth year is a leap year.
  const days = month === 2 && year % 4 === 0 ? 29 : (monthDays[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

const questionKeys = ["text", "bankId", "rating", "knewIt"];
const bankIdForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

function decodeQuestion(value: unknown): Result<AskedQuestion, ValueRefusal> {
  if (!isRecord(value) || Object.keys(value).some((key) => !questionKeys.includes(key)))
    return refuse("not_a_choice");
  const { text: asked, bankId, rating, knewIt } = value;
  if (typeof asked !== "string" || asked.trim() === "") return refuse("not_a_choice");
  const plain = decodeText(asked, limits.question);
  if (!plain.ok) return plain;
  if (rating !== undefined && !isOneOf(Object.values(Rating), rating)) return refuse("not_a_choice");
  if (knewIt !== undefined && typeof knewIt !== "boolean") return refuse("not_a_choice");
  if (bankId !== undefined && !isBankId(bankId)) return refuse("not_a_choice");
  return ok({
    text: plain.value,
    ...(bankId === undefined ? {} : { bankId }),
    ...(rating === undefined ? {} : { rating }),
    ...(knewIt === undefined ? {} : { knewIt }),
  });
}

function isBankId(value: unknown): value is string {
  return typeof value === "string" && value.length <= limits.bankId && bankIdForm.test(value);
}

function isOneOf<Code extends string>(codes: readonly Code[], value: unknown): value is Code {
  return codes.some((code) => code === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
