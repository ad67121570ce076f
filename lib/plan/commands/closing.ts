import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { findClosing } from "#lib/plan/queries/plan.ts";
import type { ReopenPostMortemInput } from "#lib/plan/schema.ts";
import { markReopened } from "#lib/post-mortems/commands/reopening.ts";

/**
 * Opens a closed post-mortem again; it stays open until something in it is settled, or until it was quiet for 60 days.
 * Refuses `not_found`, also for whoever may not know yet whether it is closed, and `already_open`. Nobody is mailed.
 */
export function reopenPostMortem(actor: Viewer, input: ReopenPostMortemInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.reopened",
    subject: input.postMortem,
  } as const;
  return transact<"not_found" | "already_open">(actor, spec, async (tx) => {
    await lockInOrder(tx, [input.postMortem]);
    const closing = await findClosing(tx, actor, input.postMortem, now);
    if (!closing) return refuse("not_found");
    if (!closing.isClosed) return refuse("already_open");
    await markReopened(tx, input.postMortem, actor.personId, now);
    return ok({ id: input.postMortem });
  });
}
