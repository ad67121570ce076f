import { addHours, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";

/** Hours before the start from which on nothing is held for one person: the first tap has a free seat (product.md, "Workshops"). */
export const rushHours = 6;
/** Hours before the start at which the queue closes; from then on seats are for walk-ins. */
export const closingHours = 1;

/** What decides a session's phase; null where nothing is said. */
export type PhaseFacts = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The registration window: from publishing and until the start where it is not named. */
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
  /** Of the session, or of its workshop. */
  readonly cancelledAt: Instant | null;
  /** Null where it is held elsewhere: a link, and no seats. */
  readonly capacity: number | null;
};

export type Phase = "cancelled" | "elsewhere" | "not_yet" | "open" | "rush" | "closed" | "started" | "over";

/** From here on open offers are at an end, and every waiting person is told of a free seat at once. */
export function rushAt(startsAt: Instant): Instant {
  return addHours(startsAt, -rushHours);
}

/** From here on nobody waits, and seats are for walk-ins. */
export function closingAt(startsAt: Instant): Instant {
  return addHours(startsAt, -closingHours);
}

/**
 * Where a session stands at an instant; each begins at its very moment:
 * - `cancelled`, whatever the time; `elsewhere`, until its end;
 * - `not_yet`: its registration has not begun; `open`: a freed seat is offered to the first in the queue;
 * - `rush`: from six hours before the start, the first tap has it; `closed`: from one hour before;
 * - `started`, `over`.
 */
export function phaseOf(session: PhaseFacts, now: Instant): Phase {
  if (session.cancelledAt !== null) return "cancelled";
  if (!isBefore(now, session.endsAt)) return "over";
  if (session.capacity === null) return "elsewhere";
  if (!isBefore(now, session.startsAt)) return "started";
  if (!isBefore(now, closingAt(session.startsAt))) return "closed";
  if (!isBefore(now, rushAt(session.startsAt))) return "rush";
  return isRegistrationAhead(session, now) ? "not_yet" : "open";
}

/** Whether the queue is served by offers to one person at a time. */
export function isOffering(phase: Phase): boolean {
  return phase === "open" || phase === "not_yet";
}

/** Whether somebody can wait for a seat, and be told of one. */
export function isQueueOpen(phase: Phase): boolean {
  return isOffering(phase) || phase === "rush";
}

/**
 * Whether the registration window is still ahead, also where it opens in the last six hours: whoever waits already may take
 * what is freed then, nobody new.
 */
export function isRegistrationAhead({ opensAt }: Pick<PhaseFacts, "opensAt">, now: Instant): boolean {
  return opensAt !== null && isBefore(now, opensAt);
}

/**
 * Whether the registration window is behind: nobody new can take a seat or wait. Those who wait already still get what
 * is freed, until the queue closes.
 */
export function isRegistrationOver({ closesAt }: Pick<PhaseFacts, "closesAt">, now: Instant): boolean {
  return closesAt !== null && !isBefore(now, closesAt);
}
