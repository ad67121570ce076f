import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { decideRoom } from "#lib/plan/rules/changes.ts";

/** An attendance as the plan sees it: who marked it, and when. */
export type Attended = {
  readonly candidateId: string;
  /** What the workshop helps with. */
  readonly causes: readonly CauseCode[];
  readonly at: Temporal.Instant;
  readonly byId: string;
};

/** Codes of actions that an attended workshop does. */
const workshopCode = { startsWith: "workshop" };

/**
 * Ends as done what a candidate was to do by coming to a workshop that helps with this action's cause, in the caller's
 * transaction. Says nothing of it to whoever marked the attendance: they may not see the plan (I22). Nobody is mailed.
 */
export async function endAttendedActions(tx: Db, { candidateId, causes, at, byId }: Attended): Promise<void> {
  const where = {
    candidateId,
    ownerId: candidateId,
    endedAt: null,
    code: workshopCode,
    causes: { hasSome: [...causes] },
  };
  const open = await tx.planAction.findMany({ where, select: { id: true, postMortemId: true } });
  if (open.length === 0) return;
  await lockInOrder(
    tx,
    open.map(({ postMortemId }) => postMortemId),
  );
  await tx.planAction.updateMany({
    where: { ...where, id: { in: open.map(({ id }) => id) } },
    data: { endedAs: "done", endedAt: dateOf(at), endedById: byId, version: { increment: 1 } },
  });
}

/**
 * Undoes it: what exactly this attendance had ended is open again. One for which the plan has no room any more stays done;
 * so does what somebody has ended or reopened in another way since.
 */
export async function reopenAttendedActions(tx: Db, { candidateId, at, byId }: Attended): Promise<void> {
  const where = {
    candidateId,
    ownerId: candidateId,
    code: workshopCode,
    endedAs: "done" as const,
    endedAt: dateOf(at),
    endedById: byId,
  };
  const ended = await tx.planAction.findMany({ where, select: { id: true, postMortemId: true } });
  await lockInOrder(
    tx,
    ended.map(({ postMortemId }) => postMortemId),
  );
  for (const { id, postMortemId } of ended) {
    const plan = await tx.planAction.findMany({
      where: { postMortemId },
      select: { code: true, endedAs: true },
    });
    if (!decideRoom(plan).ok) continue;
    await tx.planAction.updateMany({
      where: { ...where, id },
      data: { endedAs: null, endedAt: null, endedById: null, version: { increment: 1 } },
    });
  }
}
