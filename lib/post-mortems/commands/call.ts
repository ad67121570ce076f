import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { lowMomentsVisibleTo, postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import type { MarkCalledInput } from "#lib/post-mortems/schema.ts";

/**
 * Says that the candidate who asked for a call was called; who said it first stays. Refuses `not_found` for whoever may not
 * see it, and where nobody asked.
 */
export function markCalled(actor: Viewer, input: MarkCalledInput, now: Temporal.Instant) {
  const { key, postMortem } = input;
  const spec = { once: key, request: input, did: "candidate.called", subject: postMortem } as const;
  return transact<"not_found">(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    await lockInOrder(tx, [postMortem]);
    const found = await tx.postMortem.findFirst({
      where: {
        AND: [
          { id: postMortem, callAskedAt: { not: null }, candidate: candidatesVisibleTo(actor) },
          { OR: [postMortemsVisibleTo(actor), lowMomentsVisibleTo(actor)] },
        ],
      },
      select: { id: true },
    });
    if (!found) return refuse("not_found");
    await tx.postMortem.updateMany({
      where: { id: found.id, calledAt: null },
      data: { calledAt: dateOf(now), calledById: actor.personId, version: { increment: 1 } },
    });
    return ok({ id: found.id });
  });
}
