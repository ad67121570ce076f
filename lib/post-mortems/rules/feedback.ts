import { addHours, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { ApplicationSource, FeedbackWish, Outcome } from "#lib/infra/prisma/enums.ts";
import type { Policies } from "#lib/settings/rules.ts";
import type { Answers } from "./fields.ts";

/** The ends after which anybody may be asked; never while waiting, never after good news. */
const asksAfter: readonly Outcome[] = ["rejected", "no_reply"];

/** Whether this is an end after which somebody may be asked, in time. */
export function isAskedAfter(outcome: Outcome): boolean {
  return asksAfter.includes(outcome);
}

export type FeedbackFacts = {
  readonly outcome: Outcome;
  /** Since when that is the outcome; `null` while nobody has said so. */
  readonly outcomeAt: Instant | null;
  readonly source: ApplicationSource;
};

/**
 * What a candidate may want done about feedback that has not come: to be reminded, always; from the agency's days (of 24
 * hours each) after a no or no reply, also to ask, or where the agency arranged the interview to have the agency ask.
 */
export function feedbackWishesFor(
  { outcome, outcomeAt, source }: FeedbackFacts,
  { feedbackDays }: Pick<Policies, "feedbackDays">,
  now: Instant,
): readonly FeedbackWish[] {
  const isDue =
    isAskedAfter(outcome) && outcomeAt !== null && !isBefore(now, addHours(outcomeAt, feedbackDays * 24));
  if (!isDue) return ["remind_me"];
  return ["remind_me", source === "agency" ? "ask_agency" : "ask_now"];
}

/** What the form knows of that when it is opened: of this outcome, these. */
export type Asking = { readonly outcome: Outcome; readonly wishes: readonly FeedbackWish[] };

/** The same in the form as it is answered: an outcome that was changed in it is new, so nobody is asked yet. */
export function wishesOffered(facts: {
  readonly answers: Answers;
  readonly asking?: Asking;
}): readonly FeedbackWish[] {
  const { answers, asking } = facts;
  return asking && asking.outcome === (answers.outcome ?? "waiting") ? asking.wishes : ["remind_me"];
}
