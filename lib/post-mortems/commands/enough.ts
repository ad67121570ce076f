import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { Db } from "#lib/infra/db.ts";
import { transact, type EventRef } from "#lib/infra/transact.ts";
import { recordOutcome } from "#lib/interviews/commands/interviews.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { callsToNote } from "#lib/post-mortems/policy.ts";
import { findDraft, type Draft } from "#lib/post-mortems/queries/draft.ts";
import { sharingOf } from "#lib/post-mortems/rules/answers.ts";
import { decideEnough } from "#lib/post-mortems/rules/finish.ts";
import type { OnePostMortemInput } from "#lib/post-mortems/schema.ts";
import { takeOver } from "./on-a-call.ts";
import { withAddress } from "./address.ts";
import { tellOnce } from "./telling.ts";

/**
 * "That is enough for today": sends the first half of a very low one, its mood, outcome and the line that was kept, to
 * whoever may see it, and mails the assigned counselor unless it is for the candidate alone. The rest of the draft goes on
 * as before. Refuses as `decideEnough`, and `not_found`. `next` is the address of the calm page.
 */
export async function sendFirstHalf(actor: Viewer, input: OnePostMortemInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.very_low",
    subject: input.postMortem,
  } as const;
  type Refusal = "not_found" | "not_yours" | "already_finished" | "already_sent" | "not_enough_yet";
  const answer = await transact<Refusal>(actor, spec, async (tx, event) => {
    await lockInOrder(tx, [input.postMortem]);
    const draft = await findDraft(tx, actor, input.postMortem, now);
    if (!draft) return refuse("not_found");
    const writerIsCandidate = draft.candidateId === actor.personId;
    const decision = decideEnough({ writerIsCandidate, finishedAt: draft.finishedAt, ...draft.facts });
    if (!decision.ok) return decision;
    await takeOver(tx, actor, draft, now);
    const { mood, keepLine, sharing, outcome, outcomeReason: reason } = decision.value;
    await tx.postMortem.update({
      where: { id: draft.id, finishedAt: null, enoughAt: null },
      data: { mood, keepLine, sharing, enoughAt: dateOf(now), version: { increment: 1 } },
    });
    if (outcome) await recordOutcome(tx, { interviewId: draft.interviewId, outcome, reason, at: now });
    if (draft.counselorId && sharing !== "only_me")
      await enqueueMails(tx, event, [draft.counselorId], "post_mortem.very_low");
    return ok({ id: draft.id });
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}

/**
 * "Ask Ana to call me", after the first half of a very low one; mails the assigned counselor. Refuses `not_found`,
 * `already_asked`, and `already_called` once somebody did.
 */
export async function askForCall(actor: Viewer, input: OnePostMortemInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "call.asked", subject: input.postMortem } as const;
  type Refusal = "not_found" | "already_asked" | "already_called";
  const answer = await transact<Refusal>(actor, spec, async (tx, event) => {
    await lockInOrder(tx, [input.postMortem]);
    const found = await tx.postMortem.findFirst({
      where: { id: input.postMortem, candidateId: actor.personId, enoughAt: { not: null } },
      select: {
        id: true,
        callAskedAt: true,
        calledAt: true,
        candidate: { select: { counselorId: true } },
      },
    });
    if (!found) return refuse("not_found");
    if (found.calledAt) return refuse("already_called");
    if (found.callAskedAt) return refuse("already_asked");
    await tx.postMortem.update({ where: { id: found.id }, data: { callAskedAt: dateOf(now) } });
    const { counselorId } = found.candidate;
    if (counselorId) await enqueueMails(tx, event, [counselorId], "call.asked");
    return ok({ id: found.id });
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}

/** Takes the wish for a call back, while nobody called. Refuses `not_found` without one, and `already_called`. */
export async function takeBackCall(actor: Viewer, input: OnePostMortemInput) {
  const spec = {
    once: input.key,
    request: input,
    did: "call.taken_back",
    subject: input.postMortem,
  } as const;
  const answer = await transact<"not_found" | "already_called">(actor, spec, async (tx) => {
    await lockInOrder(tx, [input.postMortem]);
    const found = await tx.postMortem.findFirst({
      where: { id: input.postMortem, candidateId: actor.personId, callAskedAt: { not: null } },
      select: { id: true, calledAt: true },
    });
    if (!found) return refuse("not_found");
    if (found.calledAt) return refuse("already_called");
    await tx.postMortem.update({ where: { id: found.id }, data: { callAskedAt: null } });
    return ok({ id: found.id });
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}

/**
 * "I called": a colleague who sees the wish notes that it was done, or the assigned one about somebody who feels very low.
 * Refuses `not_found`, and `already_called` after another.
 */
export function noteCall(actor: Viewer, input: OnePostMortemInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "call.made", subject: input.postMortem } as const;
  return transact<"not_found" | "already_called">(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    await lockInOrder(tx, [input.postMortem]);
    const found = await tx.postMortem.findFirst({
      where: { AND: [{ id: input.postMortem }, callsToNote(actor)] },
      select: { id: true },
    });
    if (!found) return refuse("not_found");
    const noted = await tx.postMortem.updateMany({
      where: { id: found.id, calledAt: null },
      data: { calledAt: dateOf(now), calledById: actor.personId },
    });
    return noted.count === 1 ? ok({ id: found.id }) : refuse("already_called");
  });
}

/**
 * Whoever may see the first half follows a choice that is made in the rest of the form, at once, within the caller's
 * transaction: the screen says that it is saved. The counselor is told once, when it becomes theirs to read.
 */
export async function followSharing(
  tx: Db,
  event: EventRef,
  actor: Viewer,
  { draft, written, now }: { draft: Draft; written: readonly { field: string }[]; now: Temporal.Instant },
): Promise<void> {
  if (!draft.enoughAt || !written.some(({ field }) => field === "sharing")) return;
  const after = await findDraft(tx, actor, draft.id, now);
  const sharing = after ? sharingOf(after.facts) : draft.sharing;
  if (sharing === draft.sharing) return;
  await tx.postMortem.update({ where: { id: draft.id }, data: { sharing, version: { increment: 1 } } });
  const { id: postMortem, counselorId } = draft;
  if (draft.sharing === "only_me" && counselorId)
    await tellOnce(tx, event, { postMortem, counselorId, kind: "post_mortem.very_low" });
}
