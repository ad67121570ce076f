import { refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { unseal } from "#lib/infra/seal.ts";
import { addressPurpose, askOpenNetwork, settleBusyCalendar } from "#lib/mocks/commands/busy.ts";
import type { Ask } from "#lib/mocks/commands/busy.ts";

/** Minutes after which an address is asked again, and how many a run asks. */
const everyMinutes = 15;
const mostCalendars = 50;

/**
 * Reads the calendars by address of active staff whose last try is 15 minutes old, the oldest first, at most 50 a run. Safe
 * to run twice. `ask` is a test's own network.
 */
export async function readBusyCalendars(
  now: Instant,
  ask: Ask = askOpenNetwork,
): Promise<{ done: number; skipped: number; failed: number }> {
  const due = await pagesDb().busyCalendar.findMany({
    where: {
      removedAt: null,
      sealedAddress: { not: null },
      OR: [{ triedAt: null }, { triedAt: { lte: dateOf(now.subtract({ minutes: everyMinutes })) } }],
      counselor: { deactivatedAt: null },
    },
    orderBy: { triedAt: "asc" },
    take: mostCalendars,
    relationLoadStrategy: "join",
    select: {
      id: true,
      counselorId: true,
      sealedAddress: true,
      etag: true,
      counselor: { select: { timeZone: true } },
    },
  });
  const tally = { done: 0, skipped: 0, failed: 0 };
  for (const { sealedAddress, counselor, ...calendar } of due) {
    const address = unseal(addressPurpose, calendar.id, sealedAddress ?? "");
    const fetched = address === null ? refuse("unsealed") : await ask(new URL(address), calendar.etag);
    const isThere = await settleBusyCalendar({ ...calendar, timeZone: counselor.timeZone }, fetched, now);
    tally[!isThere ? "skipped" : fetched.ok ? "done" : "failed"] += 1;
  }
  return tally;
}
