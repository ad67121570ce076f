import { addHours, isBefore, max, type Instant } from "#lib/core/time.ts";

/** Hours without anything new after which a post-mortem closes by itself: 60 days. */
const QUIET = 60 * 24;

/** What closing looks at. Times that have not come are null. */
export type ClosingFacts = {
  readonly finishedAt: Instant;
  readonly reviewedAt: Instant | null;
  /** Whether any colleague can read it. */
  readonly isShared: boolean;
  readonly isGoodNews: boolean;
  readonly actions: readonly ActionFacts[];
  /** Whether feedback is wished for and not there yet. */
  readonly isFeedbackOpen: boolean;
  /** What else settles something: that a colleague has settled the candidate's answer to a note. */
  readonly settlings: readonly Instant[];
  /** What reopens: the answer of the employer or the candidate, an outcome that changed, a tap on "Open it again". */
  readonly reopenings: readonly Instant[];
  /** What else happened around it: opinions, notes, actions accepted. */
  readonly others: readonly Instant[];
};

type ActionFacts = {
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
  /** Whether the candidate does it, and not a colleague. */
  readonly isCandidates: boolean;
};

export type Closing =
  | { readonly isClosed: false }
  | { readonly isClosed: true; readonly why: "done" | "quiet"; readonly at: Instant };

/**
 * Whether a post-mortem is closed, from what happened so far; nothing stores it (product.md, "The plan"). It closes when it
 * is reviewed, or not shared, or good news, every action has ended and no feedback is open; or after 60 quiet days. Whatever
 * reopens it keeps it open until something else is settled, or until it is quiet again. What a colleague was to do holds
 * nothing open that no colleague can see.
 */
export function closingOf(facts: ClosingFacts, now: Instant): Closing {
  const { finishedAt, reviewedAt, actions } = facts;
  const ends = actions.flatMap(({ endedAt }) => endedAt ?? []);
  const settled = max(finishedAt, ...(reviewedAt ? [reviewedAt] : []), ...ends, ...facts.settlings);
  const isSettled =
    (reviewedAt !== null || !facts.isShared || facts.isGoodNews) &&
    actions.every((one) => one.endedAt !== null || !(one.isCandidates || facts.isShared)) &&
    !facts.isFeedbackOpen &&
    facts.reopenings.every((at) => !isBefore(settled, at));
  if (isSettled) return { isClosed: true, why: "done", at: settled };
  const made = actions.map(({ madeAt }) => madeAt);
  const quietSince = max(settled, ...made, ...facts.reopenings, ...facts.others);
  const quietAt = addHours(quietSince, QUIET);
  return isBefore(now, quietAt) ? { isClosed: false } : { isClosed: true, why: "quiet", at: quietAt };
}
