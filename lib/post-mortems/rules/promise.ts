import type { PromiseAnswer } from "#lib/infra/prisma/enums.ts";
import type { Typed } from "./answers.ts";

/**
 * Whether the post-mortem of an interview asks about this promise: it is open,
 * and the interview started after it was made (product.md). A promise that
 * stays open is asked about again after the next interview.
 */
export function isAskedAbout(
  promise: { readonly madeAt: Temporal.Instant; readonly closedAt: Temporal.Instant | null },
  interviewStartsAt: Temporal.Instant,
): boolean {
  return promise.closedAt === null && Temporal.Instant.compare(promise.madeAt, interviewStartsAt) < 0;
}

/** Whether the promise step first asks "Keep it, or make a new one?": there was one, and it was not done as planned. */
export function asksKeepOrNew(openPromise: boolean, answer: PromiseAnswer | undefined): boolean {
  return openPromise && answer !== undefined && answer !== "yes";
}

export type PromiseDecision = {
  /** What becomes of the open promise that was asked about; `null` without one. */
  readonly open: "stays" | "kept" | "replaced" | "ended" | null;
  readonly make: { readonly if: string; readonly then: string } | null;
};

/**
 * What finishing does with promises, one open promise a candidate: done as
 * planned closes it; a new one replaces whatever is open; an offer ends it;
 * otherwise it stays. `hasOpen`: the candidate has an open promise, asked about
 * here or not.
 */
export function decidePromise(
  hasOpen: boolean,
  typed: Pick<Typed, "promise" | "promiseAnswer" | "outcome">,
): PromiseDecision {
  if (typed.outcome === "offer") return { open: hasOpen ? "ended" : null, make: null };
  if (!hasOpen) return { open: null, make: typed.promise };
  if (typed.promiseAnswer === "yes") return { open: "kept", make: typed.promise };
  return { open: typed.promise ? "replaced" : "stays", make: typed.promise };
}
