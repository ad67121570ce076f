import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { hastenJob, reviveJob } from "#lib/infra/queue.ts";
import { attemptSeconds, queueOf, rescueMinutes } from "#lib/mail/rules.ts";
import { isMailKind } from "#lib/mail/words.ts";

/** Mails that one run looks at. */
const cap = 200;

/**
 * Gives waiting mails a job again that have none which will run: it ended by a fault of ours, or was lost with the queue's
 * tables. Safe to run twice: a mail has one job at most.
 */
export async function rescueMails(
  now: Temporal.Instant,
): Promise<{ done: number; skipped: number; failed: number }> {
  const before = dateOf(now.subtract({ minutes: rescueMinutes }));
  const lost = await pagesDb().$queryRaw<{ id: string; kind: string }[]>`
    SELECT m.id, m.kind FROM mails m
    WHERE m.state = 'waiting' AND m.queued_at <= ${before} AND (m.waits_until IS NULL OR m.waits_until <= ${before})
      AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.id = m.id AND j.state::text IN ('created', 'retry', 'active'))
    ORDER BY m.queued_at LIMIT ${cap}`;
  const tally = { done: 0, skipped: 0, failed: 0 };
  for (const { id, kind } of lost) {
    const revived = isMailKind(kind) && (await reviveJob(queueOf(kind), id)) !== "alive";
    tally[revived ? "done" : "skipped"] += 1;
  }
  return tally;
}

/**
 * Mails whose worker died in the middle are not to wait out the delay of a mail server's "later": their jobs run at once
 * as soon as the queue has noticed (measured without this: up to 85 seconds after the kill).
 */
export async function hastenMails(
  now: Temporal.Instant,
): Promise<{ done: number; skipped: number; failed: number }> {
  const abandoned = await pagesDb().mail.findMany({
    where: {
      state: "waiting",
      reason: "sending",
      triedAt: { lte: dateOf(now.subtract({ seconds: attemptSeconds })) },
    },
    orderBy: { queuedAt: "asc" },
    take: cap,
    select: { id: true, kind: true },
  });
  const tally = { done: 0, skipped: 0, failed: 0 };
  for (const { id, kind } of abandoned) {
    if (isMailKind(kind)) await hastenJob(queueOf(kind), id);
    tally[isMailKind(kind) ? "done" : "skipped"] += 1;
  }
  return tally;
}
