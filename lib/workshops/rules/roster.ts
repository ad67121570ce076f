import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { SeatAttendance } from "#lib/infra/prisma/enums.ts";
import { closingAt } from "./phases.ts";
import type { PhaseFacts } from "./phases.ts";
import { freeSeats } from "./seats.ts";
import type { SeatCounts } from "./seats.ts";

/** As a form says it: `none` is empty. */
export type Mark = SeatAttendance | "none";

/** Whether people come in already: from one hour before the start on, and ever after (what was forgotten is marked later). */
export function isDoorOpen({ startsAt }: Pick<PhaseFacts, "startsAt">, now: Instant): boolean {
  return !isBefore(now, closingAt(startsAt));
}

export type MarkRefusal = "cancelled" | "too_early" | "no_seat" | "marked_meanwhile";

type MarkedSeat = { givenBackAt: unknown; attendance: SeatAttendance | null };

/**
 * Whether a seat's attendance becomes `mark`; the answer says whether anything changes. Two colleagues who tap the same are
 * one; whoever saw another state than there is hears so (`marked_meanwhile`) instead of undoing the other's tap.
 */
export function decideMark(
  session: Pick<PhaseFacts, "startsAt" | "cancelledAt">,
  seat: MarkedSeat,
  asked: { was: Mark; mark: Mark },
  now: Instant,
): Result<"set" | "same", MarkRefusal> {
  if (session.cancelledAt !== null) return refuse("cancelled");
  if (seat.givenBackAt !== null) return refuse("no_seat");
  const is = seat.attendance ?? "none";
  if (is === asked.mark) return ok("same");
  if (is !== asked.was) return refuse("marked_meanwhile");
  return isDoorOpen(session, now) ? ok("set") : refuse("too_early");
}

export type LetInRefusal = "cancelled" | "elsewhere" | "too_early" | "full";

/** Whether somebody who just came has a seat: from one hour before the start, and never beyond the capacity. */
export function decideLetIn(
  session: Pick<PhaseFacts, "startsAt" | "cancelledAt">,
  counts: SeatCounts,
  now: Instant,
): Result<null, LetInRefusal> {
  if (session.cancelledAt !== null) return refuse("cancelled");
  if (counts.capacity === null) return refuse("elsewhere");
  if (!isDoorOpen(session, now)) return refuse("too_early");
  return freeSeats(counts) > 0 ? ok(null) : refuse("full");
}
