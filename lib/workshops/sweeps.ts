import type { Instant } from "#lib/core/time.ts";
import { settleSession } from "#lib/workshops/commands/settling.ts";
import { listDueSessions } from "#lib/workshops/queries/due.ts";

/**
 * What time brings to waitlists, once a minute: offers that ran out go to the next, six hours before the start all that
 * wait are told of free seats, one hour before it waiting ends. At most 200 sessions a run, each in a transaction of its
 * own. Safe to run twice.
 */
export async function settleQueues(now: Instant): Promise<{ done: number; skipped: number; failed: number }> {
  const tally = { done: 0, skipped: 0, failed: 0 };
  for (const due of await listDueSessions(now)) {
    const answer = await settleSession(due, now);
    if (answer.ok) tally.done += 1;
    else tally[answer.refusal === "nothing_due" ? "skipped" : "failed"] += 1;
  }
  return tally;
}
