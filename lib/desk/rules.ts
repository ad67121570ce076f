import { addDays, addHours, compare, dateIn, isBefore, min, startOfDate } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";

/** What of one row decides its place. Everything else a row shows comes with the query. */
export type Waiting =
  | { readonly kind: "session"; readonly startsAt: Instant; readonly bookedAt: Instant }
  | { readonly kind: "review"; readonly finishedAt: Instant; readonly nextInterviewAt: Instant | null }
  | { readonly kind: "answer"; readonly writtenAt: Instant }
  | { readonly kind: "no_prep"; readonly startsAt: Instant; readonly loggedAt: Instant }
  | { readonly kind: "no_post_mortem"; readonly endedAt: Instant };

/** Hours within which a row of a kind comes onto the desk, and after which it leaves. */
export const deskHours = {
  /** A session stands there from this long before its start, an interview without a prep session from `noPrep`. */
  session: 24,
  noPrep: 48,
  /** A review, from finishing; the other bound is `reviewBeforeInterview`. */
  review: 48,
  reviewBeforeInterview: 24,
  answer: 24,
  /** An interview without a post-mortem: from this long after its end, for a week. */
  noPostMortem: 24,
  noPostMortemEnds: 24 * 7,
} as const;

/** Until when doing it is useful, in the order's own words (product.md, "The desk"). `zone` is the counselor's: a day ends there. */
export function usefulUntil(row: Waiting, zone: string): Instant {
  switch (row.kind) {
    case "session":
    case "no_prep":
      return row.startsAt;
    case "review": {
      const soon = addHours(row.finishedAt, deskHours.review);
      return row.nextInterviewAt
        ? min(soon, addHours(row.nextInterviewAt, -deskHours.reviewBeforeInterview))
        : soon;
    }
    case "answer":
      return addHours(row.writtenAt, deskHours.answer);
    case "no_post_mortem":
      // The end of tomorrow, seen from the moment at which it came onto the desk.
      return startOfDate(addDays(dateIn(waitingSince(row), zone), 2), zone);
  }
}

/** Since when it waits: the longest waiting comes first among rows that are useful until the same moment. */
export function waitingSince(row: Waiting): Instant {
  switch (row.kind) {
    case "session":
      return row.bookedAt;
    case "review":
      return row.finishedAt;
    case "answer":
      return row.writtenAt;
    case "no_prep":
      return row.loggedAt;
    case "no_post_mortem":
      return addHours(row.endedAt, deskHours.noPostMortem);
  }
}

/** The one order of the desk: useful until, then longest waiting, then by id so that it is always the same. */
export function inDeskOrder<Row extends { readonly id: string; readonly waiting: Waiting }>(
  rows: readonly Row[],
  zone: string,
): Row[] {
  return rows
    .map((row) => ({ row, until: usefulUntil(row.waiting, zone), since: waitingSince(row.waiting) }))
    .toSorted(
      (a, b) => compare(a.until, b.until) || compare(a.since, b.since) || (a.row.id < b.row.id ? -1 : 1),
    )
    .map(({ row }) => row);
}

/** The pages before and after `current` in the order of the desk; from a page that is not on it, the first is next. */
export function neighboursOf(
  hrefs: readonly string[],
  current: string,
): { previous: string | null; next: string | null } {
  const pages = [...new Set(hrefs.map((href) => href.replace(/#.*$/, "")))];
  const at = pages.indexOf(current);
  if (at < 0) return { previous: null, next: pages[0] ?? null };
  return { previous: pages[at - 1] ?? null, next: pages[at + 1] ?? null };
}

/** Whether the moment until which a row is useful has passed. */
export function isOverdue(row: Waiting, zone: string, now: Instant): boolean {
  return isBefore(usefulUntil(row, zone), now);
}
