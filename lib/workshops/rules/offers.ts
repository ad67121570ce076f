import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { isQuiet } from "#lib/core/quiet-hours.ts";
import type { QuietHours } from "#lib/core/quiet-hours.ts";
import { addHours, isAfter, isBefore, min, minutesBetween, nextAtWallTime } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { OfferEnd } from "#lib/infra/prisma/enums.ts";
import { rushAt } from "./phases.ts";

/** Hours for which a freed seat is held for one person (product.md, "Workshops"). */
const offerHours = 12;
/** The same where the start is near. */
const shortOfferHours = 3;
/** Hours before the start, inclusive, from which on it is near. */
const nearHours = 48;

export type OfferFacts = {
  readonly offeredAt: Instant;
  readonly startsAt: Instant;
  /** Of the person to whom it is offered. */
  readonly zone: string;
  /** Those of the agency: they do not count. From a time until that same time: every hour counts. */
  readonly quiet: QuietHours;
};

/**
 * Until when a seat that is offered now is held: 12 hours, 3 where the start is within 48, of which quiet ones do
 * not count, as clocks on their wall show it and time passes (nights on which clocks change are an hour longer or shorter).
 * Never beyond six hours before the start, where offers end; so `offeredAt` must lie before that.
 */
export function offerExpiry({ offeredAt, startsAt, zone, quiet }: OfferFacts): Instant {
  const isNear = !isAfter(startsAt, addHours(offeredAt, nearHours));
  const end = rushAt(startsAt);
  const isNever = quiet.from.equals(quiet.until);
  let left = (isNear ? shortOfferHours : offerHours) * 60;
  let at = offeredAt;
  while (left > 0 && isBefore(at, end)) {
    if (!isNever && isQuiet(at, zone, quiet)) {
      at = nextAtWallTime(at, quiet.until, zone);
      continue;
    }
    // Strictly after: where quiet hours begin in the hour that clocks leave out, they begin at this very moment, and are over.
    const night = nextAtWallTime(at.add({ milliseconds: 1 }), quiet.from, zone);
    const until = isNever ? end : min(night, end);
    const passes = Math.min(left, minutesBetween(at, until));
    at = at.add({ milliseconds: Math.round(passes * 60_000) });
    left -= passes;
  }
  return min(at, end);
}

/**
 * How an open offer ends now: `expired` when its time ran out; `withdrawn` when the last six hours began while it was open,
 * which costs its person nothing: they still wait, and are told with all others. Null while it holds.
 */
export function dueEnd(offer: { expiresAt: Instant }, startsAt: Instant, now: Instant): OfferEnd | null {
  const rush = rushAt(startsAt);
  if (isBefore(offer.expiresAt, rush) && !isBefore(now, offer.expiresAt)) return "expired";
  return isBefore(now, rush) ? null : "withdrawn";
}

/** What becomes of somebody whose offer expired: the first time to the end of the queue, then out (product.md, "Workshops"). */
export function afterExpiry(entry: { expiredAt: unknown }): "to_the_end" | "out" {
  return entry.expiredAt === null ? "to_the_end" : "out";
}

export type AnswerRefusal =
  | "cancelled"
  | "offer_accepted"
  | "offer_declined"
  | "offer_late"
  | "offer_withdrawn";

const answered: Readonly<Record<OfferEnd, AnswerRefusal>> = {
  accepted: "offer_accepted",
  declined: "offer_declined",
  expired: "offer_late",
  withdrawn: "offer_withdrawn",
};

/** May this offer be answered now, with yes or no? The sentence says what became of it. */
export function decideAnswer(
  offer: { endedAs: OfferEnd | null; expiresAt: Instant },
  session: { cancelledAt: unknown },
  now: Instant,
): Result<null, AnswerRefusal> {
  if (session.cancelledAt !== null) return refuse("cancelled");
  if (offer.endedAs !== null) return refuse(answered[offer.endedAs]);
  return isBefore(now, offer.expiresAt) ? ok(null) : refuse("offer_late");
}
