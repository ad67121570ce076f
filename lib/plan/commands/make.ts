import { getTaxonomy } from "#lib/causes/queries.ts";
import { addHours, isAfter } from "#lib/core/time.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { carriedInto, planFor, type PlannedAction } from "#lib/plan/rules/engine.ts";
import { findPolicies } from "#lib/settings/queries.ts";

/**
 * Makes the candidate's plan of a post-mortem, within the caller's transaction and after the choice of causes was recorded.
 * Open actions of earlier post-mortems that are in it too go on in it. Nothing where a plan was made before, or nothing is
 * to be made: calling it twice is safe. `byId` is who finished or chose.
 */
export async function makePlan(
  tx: Db,
  { postMortemId, byId, at }: { postMortemId: string; byId: string; at: Temporal.Instant },
): Promise<void> {
  const postMortem = await findFacts(tx, postMortemId, at);
  const { candidateId, candidate, planActions } = postMortem;
  if (planActions.some(({ side }) => side === "candidate")) return;
  const plan = planFor({ ...(await planFacts(postMortem, at)), policies: await findPolicies(tx) });
  if (plan.length === 0) return;
  await carryOver(tx, { candidateId, postMortemId, byId, at }, plan);
  const last = Math.max(0, ...planActions.map(({ position }) => position));
  await tx.planAction.createMany({
    data: plan.map(({ owner, causes, ...action }, index) => ({
      ...action,
      id: newId(),
      postMortemId,
      candidateId,
      ownerId: owner === "candidate" ? candidateId : (candidate.counselorId ?? candidateId),
      side: "candidate",
      position: last + index + 1,
      causes: [...causes],
      madeAt: dateOf(at),
      madeById: byId,
    })),
  });
}

type Maker = { candidateId: string; postMortemId: string; byId: string; at: Temporal.Instant };

/** Ends what goes on in this plan where it stood before. */
async function carryOver(tx: Db, maker: Maker, plan: readonly PlannedAction[]): Promise<void> {
  const { candidateId, postMortemId, byId, at } = maker;
  const open = await tx.planAction.findMany({
    where: { candidateId, ownerId: candidateId, postMortemId: { not: postMortemId }, endedAt: null },
    select: { id: true, code: true },
  });
  const carried = carriedInto(plan, open).map(({ id }) => id);
  await tx.planAction.updateMany({
    where: { id: { in: carried }, endedAt: null },
    // Its version stays: staff read it, and may not see yet where the action goes on (I22).
    data: { endedAt: dateOf(at), endedById: byId, endedAs: "carried" },
  });
}

/** The post-mortem with what its plan depends on. */
async function findFacts(tx: Db, id: string, at: Temporal.Instant) {
  return tx.postMortem.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: "join",
    select: {
      candidateId: true,
      taxonomyNumber: true,
      sharing: true,
      interview: { select: { endsAt: true, outcome: true, application: { select: { source: true } } } },
      opinions: {
        where: { side: "candidate" },
        orderBy: { afterTalking: "desc" },
        take: 1,
        select: { primary: true, contributing: true },
      },
      planActions: { select: { side: true, code: true, position: true, endedAt: true } },
      candidate: {
        select: {
          counselorId: true,
          promises: { where: { closedAt: null }, select: { id: true } },
          interviews: {
            where: { startsAt: { gt: dateOf(at) }, outcome: "waiting" },
            orderBy: { startsAt: "asc" },
            take: 1,
            select: { startsAt: true },
          },
        },
      },
    },
  });
}

async function planFacts(postMortem: Awaited<ReturnType<typeof findFacts>>, now: Temporal.Instant) {
  const { interview, candidate, opinions, planActions, sharing } = postMortem;
  const [next] = candidate.interviews;
  return {
    taxonomy: await getTaxonomy(postMortem.taxonomyNumber),
    opinion: opinions[0] ?? null,
    outcome: interview.outcome,
    isWithinADay: !isAfter(now, addHours(instantOf(interview.endsAt), 24)),
    hasPromise: candidate.promises.length > 0,
    isShared: sharing !== "only_me" && candidate.counselorId !== null,
    source: interview.application.source,
    added: planActions.filter(({ endedAt }) => endedAt === null).map(({ code }) => code),
    now,
    nextStartsAt: next ? instantOf(next.startsAt) : null,
  };
}
