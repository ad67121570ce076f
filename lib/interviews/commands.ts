import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Outcome, OutcomeReason } from "#lib/infra/prisma/enums.ts";

export type RecordedOutcome = { interviewId: string; outcome: Outcome; reason: OutcomeReason | null; at: Temporal.Instant };

/**
 * Writes how an interview ended, within the caller's transaction and after the caller's own permission. A reason is kept with
 * `rejected` only; `waiting` has no time. What stands there already is left as it is, so that no open form goes stale.
 */
export async function recordOutcome(tx: Db, { interviewId, outcome, reason, at }: RecordedOutcome): Promise<void> {
  const outcomeReason = outcome === "rejected" ? reason : null;
  const now = await tx.interview.findUniqueOrThrow({ where: { id: interviewId }, select: { outcome: true, outcomeReason: true } });
  if (now.outcome === outcome && now.outcomeReason === outcomeReason) return;
  await tx.interview.update({
    where: { id: interviewId },
    data: { outcome, outcomeReason, outcomeAt: outcome === "waiting" ? null : dateOf(at), version: { increment: 1 } },
  });
}
