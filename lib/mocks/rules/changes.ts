import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { addHours, isAfter, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { CancelReason } from "#lib/infra/prisma/enums.ts";
import type { Policies } from "#lib/settings/rules.ts";

/** The agency's: hours before its start until which a candidate moves and cancels freely. */
type Window = Pick<Policies, "freeHours">;

/** A session as whoever wants to change it finds it. */
export type SessionFacts = {
  readonly startsAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly version: number;
};

/** Who asks for the change, and the version that their page showed. */
export type Asking = { readonly isCandidate: boolean; readonly shownVersion: number };

export type ChangeRefusal = "cancelled" | "changed" | "started";

/** Until when, inclusive, a candidate moves and cancels freely. */
export function freeUntil(startsAt: Instant, { freeHours }: Window): Instant {
  return addHours(startsAt, -freeHours);
}

/** Whether a change now is a late one: nearer to the start than the free window. */
export function isLate(startsAt: Instant, policies: Window, now: Instant): boolean {
  return isAfter(now, freeUntil(startsAt, policies));
}

/** Whether a session is still to come, neither started nor cancelled. */
export function isOpen(session: Pick<SessionFacts, "startsAt" | "cancelledAt">, now: Instant): boolean {
  return session.cancelledAt === null && isBefore(now, session.startsAt);
}

/** May this session be moved at all? Where to, `decideBooking` says. A candidate's late move is `late_move`. */
export function decideMove(
  session: SessionFacts,
  asking: Asking,
  policies: Window,
  now: Instant,
): Result<null, ChangeRefusal | "late_move"> {
  const change = decideChange(session, asking, now);
  if (!change.ok) return change;
  return asking.isCandidate && isLate(session.startsAt, policies, now) ? refuse("late_move") : ok(null);
}

/**
 * May it be cancelled, and is that marked late? Only a candidate's own late cancelling is, and never for a real interview
 * or illness. `reason_needed` for a reason that only staff can give.
 */
export function decideCancel(
  session: SessionFacts,
  asking: Asking & { readonly reason: CancelReason },
  policies: Window,
  now: Instant,
): Result<{ late: boolean }, ChangeRefusal | "reason_needed"> {
  const change = decideChange(session, asking, now);
  if (!change.ok) return change;
  if (asking.isCandidate && asking.reason === "counselor_away") return refuse("reason_needed");
  const isExcused = asking.reason === "real_interview" || asking.reason === "ill";
  return ok({ late: asking.isCandidate && !isExcused && isLate(session.startsAt, policies, now) });
}

function decideChange(session: SessionFacts, asking: Asking, now: Instant): Result<null, ChangeRefusal> {
  if (session.cancelledAt !== null) return refuse("cancelled");
  if (session.version !== asking.shownVersion) return refuse("changed");
  return isBefore(now, session.startsAt) ? ok(null) : refuse("started");
}
