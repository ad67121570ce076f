import type { Instant } from "#lib/core/time.ts";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { log } from "#lib/infra/log.ts";
import { askAgain, askOpenNetwork, dueSelect, settleBusyCalendar } from "#lib/mocks/commands/busy-reading.ts";
import type { Ask, DueCalendar } from "#lib/mocks/commands/busy-reading.ts";

/** Minutes after which an address is asked again, how many a run asks, and how many at once: other sweeps wait for this one. */
const everyMinutes = 15;
const mostCalendars = 50;
const atOnce = 10;

type Outcome = "done" | "skipped" | "failed";

/**
 * Reads the calendars by address of active staff whose last try is 15 minutes old, the oldest first, at most 50 a run, ten
 * beside each other. Safe to run twice. One that breaks holds up no other. `ask` is a test's own network.
 */
export async function readBusyCalendars(
  now: Instant,
  ask: Ask = askOpenNetwork,
): Promise<Record<Outcome, number>> {
  const due = await pagesDb().busyCalendar.findMany({
    where: {
      removedAt: null,
      sealedAddress: { not: null },
      OR: [{ triedAt: null }, { triedAt: { lte: dateOf(now.subtract({ minutes: everyMinutes })) } }],
      counselor: { deactivatedAt: null },
    },
    orderBy: [{ triedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: mostCalendars,
    relationLoadStrategy: "join",
    select: dueSelect,
  });
  const tally = { done: 0, skipped: 0, failed: 0 };
  for (let from = 0; from < due.length; from += atOnce) {
    const some = due.slice(from, from + atOnce);
    for (const outcome of await Promise.all(some.map(async (one) => readOne(one, ask, now))))
      tally[outcome] += 1;
  }
  return tally;
}

async function readOne(due: DueCalendar, ask: Ask, now: Instant): Promise<Outcome> {
  try {
    const fetched = await askAgain(due, ask, now);
    const isThere = await settleBusyCalendar(due, fetched, now);
    return !isThere ? "skipped" : fetched.ok ? "done" : "failed";
  } catch (error) {
    log().error({ calendar: due.id, err: error }, "busy calendar");
    return "failed";
  }
}
