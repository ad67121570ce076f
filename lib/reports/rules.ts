import { isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";

/** Hours after finishing, and before the next interview, from which a review is overdue: as on the desk (product.md, "The desk"). */
export const reviewHours = { afterFinishing: 48, beforeInterview: 24 };

/** Whether a review that is not done is overdue. `isInterviewNear`: the next interview starts within the notice above. */
export function isReviewOverdue(
  facts: { readonly finishedAt: Instant; readonly isInterviewNear: boolean },
  now: Instant,
): boolean {
  return facts.isInterviewNear || !isBefore(now, facts.finishedAt.add({ hours: reviewHours.afterFinishing }));
}

/** Days that an absence and a mail that was given up stand on the overview. */
export const overviewDays = { absences: 30, mails: 7 };

/** Rows of a matter that are named; rows that a matter counts at most. */
export const named = 5;
export const counted = 500;

/** What of one waiting thing decides where it stands. */
export type WaitingThing = {
  readonly id: string;
  readonly since: Instant;
  readonly candidate: string;
  /** Null where nobody looks after the candidate. */
  readonly counselor: string | null;
  /** Whether the viewer may read it: only then it is named. */
  readonly isVisible: boolean;
};

export type WaitingGroup = {
  readonly counselor: string | null;
  readonly count: number;
  readonly since: Instant;
};

/**
 * What waits, oldest first: what the viewer may read one by one; the rest only counted by counselor, without a candidate's
 * name (product.md, "Who may see it": reports count without text).
 */
export function groupWaiting(things: readonly WaitingThing[]): {
  own: readonly WaitingThing[];
  groups: readonly WaitingGroup[];
} {
  const groups = new Map<string | null, WaitingGroup>();
  for (const { counselor, since, isVisible } of things) {
    if (isVisible) continue;
    const known = groups.get(counselor);
    groups.set(counselor, {
      counselor,
      count: (known?.count ?? 0) + 1,
      since: known && isBefore(known.since, since) ? known.since : since,
    });
  }
  return {
    own: things
      .filter(({ isVisible }) => isVisible)
      .toSorted((a, b) => Temporal.Instant.compare(a.since, b.since)),
    groups: [...groups.values()].toSorted((a, b) => Temporal.Instant.compare(a.since, b.since)),
  };
}
