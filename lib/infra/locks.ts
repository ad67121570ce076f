import type { Db } from "#lib/infra/db.ts";

/**
 * Takes a transaction lock for each id, always in the same order: without the order two bookings that
 * share both people deadlock, without the lock one slot was booked twenty times (quality.md, I1 and I2).
 */
export async function lockInOrder(tx: Db, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].toSorted()) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
  }
}
