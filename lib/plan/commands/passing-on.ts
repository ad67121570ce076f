import type { Db } from "#lib/infra/db.ts";

/**
 * Gives the open actions that `from` owns for this candidate to `to`, within the caller's transaction and after the
 * caller's own permission. What is ended stays with whoever ended it.
 */
export async function passOnActions(
  tx: Db,
  { candidateId, from, to }: { candidateId: string; from: string; to: string },
): Promise<void> {
  await tx.planAction.updateMany({
    where: { candidateId, ownerId: from, endedAt: null },
    data: { ownerId: to, version: { increment: 1 } },
  });
}
