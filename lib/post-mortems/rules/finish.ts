import { ok, refuse, type Result } from "#lib/core/result.ts";
import { atWallTime } from "#lib/core/time.ts";
import { isFirstHalf, stepsOf, type StepFacts } from "./steps.ts";
import { readTyped, type NextRound, type Typed } from "./answers.ts";

/** A post-mortem starts once its interview has started. Refuses `not_yet`. */
export function decideStart(
  interviewStartsAt: Temporal.Instant,
  now: Temporal.Instant,
): Result<null, "not_yet"> {
  return Temporal.Instant.compare(interviewStartsAt, now) <= 0 ? ok(null) : refuse("not_yet");
}

export type DraftFacts = {
  readonly writerIsCandidate: boolean;
  /** Staff who enter it on a call; they write, and never finish. */
  readonly writerEnters?: boolean;
  readonly finishedAt: Temporal.Instant | null;
};

/** Whether one more answer is taken. Only a draft takes any: from its candidate, and from who enters it on a call. */
export function decideAnswer(facts: DraftFacts): Result<null, "not_yours" | "already_finished"> {
  if (!facts.writerIsCandidate && !facts.writerEnters) return refuse("not_yours");
  return facts.finishedAt ? refuse("already_finished") : ok(null);
}

/**
 * Whether the draft can be sent as it stands, and what is copied to typed
 * columns. One answer about the interview is enough: whoever stops early can
 * send what is there. Who may see it is no such answer. Refuses also `no_such_time`, for a next round at an hour that clocks
 * skip in `zone`.
 */
export function decideFinish(
  facts: DraftFacts & StepFacts,
): Result<Typed, "not_yours" | "already_finished" | "nothing_yet" | "no_such_time"> {
  const allowed = decideAnswer(facts);
  if (!allowed.ok) return allowed;
  const isAnswered = stepsOf(facts)
    .filter((step) => step.id !== "sharing")
    .some((step) => step.fields.some((field) => facts.answers[field] !== undefined));
  if (!isAnswered) return refuse("nothing_yet");
  const typed = readTyped(facts);
  return typed.nextRound && !exists(typed.nextRound, facts.zone) ? refuse("no_such_time") : ok(typed);
}

/** Whether clocks of that zone ever show the time, and the database takes it: before 2099 ends. */
function exists({ date, time }: NextRound, zone = "UTC"): boolean {
  const [on, at] = [Temporal.PlainDate.from(date), Temporal.PlainTime.from(time)];
  return on.year < 2099 && atWallTime(on, at, zone) !== undefined;
}

/** What the first half of a very low one sends; the rest of the draft stays with the candidate. */
export type FirstHalf = Pick<Typed, "mood" | "outcome" | "outcomeReason" | "keepLine" | "sharing">;

/**
 * Whether "That is enough for today" sends the first half of a very low one, and what is copied to typed columns. Refuses
 * `already_sent` the second time, and `not_enough_yet` where the mood is another.
 */
export function decideEnough(
  facts: DraftFacts & StepFacts,
): Result<FirstHalf, "not_yours" | "already_finished" | "already_sent" | "not_enough_yet"> {
  const allowed = decideAnswer(facts);
  if (!allowed.ok) return allowed;
  if (facts.isEnough) return refuse("already_sent");
  if (!isFirstHalf(facts)) return refuse("not_enough_yet");
  const { mood, outcome, outcomeReason, keepLine, sharing } = readTyped(facts);
  return ok({ mood, outcome, outcomeReason, keepLine, sharing });
}
