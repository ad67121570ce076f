import { ok, refuse, type Result } from "#lib/core/result.ts";
import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { planActionsVisibleTo } from "#lib/plan/policy.ts";
import { decideRoom } from "#lib/plan/rules/changes.ts";
import type { MarkActionDoneInput, ReopenActionInput, SetActionAsideInput } from "#lib/plan/schema.ts";

type Refusal = "not_found" | "stale" | "already_ended" | "three_already";

/**
 * Says that an action is done; only whose it is says so. Refuses `not_found`, `already_ended`, and `stale` where it
 * changed since the page was shown. Nobody is mailed.
 */
export function markActionDone(actor: Viewer, input: MarkActionDoneInput, now: Temporal.Instant) {
  return endAction(actor, input, { did: "plan_action.done", endedAs: "done", why: null }, now);
}

/** Says that an action is not going to be done, and why, in the owner's words. It refuses as `markActionDone`. */
export function setActionAside(actor: Viewer, input: SetActionAsideInput, now: Temporal.Instant) {
  const end = { did: "plan_action.set_aside", endedAs: "not_doing", why: input.why } as const;
  return endAction(actor, input, end, now);
}

/**
 * Undoes either: the action is open again. One that goes on in a later post-mortem stays ended here (`already_ended`).
 * Refuses `not_found`, `stale`, and `three_already` where three others are open.
 */
export function reopenAction(actor: Viewer, input: ReopenActionInput) {
  const spec = {
    once: input.key,
    request: input,
    did: "plan_action.reopened",
    subject: input.action,
  } as const;
  return transact<Refusal>(actor, spec, async (tx) => {
    const found = await lockOwnAction(tx, actor, input.action);
    if (!found) return refuse("not_found");
    if (found.version !== input.version) return refuse("stale");
    if (found.endedAs === null) return ok({ id: found.id });
    if (found.endedAs === "carried") return refuse("already_ended");
    const plan = await tx.planAction.findMany({
      where: { postMortemId: found.postMortemId },
      select: { code: true, endedAs: true },
    });
    const room = decideRoom(plan);
    if (!room.ok) return room;
    const open = { endedAt: null, endedById: null, endedAs: null, why: null };
    await tx.planAction.update({
      where: { id: found.id },
      data: { ...open, version: { increment: 1 } },
    });
    return ok({ id: found.id });
  });
}

type End = {
  did: "plan_action.done" | "plan_action.set_aside";
  endedAs: "done" | "not_doing";
  why: string | null;
};

function endAction(actor: Viewer, input: MarkActionDoneInput, end: End, now: Temporal.Instant) {
  const { did, endedAs, why } = end;
  const spec = { once: input.key, request: input, did, subject: input.action } as const;
  return transact<Refusal>(actor, spec, async (tx): Promise<Result<{ id: string }, Refusal>> => {
    const found = await lockOwnAction(tx, actor, input.action);
    if (!found) return refuse("not_found");
    if (found.endedAs !== null) return refuse("already_ended");
    if (found.version !== input.version) return refuse("stale");
    // Finishing another post-mortem locks that one's plan, not this one's, and may carry the action on just now.
    const ended = await tx.planAction.updateMany({
      where: { id: found.id, endedAt: null },
      data: { endedAs, why, endedAt: dateOf(now), endedById: actor.personId, version: { increment: 1 } },
    });
    return ended.count === 1 ? ok({ id: found.id }) : refuse("already_ended");
  });
}

/** An action that this person does: their own, or a colleague's for any of them who may see it. With its plan locked. */
async function lockOwnAction(tx: Db, actor: Viewer, id: string) {
  const where = { AND: [{ id }, planActionsVisibleTo(actor)] };
  const found = await tx.planAction.findFirst({
    where,
    select: { postMortemId: true, ownerId: true, candidateId: true },
  });
  if (!found) return null;
  const isOwn = isStaff(actor) ? found.ownerId !== found.candidateId : found.ownerId === actor.personId;
  if (!isOwn) return null;
  await lockInOrder(tx, [found.postMortemId]);
  return tx.planAction.findUniqueOrThrow({
    where: { id },
    select: { id: true, postMortemId: true, endedAs: true, version: true },
  });
}
