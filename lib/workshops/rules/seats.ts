import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { workshopLimits } from "../words/staff.ts";
import { isOffering, isQueueOpen, isRegistrationAhead, isRegistrationOver, phaseOf } from "./phases.ts";
import type { Phase, PhaseFacts } from "./phases.ts";

/** Seats of a session: of `capacity`, those with somebody in them and those that open offers hold. */
export type SeatCounts = {
  readonly capacity: number | null;
  readonly taken: number;
  readonly held: number;
};

/** What one person has of a session. */
export type OwnFacts = {
  readonly hasSeat: boolean;
  readonly isWaiting: boolean;
  /** A seat is held for them, whose time has not run out. */
  readonly hasOffer: boolean;
};

/** Seats that nobody has and no offer holds. */
export function freeSeats({ capacity, taken, held }: SeatCounts): number {
  return Math.max(0, (capacity ?? 0) - taken - held);
}

export type TakeRefusal =
  | "cancelled"
  | "elsewhere"
  | "not_yet"
  | "registration_over"
  | "queue_closed"
  | "started";

/** What a tap on "Take a seat" does; `has_seat` and `waits` change nothing. */
export type Taking = "take" | "accept" | "wait" | "has_seat" | "waits";

const closedTo: Partial<Record<Phase, TakeRefusal>> = {
  cancelled: "cancelled",
  elsewhere: "elsewhere",
  closed: "queue_closed",
  started: "started",
  over: "started",
};

/**
 * What becomes of somebody who wants a seat: a free one, the one that is held for them, or, in the same tap, a place at the
 * end of the queue. Until six hours before the start nobody passes those who wait without an offer (`unoffered` of them);
 * from then on the first tap has it.
 */
export function decideTaking(
  session: PhaseFacts & SeatCounts,
  unoffered: number,
  own: OwnFacts,
  now: Instant,
): Result<Taking, TakeRefusal> {
  if (own.hasSeat) return ok("has_seat");
  const phase = phaseOf(session, now);
  const closed = closedTo[phase];
  if (closed) return refuse(closed);
  if (own.hasOffer) return ok("accept");
  const isRush = phase === "rush";
  const isFree = freeSeats(session) > 0;
  if (own.isWaiting) return ok(isRush && isFree ? "take" : "waits");
  if (isRegistrationAhead(session, now)) return refuse("not_yet");
  if (isRegistrationOver(session, now)) return refuse("registration_over");
  return ok(isFree && (isRush || unoffered === 0) ? "take" : "wait");
}

export type GiveBackRefusal = "no_seat" | "cancelled" | "started";

/** A seat is given back until the start; after it, attendance says who came. */
export function decideGivingBack(
  session: PhaseFacts,
  own: Pick<OwnFacts, "hasSeat">,
  now: Instant,
): Result<null, GiveBackRefusal> {
  if (!own.hasSeat) return refuse("no_seat");
  const phase = phaseOf(session, now);
  if (phase === "cancelled") return refuse("cancelled");
  return phase === "started" || phase === "over" ? refuse("started") : ok(null);
}

export type PlaceRefusal = "cancelled" | "elsewhere" | "started" | "has_seat" | "full";

/** Where the seat of somebody whom staff place comes from. */
export type Placing = "free" | "held_for_them" | "held_for_another";

/**
 * Staff place somebody, with a reason, until the start: in a free seat, in the one that is held for them, or, passing the
 * queue, in the one that was offered last, whose person keeps their place and is told. Never beyond the capacity.
 */
export function decidePlacing(
  session: PhaseFacts & SeatCounts,
  own: OwnFacts,
  now: Instant,
): Result<Placing, PlaceRefusal> {
  const phase = phaseOf(session, now);
  if (phase === "cancelled" || phase === "elsewhere") return refuse(phase);
  if (phase === "started" || phase === "over") return refuse("started");
  if (own.hasSeat) return refuse("has_seat");
  if (own.hasOffer) return ok("held_for_them");
  if (freeSeats(session) > 0) return ok("free");
  return session.held > 0 && isOffering(phase) ? ok("held_for_another") : refuse("full");
}

export type CapacityRefusal = "seats_taken" | "capacity_range" | "queue_closed" | "cancelled" | "elsewhere";

/** What to do with those who come where the capacity falls below the seats: the last comers wait, first in the queue. */
export type CapacityChoice = "latest_wait";

/** How many seats and offers a capacity leaves no room for: offers go first. */
export function tooMany({ taken, held }: Pick<SeatCounts, "taken" | "held">, capacity: number) {
  const over = Math.max(0, taken + held - capacity);
  const offers = Math.min(held, over);
  return { offers, seats: over - offers };
}

/**
 * May the capacity become that, and what does it cost? Below the seats that are taken or held it asks what to do first
 * (`seats_taken`); who comes can only be asked to wait while there is a queue (`queue_closed`).
 */
export function decideCapacity(
  session: PhaseFacts & SeatCounts,
  asked: { readonly capacity: number; readonly choice: CapacityChoice | null },
  now: Instant,
): Result<{ offers: number; seats: number }, CapacityRefusal> {
  const phase = phaseOf(session, now);
  if (phase === "cancelled") return refuse("cancelled");
  if (session.capacity === null) return refuse("elsewhere");
  const { leastSeats: least, mostSeats: most } = workshopLimits;
  if (!Number.isInteger(asked.capacity) || asked.capacity < least || asked.capacity > most)
    return refuse("capacity_range");
  const cost = tooMany(session, asked.capacity);
  if (cost.offers + cost.seats === 0) return ok(cost);
  if (cost.seats > 0 && !isQueueOpen(phase)) return refuse("queue_closed");
  return asked.choice === null ? refuse("seats_taken") : ok(cost);
}
