import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { addHours, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";

/** Hours after which a request that nobody confirmed is forgotten, its guest with it. */
export const unconfirmedHours = 48;
/** Hours between two mails to one address that ask for a confirmation. */
export const hoursBetweenMails = 1;
/** Open requests that one address can make within 24 hours. */
export const requestsADay = 3;

export type AskingFacts = {
  /** False for a candidate or a colleague. */
  readonly isGuest: boolean;
  /** When the last mail of this kind was queued for the address. */
  readonly mailedAt: Instant | null;
  /** Their latest request that is not confirmed. */
  readonly unconfirmed: string | null;
  /** Requests of the last 24 hours that nobody has accepted or answered. */
  readonly openToday: number;
};

export type Asking =
  | { readonly does: "tell" | "keep" | "nothing" }
  | { readonly does: "replace"; readonly request: string };

/**
 * What becomes of a request; whoever asks hears the same in every case. A person of the portal is told that they have a
 * place here. A guest's is kept and mailed; within the hour of a mail it takes the place of the one that waits to be
 * confirmed, whose link they have; beyond the three a day nothing happens.
 */
export function decideAsking(facts: AskingFacts, now: Instant): Asking {
  const { mailedAt } = facts;
  const isMailed = mailedAt !== null && isBefore(now, addHours(mailedAt, hoursBetweenMails));
  if (!facts.isGuest) return { does: isMailed ? "nothing" : "tell" };
  if (isMailed && facts.unconfirmed !== null) return { does: "replace", request: facts.unconfirmed };
  return { does: isMailed || facts.openToday >= requestsADay ? "nothing" : "keep" };
}

export type ConfirmingFacts = { readonly askedAt: Instant; readonly confirmedAt: Instant | null };

/** A link confirms once, for two days. */
export function decideConfirming(
  { askedAt, confirmedAt }: ConfirmingFacts,
  now: Instant,
): Result<null, "confirmed_already" | "not_valid"> {
  if (confirmedAt !== null) return refuse("confirmed_already");
  return isForgotten(askedAt, now) ? refuse("not_valid") : ok(null);
}

/** Whether the two days to confirm a request are over. */
export function isForgotten(askedAt: Instant, now: Instant): boolean {
  return !isBefore(now, addHours(askedAt, unconfirmedHours));
}

export type SettlingFacts = {
  /** False once an invitation has made them a candidate or a colleague. */
  readonly isGuest: boolean;
  readonly isAccepted: boolean;
  readonly isAnswered: boolean;
};

/** A request is accepted or answered once, by the first who does. */
export function decideSettling(
  facts: SettlingFacts,
): Result<null, "accepted_already" | "answered_already" | "here_already"> {
  if (facts.isAccepted) return refuse("accepted_already");
  if (facts.isAnswered) return refuse("answered_already");
  return facts.isGuest ? ok(null) : refuse("here_already");
}

/** How far a request has come, as the page behind its link shows it; `here` and `accepted` lead to the sign-in page. */
export function requestState(
  facts: SettlingFacts & { readonly isConfirmed: boolean; readonly isSeat: boolean },
) {
  if (facts.isAccepted) return "accepted";
  if (facts.isAnswered) return "answered";
  if (!facts.isGuest) return "here";
  if (!facts.isConfirmed) return "asked";
  return facts.isSeat ? "seat" : "waiting";
}
