import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { MockAttendance } from "#lib/infra/prisma/enums.ts";

export type AttendanceRefusal = "not_started" | "cancelled" | "already";
type Facts = {
  readonly startsAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly attendance: MockAttendance | null;
};

/**
 * May the attendance of a session be set, or undone (`null`)? From its start on, once until it is undone, and
 * only as the page showed it (`shown`): nobody takes back what a colleague has set since. `isAbsence`: the
 * candidate is to be asked to book again, whoever of the two was absent.
 */
export function decideAttendance(
  mock: Facts,
  {
    attendance,
    shown,
  }: { readonly attendance: MockAttendance | null; readonly shown: MockAttendance | null },
  now: Instant,
): Result<{ isAbsence: boolean }, AttendanceRefusal> {
  if (mock.cancelledAt !== null) return refuse("cancelled");
  if (isBefore(now, mock.startsAt)) return refuse("not_started");
  if (mock.attendance !== shown || (shown === null) === (attendance === null)) return refuse("already");
  return ok({ isAbsence: attendance === "candidate_absent" || attendance === "counselor_absent" });
}
