import { addHours, dateIn, daysBetween, isAfter, isBefore } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import type { Outcome } from "#lib/infra/prisma/enums.ts";
import type { Span } from "#lib/interviews/rules.ts";
import { isRestOffered } from "#lib/post-mortems/rules/prompts.ts";
import type { QuietHours } from "#lib/core/quiet-hours.ts";
import type { stepReasons } from "#lib/home/words.ts";

/** Hours before a session from which on it comes first. */
const sessionFirstHours = 2;
/** Hours before a session from which on it is worth a card. */
const sessionSoonHours = 24;
/** Hours after its end that an interview is fresh. */
const freshHours = 24;
/** Days after which Home no longer asks about an interview without a post-mortem; the list of interviews still does. */
const askedDays = 30;
/** Days after an answer within which Home asks what it changes; the interview's page still does. */
const newsDays = 7;

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
  /** A post-mortem that was begun and not sent; one that was "enough for today" is none. */
  hasDraft: boolean;
  /** Whether the other half of one that was "enough" may be put forward (`isRestOffered`). */
  hasRest: boolean;
  /** A "no", or no reply, that came after its post-mortem, and of which nothing was said yet. */
  news: { outcomeAt: Instant } | null;
  /** The action of the plan that is due first. */
  due: { due: PlainDate } | null;
  hasUnreadNote: boolean;
  /** The next mock, prep session or workshop with a seat that is not over. */
  session: { startsAt: Instant } | null;
  /** Whether a seat is held for them until they answer. */
  hasOffer: boolean;
};

export type NextStep =
  | "join"
  | "answer"
  | "write"
  | "finish"
  | "news"
  | "read"
  | "do"
  | "prepare"
  | "session"
  | "rest"
  | "catchUp"
  | "first"
  | "practise"
  | "nothing";

/** A step, and why it stands where it does: a key of `stepReasons`. */
export type Reasoned = { readonly step: NextStep; readonly why: keyof typeof stepReasons };

/**
 * What there is to do, the most urgent first and each once; Home shows the first as the one next step, and what comes after
 * it. In this order, as far as it is true:
 * 1. `join`: a session runs or starts within two hours; somebody waits for them.
 * 2. `answer`: a seat in a workshop is held for some hours; it takes one tap.
 * 3. `write`: an interview ended within 24 hours and nothing is written; memory fades fastest.
 * 4. `finish`: a post-mortem is started and not finished.
 * 5. `news`: a "no" or no reply came within the last week, after the post-mortem; what it changes is not said yet.
 * 6. `read`: the counselor has written.
 * 7. `prepare`: an interview today, by the dates of `zone`.
 * 8. `do`: an action of the plan is due today, or was.
 * 9. `prepare`: an interview tomorrow.
 * 10. `session`: a session within 24 hours.
 * 11. `rest`: the other half of a very low post-mortem, from the morning on at which it is offered.
 * 12. `catchUp`: an interview of the last 30 days that brought no good news has no post-mortem.
 * 13. `prepare`: an interview further ahead.
 * 14. `first`: nothing is logged yet; or `practise`: no session is booked, and saying it aloud is what is left.
 * Never empty: `nothing` where none of them is.
 */
export function nextSteps(facts: HomeFacts, zone: string, now: Instant): [Reasoned, ...Reasoned[]] {
  const { untold, missed, coming, session, news, due } = facts;
  const today = dateIn(now, zone);
  const comingIn = coming ? daysBetween(today, dateIn(coming.startsAt, zone)) : null;
  const overdueBy = due ? daysBetween(due.due, today) : null;
  const since = (hours: number) => addHours(now, -hours);
  const all: readonly (Reasoned | false | null)[] = [
    session && !isAfter(session.startsAt, addHours(now, sessionFirstHours)) && { step: "join", why: "join" },
    facts.hasOffer && { step: "answer", why: "answer" },
    untold && isAfter(untold.endsAt, since(freshHours)) && { step: "write", why: "write" },
    facts.hasDraft && { step: "finish", why: "finish" },
    news && isAfter(news.outcomeAt, since(24 * newsDays)) && { step: "news", why: "news" },
    facts.hasUnreadNote && { step: "read", why: "read" },
    comingIn !== null && comingIn <= 0 && { step: "prepare", why: "prepare_today" },
    overdueBy === 0 && { step: "do", why: "do_today" },
    overdueBy !== null && overdueBy > 0 && { step: "do", why: "do_overdue" },
    comingIn === 1 && { step: "prepare", why: "prepare_tomorrow" },
    session &&
      isBefore(session.startsAt, addHours(now, sessionSoonHours)) && { step: "session", why: "session" },
    facts.hasRest && { step: "rest", why: "rest" },
    missed && isAfter(missed.endsAt, since(24 * askedDays)) && { step: "catchUp", why: "catchUp" },
    comingIn !== null && { step: "prepare", why: "prepare_ahead" },
    !coming && !facts.hasInterviews && { step: "first", why: "first" },
    facts.hasInterviews && !coming && !session && { step: "practise", why: "practise" },
  ];
  const steps = all.filter((one): one is Reasoned => Boolean(one));
  const once = steps.filter((one, at) => steps.findIndex(({ step }) => isSameThing(step, one.step)) === at);
  const [first, ...others] = once;
  return first ? [first, ...others] : [{ step: "nothing", why: "nothing" }];
}

/** A session is joined or looked at, an interview written about while it is fresh or caught up with: the later is no step more. */
function isSameThing(one: NextStep, other: NextStep): boolean {
  const pairs: Partial<Record<NextStep, NextStep>> = { session: "join", catchUp: "write" };
  return (pairs[one] ?? one) === (pairs[other] ?? other);
}

/** A post-mortem as Home looks at it. */
export type ToldFacts = {
  readonly finishedAt: Instant | null;
  readonly enoughAt: Instant | null;
  readonly newsAt: Instant | null;
} | null;

/** Begun, and neither sent nor "enough for today". */
export function isDraft(postMortem: ToldFacts): boolean {
  return postMortem !== null && postMortem.finishedAt === null && postMortem.enoughAt === null;
}

type Interview = Span & { readonly id: string; readonly outcome: Outcome; readonly postMortem: ToldFacts };

/** Whether the other half of this interview's post-mortem may be put forward; `all` are the candidate's interviews. */
export function mayRest(
  one: Interview,
  all: readonly Interview[],
  when: { readonly zone: string; readonly quiet: QuietHours },
  now: Instant,
): boolean {
  const { postMortem } = one;
  if (!postMortem?.enoughAt || postMortem.finishedAt) return false;
  const others = all.filter(({ id, outcome }) => id !== one.id && outcome !== "withdrawn");
  return isRestOffered(postMortem.enoughAt, others, when, now);
}

/** Of open actions in the order of their due dates (`inOrderOfDue`) the one that is due first. Undated ones are none. */
export function firstDue<Action extends { readonly due: PlainDate | null }>(
  open: readonly Action[],
): (Action & { readonly due: PlainDate }) | null {
  return open.find((one): one is Action & { readonly due: PlainDate } => one.due !== null) ?? null;
}
