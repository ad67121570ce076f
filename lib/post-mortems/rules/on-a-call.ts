import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { currentAnswers, type AnswerRow } from "./answers.ts";
import { encode, type Answers } from "./fields.ts";
import { decideStart } from "./finish.ts";
import { stepsFor, type StepFacts } from "./steps.ts";

export type WrittenRow = AnswerRow & { readonly writtenById: string };

/**
 * Whether the causes that stand are those that both chose together on the call: the counselor ticked it, and the candidate
 * has not changed them since. Walking through the form and leaving them as they are is no change.
 */
export function isChosenTogether(rows: readonly WrittenRow[], candidateId: string): boolean {
  const now = currentAnswers(rows);
  const onTheCall = currentAnswers(rows.filter((row) => row.writtenById !== candidateId));
  return now.together === true && now.cause_primary !== undefined && haveSameCauses(now, onTheCall);
}

function haveSameCauses(one: Answers, other: Answers): boolean {
  return (
    one.cause_primary === other.cause_primary &&
    encode(one.cause_contributing ?? []) === encode(other.cause_contributing ?? [])
  );
}

const choiceFields = ["cause_primary", "cause_contributing", "promise_if", "promise_then", "promise_next"];

/**
 * The rows that count: causes and promise that somebody else wrote for the candidate only while they are marked as chosen
 * together; what became of the last promise only where they know the one that is open. Otherwise either is the candidate's
 * alone to say, and starts empty.
 */
export function countingRows<Row extends WrittenRow>(
  rows: readonly Row[],
  { candidateId, isPromiseKnown }: { readonly candidateId: string; readonly isPromiseKnown: boolean },
): readonly Row[] {
  const isTogether = currentAnswers(rows).together === true;
  const isTheirs = (field: string) =>
    choiceFields.includes(field) ? isTogether : isPromiseKnown || field !== "promise_answer";
  return rows.filter((row) => row.writtenById === candidateId || isTheirs(row.field));
}

export type StartFacts = {
  readonly startsAt: Instant;
  readonly postMortem: {
    readonly isFinished: boolean;
    readonly enteredById: string | null;
    readonly handedOverAt: Instant | null;
  } | null;
};

/**
 * Whether a counselor may fill in a post-mortem on a call: once the interview has started, where nobody has begun one yet,
 * or to go on with what the same person began. Refuses `not_yet` and `begun_already`.
 */
export function decideCall(
  { startsAt, postMortem }: StartFacts,
  actorId: string,
  now: Instant,
): Result<"begin" | "go_on", "not_yet" | "begun_already"> {
  if (postMortem === null) {
    const started = decideStart(startsAt, now);
    return started.ok ? ok("begin") : started;
  }
  const isTheirs = postMortem.enteredById === actorId && postMortem.handedOverAt === null;
  return isTheirs && !postMortem.isFinished ? ok("go_on") : refuse("begun_already");
}

/** Whether what was entered can be handed over: one answer about the interview is enough, as for finishing. */
export function decideHandOver(facts: StepFacts): Result<null, "nothing_yet"> {
  const isAnswered = stepsFor(facts)
    .filter((step) => step.id !== "together")
    .some((step) => step.fields.some((field) => facts.answers[field] !== undefined));
  return isAnswered ? ok(null) : refuse("nothing_yet");
}
