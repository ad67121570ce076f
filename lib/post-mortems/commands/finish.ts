import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import { transact, type EventRef } from "#lib/infra/transact.ts";
import { recordOutcome } from "#lib/interviews/commands/interviews.ts";
import { addNextRound } from "#lib/interviews/commands/next-round.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { findDraft, type Draft } from "#lib/post-mortems/queries/draft.ts";
import type { Typed } from "#lib/post-mortems/rules/answers.ts";
import { decideFinish } from "#lib/post-mortems/rules/finish.ts";
import { decidePromise } from "#lib/post-mortems/rules/promise.ts";
import type { ChangeSharingInput, FinishPostMortemInput } from "#lib/post-mortems/schema.ts";
import { recordFirstChoice } from "./on-a-call.ts";
import { withAddress } from "./address.ts";
import { tellOnce } from "./telling.ts";

export type FinishRefusal = "not_found" | "not_yours" | "already_finished" | "nothing_yet" | "no_such_time";

/**
 * Sends the draft as it stands, within the caller's transaction: copies its answers to typed columns, records the outcome,
 * the candidate's opinion and the promise, and tells the assigned counselor unless it is for the candidate alone. Refuses
 * `not_found`, `already_finished`, `no_such_time` for a next round at an hour that clocks skip, and `nothing_yet` without any answer.
 */
export async function finishDraft(
  tx: Db,
  event: EventRef,
  actor: Viewer,
  input: FinishPostMortemInput,
  now: Temporal.Instant,
): Promise<Result<{ id: string }, FinishRefusal>> {
  // The candidate too: two post-mortems finished at once share the one open promise.
  await lockInOrder(tx, [input.postMortem, actor.personId]);
  const draft = await findDraft(tx, actor, input.postMortem, now);
  if (!draft) return refuse("not_found");
  const writerIsCandidate = draft.candidateId === actor.personId;
  const decision = decideFinish({ writerIsCandidate, finishedAt: draft.finishedAt, ...draft.facts });
  if (!decision.ok) return decision;
  const typed = decision.value;
  await copyAnswers(tx, draft, typed, now);
  if (typed.outcome) {
    const { outcome, outcomeReason: reason } = typed;
    await recordOutcome(tx, { interviewId: draft.interviewId, outcome, reason, at: now });
  }
  if (typed.opinion) await recordFirstChoice(tx, draft, typed.opinion, now);
  await settlePromise(tx, draft, typed, now);
  if (draft.counselorId && typed.sharing !== "only_me")
    await enqueueMails(tx, event, [draft.counselorId], "post_mortem.finished");
  return ok({ id: draft.id });
}

async function copyAnswers(tx: Db, draft: Draft, typed: Typed, now: Temporal.Instant): Promise<void> {
  const { mood, surprise, cannotRecall, sharing, signals } = typed;
  const { feedbackWords, feedbackFrom, feedbackWish, workedWell, keepLine } = typed;
  await tx.postMortem.update({
    where: { id: draft.id, finishedAt: null },
    data: {
      mood,
      surprise,
      cannotRecall,
      sharing,
      feedbackWords,
      feedbackFrom,
      feedbackWish,
      workedWell,
      keepLine,
      signals: [...signals],
      finishedAt: dateOf(now),
      version: { increment: 1 },
    },
  });
  await tx.askedQuestion.createMany({
    data: typed.questions.map(({ text, bankId, rating, knewIt }, index) => ({
      id: newId(),
      postMortemId: draft.id,
      position: index + 1,
      text,
      bankId: bankId ?? null,
      rating: rating ?? null,
      knewIt: knewIt ?? false,
    })),
  });
  await tx.selfRating.createMany({
    data: typed.ratings.map(({ dimension, level }) => ({ postMortemId: draft.id, dimension, level })),
  });
  await logNextRound(tx, draft, typed, now);
}

