import { formatDateTime } from "#lib/core/format.ts";
import type { Instant } from "#lib/core/time.ts";
import { fullWords, seatsLeft, standingWords } from "#lib/workshops/words/seats.ts";
import { isRegistrationAhead, isRegistrationOver, phaseOf } from "./phases.ts";
import type { PhaseFacts } from "./phases.ts";
import { freeSeats } from "./seats.ts";
import type { SeatCounts } from "./seats.ts";

/** What one person has of a session, as its pages show it. */
export type OwnStanding = {
  readonly hasSeat: boolean;
  /** An open offer, until when. */
  readonly offer: { readonly expiresAt: Instant } | null;
  /** How many wait before them; null for somebody who does not wait. */
  readonly before: number | null;
};

export type StandingFacts = PhaseFacts &
  SeatCounts & { readonly waiting: number; readonly unoffered: number };

/** What a candidate can do, or why not; of `seat`, `offer` and `waiting` it is their own, of the others the session's. */
export type StandingState =
  | "seat"
  | "offer"
  | "waiting"
  | "free"
  | "full"
  | "not_yet"
  | "registration_over"
  | "closed"
  | "started"
  | "over"
  | "cancelled"
  | "elsewhere";

export type Standing = { readonly state: StandingState; readonly text: string };

/**
 * Where a candidate stands with a session, in a word for the code and in words for them; times in `zone`. A seat of one's
 * own comes before all but that it is cancelled or over.
 */
export function standingOf(facts: StandingFacts, own: OwnStanding, zone: string, now: Instant): Standing {
  const phase = phaseOf(facts, now);
  if (phase === "cancelled" || phase === "over" || phase === "elsewhere")
    return { state: phase, text: standingWords[phase] };
  if (own.hasSeat) return { state: "seat", text: standingWords.seat };
  if (phase === "started" || phase === "closed") return { state: phase, text: standingWords[phase] };
  if (own.offer)
    return { state: "offer", text: standingWords.offer(formatDateTime(own.offer.expiresAt, zone)) };
  const free = freeSeats(facts);
  const isRush = phase === "rush";
  if (own.before !== null && !(isRush && free > 0))
    return {
      state: "waiting",
      text: own.before === 0 ? standingWords.next : standingWords.waiting(own.before),
    };
  if (own.before !== null) return { state: "free", text: standingWords.free };
  if (facts.opensAt !== null && isRegistrationAhead(facts, now))
    return { state: "not_yet", text: standingWords.not_yet(formatDateTime(facts.opensAt, zone)) };
  if (isRegistrationOver(facts, now))
    return { state: "registration_over", text: standingWords.registration_over };
  if (free > 0 && (isRush || facts.unoffered === 0)) return { state: "free", text: seatsLeft(free) };
  return { state: "full", text: fullWords(facts.waiting) };
}
