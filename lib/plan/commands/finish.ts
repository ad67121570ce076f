import { ok } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { transact } from "#lib/infra/transact.ts";
import { withAddress } from "#lib/post-mortems/commands/address.ts";
import { finishDraft, type FinishRefusal } from "#lib/post-mortems/commands/finish.ts";
import { recordHeardBack } from "#lib/post-mortems/commands/heard-back.ts";
import { recordOwnCauses } from "#lib/post-mortems/commands/opinions.ts";
import type {
  ChooseCausesInput,
  FinishHeardBackInput,
  FinishPostMortemInput,
} from "#lib/post-mortems/schema.ts";
import { makePlan } from "./make.ts";

/**
 * Sends the draft as it stands (`finishDraft`), and makes the candidate's plan of it in the same step. Refuses `not_found`,
 * `already_finished`, and `nothing_yet` without any answer. `next` is the address where it is read.
 */
export async function finishPostMortem(actor: Viewer, input: FinishPostMortemInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.finished",
    subject: input.postMortem,
  } as const;
  const answer = await transact<FinishRefusal>(actor, spec, async (tx, event) => {
    const finished = await finishDraft(tx, event, actor, input, now);
    if (!finished.ok) return finished;
    await makePlan(tx, { postMortemId: finished.value.id, byId: actor.personId, at: now });
    return ok(finished.value);
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}

/**
 * The candidate's own choice of causes after finishing without one (`recordOwnCauses`), with the plan that comes of it.
 * Refuses `not_found`, and `already_chosen` where a choice was made. `next` is the address where it is read.
 */
export async function chooseCauses(actor: Viewer, input: ChooseCausesInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "opinion.given", subject: input.postMortem } as const;
  const answer = await transact<"not_found" | "already_chosen">(actor, spec, async (tx) => {
    const chosen = await recordOwnCauses(tx, actor, input, now);
    if (!chosen.ok) return chosen;
    await makePlan(tx, { postMortemId: chosen.value.id, byId: actor.personId, at: now });
    return ok(chosen.value);
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}

/**
 * Ends the short path after the employer's answer (`recordHeardBack`), with the plan of a first choice of causes. Refuses
 * `not_found`, and `not_heard` where there is no answer to add to. `next` is the address where it is read.
 */
export async function finishHeardBack(actor: Viewer, input: FinishHeardBackInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.heard_back",
    subject: input.postMortem,
  } as const;
  const answer = await transact<"not_found" | "not_heard">(actor, spec, async (tx, event) => {
    const heard = await recordHeardBack(tx, event, actor, input, now);
    if (!heard.ok) return heard;
    await makePlan(tx, { postMortemId: heard.value.id, byId: actor.personId, at: now });
    return ok(heard.value);
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}