/** The round that the candidate named after "next round"; one that is logged already stays the only one. */
async function logNextRound(
  tx: Db,
  draft: Draft,
  { nextRound }: Typed,
  now: Temporal.Instant,
): Promise<void> {
  if (!nextRound || draft.laterRound) return;
  const { candidateId, interviewId, format, zone } = draft;
  await addNextRound(tx, {
    id: newId(),
    after: { id: interviewId, candidateId },
    by: { personId: candidateId, timeZone: zone },
    when: {
      date: Temporal.PlainDate.from(nextRound.date),
      time: Temporal.PlainTime.from(nextRound.time),
      format: nextRound.format ?? format,
    },
    now,
  });
}

/** One open promise a candidate: what becomes of the open one, before a new one is made. */
async function settlePromise(tx: Db, draft: Draft, typed: Typed, now: Temporal.Instant): Promise<void> {
  const decision = decidePromise(draft.open !== null, typed);
  if (draft.open) {
    const asked = draft.facts.openPromise && typed.promiseAnswer;
    const answered = asked ? { answer: asked, askedInId: draft.id } : {};
    const closed = decision.open === "stays" ? {} : { closedAt: dateOf(now) };
    await tx.promise.update({ where: { id: draft.open.id }, data: { ...answered, ...closed } });
  }
  if (decision.make) {
    const { if: ifText, then: thenText } = decision.make;
    const made = { id: newId(), candidateId: draft.candidateId, postMortemId: draft.id, madeAt: dateOf(now) };
    await tx.promise.create({ data: { ...made, ifText, thenText } });
  }
}

/**
 * Changes who may read one's own finished post-mortem, or the first half of a very low one, from this moment on. The
 * assigned counselor is told once when one becomes readable that was for the candidate alone and was not reviewed yet. Refuses
 * `not_found`; `next` is the address where it is read.
 */
export async function changeSharing(actor: Viewer, input: ChangeSharingInput) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.sharing_changed",
    subject: input.postMortem,
  } as const;
  const answer = await transact<"not_found">(actor, spec, async (tx, event) => {
    await lockInOrder(tx, [input.postMortem]);
    const found = await tx.postMortem.findFirst({
      where: {
        id: input.postMortem,
        candidateId: actor.personId,
        OR: [{ finishedAt: { not: null } }, { enoughAt: { not: null } }],
      },
      select: {
        id: true,
        sharing: true,
        finishedAt: true,
        reviewedAt: true,
        enteredById: true,
        handedOverAt: true,
        candidate: { select: { counselorId: true } },
      },
    });
    if (!found) return refuse("not_found");
    if (found.sharing === input.sharing) return ok({ id: found.id });
    // From here on it is the candidate's alone, whoever entered it on a call.
    const taken = found.enteredById && !found.handedOverAt ? { handedOverAt: dateOf(event.at) } : {};
    const data = { sharing: input.sharing, version: { increment: 1 }, ...taken };
    await tx.postMortem.update({ where: { id: found.id }, data });
    // The form goes on with it: finishing later must not bring the earlier choice back.
    if (!found.finishedAt) await writeSharing(tx, actor, found.id, input.sharing, event.at);
    const { counselorId } = found.candidate;
    const kind = found.finishedAt ? "post_mortem.finished" : "post_mortem.very_low";
    const isNew = found.sharing === "only_me" && !found.reviewedAt;
    if (isNew && counselorId) await tellOnce(tx, event, { postMortem: found.id, counselorId, kind });
    return ok({ id: found.id });
  });
  return answer.ok ? withAddress(actor, answer.value.id) : answer;
}

async function writeSharing(
  tx: Db,
  actor: Viewer,
  postMortemId: string,
  sharing: Sharing,
  at: Temporal.Instant,
): Promise<void> {
  await tx.postMortemAnswer.create({
    data: {
      id: newId(),
      postMortemId,
      field: "sharing",
      value: sharing,
      writtenAt: dateOf(at),
      writtenById: actor.personId,
    },
  });
}
