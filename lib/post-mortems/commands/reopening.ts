import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";

/** Notes who opened a closed post-mortem again, within the caller's transaction and after the caller's own permission. */
export async function markReopened(
  tx: Db,
  postMortemId: string,
  byId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.postMortem.update({
    where: { id: postMortemId },
    data: { reopenedAt: dateOf(at), reopenedById: byId, version: { increment: 1 } },
  });
}
