import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { reviveJob } from "#lib/infra/queue.ts";
import { queueOf, rescueMinutes } from "#lib/mail/rules.ts";
import { isMailKind } from "#lib/mail/words.ts";

/** Mails that one run looks at. */
const cap = 200;

/**
 * Gives waiting mails a job again that have none which will run: it ended by a fault of ours, or was lost with the queue's
 * tables. Safe to run twice: a mail has one job at most.
 */
export async function rescueMails(now: Temporal.Instant): Promise<{ done: number; skipped: number; failed: number }> {
  const before = dateOf(now.subtract({ minutes: rescueMinutes }));
  const lost = await pagesDb().$queryRaw<{ id: string; kind: string }[]>`
    SELECT m.id, m.kind FROM mails m
    WHERE m.state = 'waiting' AND m.queued_at <= ${before}
      AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.id = m.id AND j.state::text IN ('created', 'retry', 'active'))
    ORDER BY m.queued_at LIMIT ${cap}`;
  const tally = { done: 0, skipped: 0, failed: 0 };
  for (const { id, kind } of lost) {
    const revived = isMailKind(kind) && (await reviveJob(queueOf(kind), id)) !== "alive";
    tally[revived ? "done" : "skipped"] += 1;
  }
  return tally;
}
