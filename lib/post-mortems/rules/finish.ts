import { ok, refuse, type Result } from "#lib/core/result.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { stepsFor, type StepFacts } from "./steps.ts";
import { readTyped, type Typed } from "./answers.ts";

export type PostMortemState = "draft" | "finished" | "reviewed" | "closed";

/** The state is what has happened so far; nothing else stores it. */
export function stateOf(postMortem: {
  readonly finishedAt: Temporal.Instant | null;
  readonly reviewedAt: Temporal.Instant | null;
  readonly closedAt?: Temporal.Instant | null;
}): PostMortemState {
  if (!postMortem.finishedAt) return "draft";
  if (postMortem.closedAt) return "closed";
  return postMortem.reviewedAt ? "reviewed" : "finished";
}

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
 * send what is there. Who may see it is no such answer.
 */
export function decideFinish(
  facts: DraftFacts & StepFacts,
): Result<Typed, "not_yours" | "already_finished" | "nothing_yet"> {
  const allowed = decideAnswer(facts);
  if (!allowed.ok) return allowed;
  const isAnswered = stepsFor(facts)
    .filter((step) => step.id !== "sharing")
    .some((step) => step.fields.some((field) => facts.answers[field] !== undefined));
  return isAnswered ? ok(readTyped(facts)) : refuse("nothing_yet");
}

/** A review is due for what was finished, is shared, and brought no good news (product.md). */
export function isReviewDue(postMortem: {
  readonly finishedAt: Temporal.Instant | null;
  readonly reviewedAt: Temporal.Instant | null;
  readonly sharing: Typed["sharing"];
  readonly outcome: Typed["outcome"];
}): boolean {
  const isGoodNews = postMortem.outcome !== null && goodNews.includes(postMortem.outcome);
  return stateOf(postMortem) === "finished" && postMortem.sharing !== "only_me" && !isGoodNews;
}
