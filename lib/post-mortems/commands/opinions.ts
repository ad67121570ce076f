import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { CauseCode, OpinionSide } from "#lib/infra/prisma/enums.ts";
import type { ChooseCausesInput } from "#lib/post-mortems/schema.ts";

export type NewOpinion = {
  readonly postMortemId: string;
  readonly authorId: string;
  readonly side: OpinionSide;
  readonly primary: CauseCode;
  /** At most two, none of them the primary one. */
  readonly contributing: readonly CauseCode[];
  /** Chosen by both at once on a call. */
  readonly together?: boolean;
  readonly at: Temporal.Instant;
};

/**
 * Writes one side's choice of causes, within the caller's transaction and after the caller's own permission. The first
 * choice of a side is kept; once both have chosen, one later choice stands beside it as "after talking". Refuses
 * `already_chosen` for any other.
 */
export async function recordOpinion(tx: Db, opinion: NewOpinion): Promise<Result<null, "already_chosen">> {
  const { postMortemId, authorId, side, primary, at } = opinion;
  const known = await tx.opinion.findMany({
    where: { postMortemId },
    select: { side: true, afterTalking: true },
  });
  const own = known.filter((one) => one.side === side);
  const otherHasChosen = known.some((one) => one.side !== side);
  if (own.length > 0 && (!otherHasChosen || own.some((one) => one.afterTalking)))
    return refuse("already_chosen");
  const contributing = opinion.contributing.filter((cause) => cause !== primary);
  await tx.opinion.create({
    data: {
      id: newId(),
      postMortemId,
      authorId,
      side,
      primary,
      contributing,
      afterTalking: own.length > 0,
      together: opinion.together ?? false,
      chosenAt: dateOf(at),
    },
  });
  return ok(null);
}

/**
 * The candidate's own choice after finishing without one: "Give mine", or "Show me", which is *not sure yet*. Within the
 * caller's transaction. Refuses `not_found`, and `already_chosen` where a choice was made.
 */
export async function recordOwnCauses(
  tx: Db,
  actor: Viewer,
  input: ChooseCausesInput,
  now: Temporal.Instant,
): Promise<Result<{ id: string }, "not_found" | "already_chosen">> {
  // The candidate too, as at finishing: what a choice makes may end what an earlier one made.
  await lockInOrder(tx, [input.postMortem, actor.personId]);
  const found = await tx.postMortem.findFirst({
    where: { id: input.postMortem, candidateId: actor.personId, finishedAt: { not: null } },
    select: { id: true, opinions: { where: { side: "candidate" }, select: { id: true } } },
  });
  if (!found) return refuse("not_found");
  if (found.opinions.length > 0) return refuse("already_chosen");
  const opinion = { postMortemId: found.id, authorId: actor.personId, side: "candidate", at: now } as const;
  const recorded = await recordOpinion(tx, { ...opinion, primary: input.primary, contributing: [] });
  return recorded.ok ? ok({ id: found.id }) : recorded;
}

/**
 * Marks a finished post-mortem as reviewed, within the caller's transaction and after the caller's own permission. Who
 * was first stays; false if nothing changed.
 */
export async function markReviewed(
  tx: Db,
  postMortemId: string,
  byId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const marked = await tx.postMortem.updateMany({
    where: { id: postMortemId, finishedAt: { not: null }, reviewedAt: null },
    data: { reviewedAt: dateOf(at), reviewedById: byId, version: { increment: 1 } },
  });
  return marked.count === 1;
}
