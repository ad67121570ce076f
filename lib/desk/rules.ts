import {
  addDays,
  addHours,
  addWorkingDays,
  compare,
  dateIn,
  isBefore,
  min,
  onceAtWallTime,
  startOfDate,
  timeIn,
} from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Outcome } from "#lib/infra/prisma/enums.ts";
import { goodNews } from "#lib/interviews/rules.ts";

/** What of one row decides its place. Everything else a row shows comes with the query. */
export type Waiting =
  | { readonly kind: "session"; readonly startsAt: Instant; readonly bookedAt: Instant }
  /** `lowSince`: as that function says it. */
  | {
      readonly kind: "review";
      readonly finishedAt: Instant;
      readonly nextInterviewAt: Instant | null;
      readonly lowSince: Instant | null;
    }
  | { readonly kind: "answer"; readonly writtenAt: Instant }
  | { readonly kind: "no_prep"; readonly startsAt: Instant; readonly loggedAt: Instant }
  | { readonly kind: "no_post_mortem"; readonly endedAt: Instant }
  /** `since`: a candidate asked for a call, or felt very low for the third time in a row. */
  | { readonly kind: "call"; readonly since: Instant }
  | { readonly kind: "very_low"; readonly since: Instant }
  | { readonly kind: "attendance"; readonly endedAt: Instant }
  | { readonly kind: "help_request"; readonly confirmedAt: Instant }
  | { readonly kind: "good_news"; readonly finishedAt: Instant };

/** Hours within which a row of a kind comes onto the desk, and after which it leaves. */
export const deskHours = {
  /** A session stands there from this long before its start, an interview without a prep session from `noPrep`. */
  session: 24,
  noPrep: 48,
  /** A session whose attendance nobody has set, from its end on. */
  attendanceEnds: 24 * 7,
  /** A review, from finishing; the other bounds are `reviewBeforeInterview`, and `low` where they feel very low. */
  review: 48,
  reviewBeforeInterview: 24,
  answer: 24,
  /** An interview without a post-mortem: from this long after its end, for a week. */
  noPostMortem: 24,
  noPostMortemEnds: 24 * 7,
  /** A very low moment, for three days; three in a row, for a week. Who asked for a call is called. */
  low: 24,
  veryLowEnds: 24 * 3,
  threeLowEnds: 24 * 7,
  goodNewsEnds: 24 * 7,
} as const;

/** So many very low moods in a row put "call" on the desk (product.md, very low). */
export const lowInARow = 3;

/** Until when doing it is useful, in the order's own words (product.md, "The desk"). `zone` is the counselor's: a day ends there. */
export function usefulUntil(row: Waiting, zone: string): Instant {
  switch (row.kind) {
    case "session":
    case "no_prep":
      return row.startsAt;
    case "review": {
      const { finishedAt, nextInterviewAt: next, lowSince: low } = row;
      return min(
        addHours(finishedAt, deskHours.review),
        ...(next ? [addHours(next, -deskHours.reviewBeforeInterview)] : []),
        ...(low ? [addHours(low, deskHours.low)] : []),
      );
    }
    case "answer":
      return addHours(row.writtenAt, deskHours.answer);
    case "call":
    case "very_low":
      return addHours(row.since, deskHours.low);
    case "attendance":
      return startOfDate(addDays(dateIn(row.endedAt, zone), 1), zone);
    case "help_request":
      return nextWorkingDay(row.confirmedAt, zone);
    case "good_news":
      return endOfWeek(row.finishedAt, zone);
    case "no_post_mortem":
      // The end of tomorrow, seen from the moment at which it came onto the desk.
      return startOfDate(addDays(dateIn(waitingSince(row), zone), 2), zone);
  }
}

/** One working day later, at the same time of day. */
function nextWorkingDay(instant: Instant, zone: string): Instant {
  return onceAtWallTime(addWorkingDays(dateIn(instant, zone), 1), timeIn(instant, zone), zone);
}

/** Weeks begin on Monday. */
function endOfWeek(instant: Instant, zone: string): Instant {
  const date = dateIn(instant, zone);
  return startOfDate(addDays(date, 8 - date.dayOfWeek), zone);
}

/** Since when it waits: the longest waiting comes first among rows that are useful until the same moment. */
export function waitingSince(row: Waiting): Instant {
  switch (row.kind) {
    case "session":
      return row.bookedAt;
    case "review":
    case "good_news":
      return row.finishedAt;
    case "call":
    case "very_low":
      return row.since;
    case "answer":
      return row.writtenAt;
    case "help_request":
      return row.confirmedAt;
    case "attendance":
      return row.endedAt;
    case "no_prep":
      return row.loggedAt;
    case "no_post_mortem":
      return addHours(row.endedAt, deskHours.noPostMortem);
  }
}

/** What a post-mortem, and the ones before it, say that decides which rows it makes. Everything as far as the viewer may see it. */
export type ToldFacts = {
  /** Of one of the viewer's own candidates. */
  readonly isOwn: boolean;
  readonly outcome: Outcome;
  readonly finishedAt: Instant | null;
  readonly reviewedAt: Instant | null;
  /** Whether a colleague has written to the candidate about it. */
  readonly hasNote: boolean;
  /** The mood as it stands now. */
  readonly isVeryLow: boolean;
  /** Very low: the first half was sent, and was enough for that day. */
  readonly enoughAt: Instant | null;
  readonly callAskedAt: Instant | null;
  readonly calledAt: Instant | null;
  /** Whether it is the candidate's latest, and how many of the latest in a row were very low, it included. */
  readonly isLatest: boolean;
  readonly lowInARow: number;
};

/**
 * Since when one of the viewer's own candidates has told that they feel very low, while nobody has called or written to
 * them about it; it is useful to do so within 24 hours, finished or not (product.md, "The desk"). Else null.
 */
export function lowSince(facts: ToldFacts): Instant | null {
  const isAnswered = facts.hasNote || facts.calledAt !== null;
  return facts.isVeryLow && facts.isOwn && !isAnswered ? (facts.enoughAt ?? facts.finishedAt) : null;
}

/**
 * The rows of one post-mortem, one at most for how the candidate feels: a call where they asked for it or where it is the
 * third very low one in a row, else a very low moment, unless a review is due anyway, which says so.
 */
export function rowsOf(facts: ToldFacts, now: Instant): ("review" | "call" | "very_low" | "good_news")[] {
  const { finishedAt, enoughAt, isOwn } = facts;
  const within = (at: Instant | null, hours: number) => at !== null && isBefore(now, addHours(at, hours));
  const isGood = goodNews.includes(facts.outcome);
  const isUnread = finishedAt !== null && facts.reviewedAt === null;
  const isReview = isUnread && !isGood && (isOwn || !within(finishedAt, deskHours.review));
  const low = isOwn && facts.calledAt === null;
  const isThird =
    facts.isLatest &&
    facts.lowInARow >= lowInARow &&
    !facts.hasNote &&
    within(enoughAt ?? finishedAt, deskHours.threeLowEnds);
  if (low && (facts.callAskedAt !== null || isThird)) return isReview ? ["review", "call"] : ["call"];
  if (isReview) return ["review"];
  if (within(lowSince(facts), deskHours.veryLowEnds) && facts.reviewedAt === null) return ["very_low"];
  return isOwn && isUnread && isGood && !facts.hasNote && within(finishedAt, deskHours.goodNewsEnds)
    ? ["good_news"]
    : [];
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
