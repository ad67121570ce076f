import { addHours, compareDates, dateIn, isAfter, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";

/** Hours before a session from which on it comes first. */
const sessionFirstHours = 2;
/** Hours before a session from which on it is worth a card. */
const sessionSoonHours = 24;
/** Hours after its end that an interview is fresh. */
const freshHours = 24;
/** Days after which Home no longer asks about an interview without a post-mortem; the list of interviews still does. */
const askedDays = 30;

/** What Home knows of one candidate. Spans are those of the thing named; null where there is none. */
export type HomeFacts = {
  /** Whether anything was logged at all. */
  hasInterviews: boolean;
  /** The latest interview that is over and has no post-mortem. */
  untold: { endsAt: Instant } | null;
  /** The same, but for those that went well: there is less to learn from an old one. */
  missed: { endsAt: Instant } | null;
  /** The interview that comes next. */
  coming: { startsAt: Instant } | null;
  hasDraft: boolean;
  hasUnreadNote: boolean;
  /** The next mock or prep session that is not over. */
  session: { startsAt: Instant } | null;
};

export type NextStep =
  | "join"
  | "write"
  | "finish"
  | "read"
  | "prepare"
  | "session"
  | "catchUp"
  | "first"
  | "practise"
  | "nothing";

/**
 * The one next step, the first of these that is true:
 * 1. `join`: a session runs or starts within two hours; somebody waits for them.
 * 2. `write`: an interview ended within 24 hours and nothing is written; memory fades fastest.
 * 3. `finish`: a post-mortem is started and not finished.
 * 4. `read`: the counselor has written.
 * 5. `prepare`: an interview today or tomorrow, by the dates of `zone`.
 * 6. `session`: a session within 24 hours.
 * 7. `catchUp`: an interview of the last 30 days that brought no good news has no post-mortem.
 * 8. `prepare`: an interview further ahead.
 * 9. `first`: nothing is logged yet.
 * 10. `practise`: no session is booked; after everything is written, saying it aloud is what is left.
 * 11. `nothing`.
 */
export function nextStep(facts: HomeFacts, zone: string, now: Instant): NextStep {
  const { untold, missed, coming, session } = facts;
  if (session && !isAfter(session.startsAt, addHours(now, sessionFirstHours))) return "join";
  if (untold && isAfter(untold.endsAt, addHours(now, -freshHours))) return "write";
  if (facts.hasDraft) return "finish";
  if (facts.hasUnreadNote) return "read";
  if (coming && isTodayOrTomorrow(coming.startsAt, zone, now)) return "prepare";
  if (session && isBefore(session.startsAt, addHours(now, sessionSoonHours))) return "session";
  if (missed && isAfter(missed.endsAt, addHours(now, -24 * askedDays))) return "catchUp";
  if (coming) return "prepare";
  if (!facts.hasInterviews) return "first";
  return session ? "nothing" : "practise";
}

function isTodayOrTomorrow(instant: Instant, zone: string, now: Instant): boolean {
  return compareDates(dateIn(instant, zone), dateIn(now, zone).add({ days: 1 })) <= 0;
}
