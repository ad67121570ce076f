import { whenLabel } from "#lib/core/format.ts";
import { dateIn, startOfDate } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";

/** Minutes after which a mail that could have gone is late. */
const lateMinutes = 15;

/** Whether mails go out: how many have waited for longer than a quarter of an hour, the night of their readers apart. Fails where the database is not reachable. */
export async function countLateMails(now: Temporal.Instant): Promise<number> {
  const late = dateOf(now.subtract({ minutes: lateMinutes }));
  return pagesDb().mail.count({
    where: {
      state: "waiting",
      queuedAt: { lte: late },
      OR: [{ waitsUntil: null }, { waitsUntil: { lte: late } }],
    },
  });
}

type Health = {
  waiting: number;
  late: number;
  oldest: Date | null;
  dead: number;
  active: number;
  workers: number;
};

/**
 * How the queue is, for admins; null for anybody else: mails that wait and are late, given up since midnight in the
 * viewer's zone, on their way right now, and whether a worker has been heard of lately. One statement.
 */
export async function getQueueHealth(viewer: Viewer, now: Temporal.Instant) {
  if (viewer.role !== "admin") return null;
  const late = dateOf(now.subtract({ minutes: lateMinutes }));
  const midnight = dateOf(startOfDate(dateIn(now, viewer.timeZone), viewer.timeZone));
  // The queue's own clock tells its heartbeats: three missed ones are one worker less.
  const [health] = await pagesDb().$queryRaw<Health[]>`
    SELECT count(*)::int AS waiting, min(queued_at) AS oldest,
      (count(*) FILTER (WHERE queued_at <= ${late} AND (waits_until IS NULL OR waits_until <= ${late})))::int AS late,
      (SELECT count(*) FROM mails WHERE state = 'dead' AND settled_at >= ${midnight})::int AS dead,
      (SELECT count(*) FROM pgboss.job WHERE name IN ('mails', 'sign-in-mails') AND state::text = 'active')::int AS active,
      (SELECT count(*) FROM pgboss.instance
        WHERE stopped_on IS NULL AND heartbeat_on >= now() - heartbeat_seconds * 3 * interval '1 second')::int AS workers
    FROM mails WHERE state = 'waiting'`;
  if (!health) return null;
  const { oldest, workers, ...counts } = health;
  return {
    ...counts,
    oldest: oldest && whenLabel(instantOf(oldest), viewer.timeZone, now),
    isWorking: workers > 0,
  };
}
