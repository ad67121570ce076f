import { findTaxonomyNumber } from "#lib/causes/queries.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { findDraft, type Draft } from "#lib/post-mortems/queries/draft.ts";
import type { Typed } from "#lib/post-mortems/rules/answers.ts";
import { decideCall, decideHandOver } from "#lib/post-mortems/rules/on-a-call.ts";
import type { HandOverInput, StartOnACallInput } from "#lib/post-mortems/schema.ts";
import { recordOpinion } from "./opinions.ts";
import { withAddress } from "./address.ts";

/**
 * Begins the post-mortem of a candidate's interview on a call, written by the assigned counselor or an admin until it is
 * handed over; who began it goes on with it. Refuses `not_found`, `not_yet` before the interview has started, and
 * `begun_already` where the candidate or a colleague has begun it.
 */
export function startOnACall(actor: Viewer, input: StartOnACallInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "post_mortem.started", subject: input.key } as const;
  return transact<"not_found" | "not_yet" | "begun_already">(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    await lockInOrder(tx, [input.interview]);
    const interview = await tx.interview.findFirst({
      where: { AND: [{ id: input.interview }, interviewsVisibleTo(actor)] },
      select: {
        id: true,
        candidateId: true,
        startsAt: true,
        postMortem: { select: { id: true, finishedAt: true, enteredById: true, handedOverAt: true } },
      },
    });
    if (!interview) return refuse("not_found");
    const { postMortem } = interview;
    const known = postMortem && {
      isFinished: postMortem.finishedAt !== null,
      enteredById: postMortem.enteredById,
      handedOverAt: instantOrNull(postMortem.handedOverAt),
    };
    const facts = { startsAt: instantOf(interview.startsAt), postMortem: known };
    const decision = decideCall(facts, actor.personId, now);
    if (!decision.ok) return decision;
    if (postMortem) return ok({ id: postMortem.id });
    await tx.postMortem.create({
      data: {
        id: input.key,
        interviewId: interview.id,
        candidateId: interview.candidateId,
        startedAt: dateOf(now),
        enteredById: actor.personId,
        taxonomyNumber: await findTaxonomyNumber(tx),
      },
    });
    return ok({ id: input.key });
  });
}

/**
 * Hands what was entered on a call to the candidate, who alone can finish it; from then on who entered it reads it no
 * more. Refuses `not_found`, also where the candidate has gone on with it already, and `nothing_yet` without any answer.
 * `next` is the address where it stands.
 */
export async function handOver(actor: Viewer, input: HandOverInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.entered",
    subject: input.postMortem,
  } as const;
  const answer = await transact<"not_found" | "nothing_yet">(actor, spec, async (tx, event) => {
    await lockInOrder(tx, [input.postMortem]);
    const draft = isStaff(actor) ? await findDraft(tx, actor, input.postMortem, now) : null;
    if (!draft) return refuse("not_found");
    const decision = decideHandOver(draft.facts);
    if (!decision.ok) return decision;
    await markHandedOver(tx, draft.id, now);
    await enqueueMails(tx, event, [draft.candidateId], "post_mortem.entered");
    return ok({ id: draft.id });
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}

/** Once the candidate writes into what is being entered it is theirs, handed over or not: nobody else reads what follows. */
export async function takeOver(tx: Db, actor: Viewer, draft: Draft, at: Temporal.Instant): Promise<void> {
  const isTheirs = draft.candidateId === actor.personId;
  if (isTheirs && draft.entered && !draft.entered.isHandedOver) await markHandedOver(tx, draft.id, at);
}

async function markHandedOver(tx: Db, id: string, at: Temporal.Instant): Promise<void> {
  const data = { handedOverAt: dateOf(at), version: { increment: 1 } };
  await tx.postMortem.updateMany({ where: { id, handedOverAt: null }, data });
}

/**
 * Writes the candidate's first choice of causes, at finishing. What both chose together on a call is written for both
 * sides, and marked: it counts as no agreement (product.md, "Two opinions, blind").
 */
export async function recordFirstChoice(
  tx: Db,
  draft: Draft,
  choice: NonNullable<Typed["opinion"]>,
  at: Temporal.Instant,
): Promise<void> {
  const { entered } = draft;
  const opinion = { postMortemId: draft.id, ...choice, together: entered ? entered.isTogether : false, at };
  await recordOpinion(tx, { ...opinion, authorId: draft.candidateId, side: "candidate" });
  if (entered?.isTogether) await recordOpinion(tx, { ...opinion, authorId: entered.byId, side: "counselor" });
}
