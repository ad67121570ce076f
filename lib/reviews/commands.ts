import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { markReviewed, recordOpinion } from "#lib/post-mortems/commands/opinions.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { notesVisibleTo } from "#lib/reviews/policy.ts";
import type {
  AnswerNoteInput,
  EditNoteInput,
  GiveOpinionInput,
  ReviewPostMortemInput,
  SettleAnswerInput,
  ShareNoteInput,
  WriteInternalNoteInput,
} from "#lib/reviews/schema.ts";

/** A finished post-mortem that a colleague may read; null for everybody else, the candidate too. */
async function postMortemForStaff(tx: Db, actor: Viewer, id: string) {
  if (!isStaff(actor)) return null;
  const where = { AND: [{ id, finishedAt: { not: null } }, postMortemsVisibleTo(actor)] };
  return tx.postMortem.findFirst({ where, select: { id: true, candidateId: true } });
}

/**
 * Writes to the candidate about a post-mortem and mails it; `input.key` becomes the note's id. Answers that waited are
 * settled by it, and with `review` the post-mortem is reviewed too; that a colleague has reviewed it is no refusal here.
 */
export function shareNote(actor: Viewer, input: ShareNoteInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "note.shared", subject: input.key } as const;
  return transact<"not_found">(actor, spec, async (tx, event) => {
    const postMortem = await postMortemForStaff(tx, actor, input.postMortem);
    if (!postMortem) return refuse("not_found");
    const { id: postMortemId, candidateId } = postMortem;
    await lockInOrder(tx, [postMortemId]);
    await tx.coachingNote.create({
      data: {
        id: input.key,
        postMortemId,
        candidateId,
        authorId: actor.personId,
        body: input.body,
        sharedAt: dateOf(now),
      },
    });
    await tx.noteReply.updateMany({
      where: { note: { postMortemId }, settledAt: null },
      data: { settledAt: dateOf(now), settledById: actor.personId },
    });
    if (input.review) await markReviewed(tx, postMortemId, actor.personId, now);
    await enqueueMails(tx, event, [candidateId], "note.shared");
    return ok({ id: input.key });
  });
}

/** Changes one's own note; it says so from then on. Refuses `stale` if it changed since the page was shown. Nobody is mailed. */
export function editNote(actor: Viewer, input: EditNoteInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "note.edited", subject: input.note } as const;
  return transact<"not_found" | "stale">(actor, spec, async (tx) => {
    const own = { AND: [{ id: input.note, authorId: actor.personId }, notesVisibleTo(actor)] };
    const note = await tx.coachingNote.findFirst({ where: own, select: { id: true } });
    if (!note || !isStaff(actor)) return refuse("not_found");
    const changed = await tx.coachingNote.updateMany({
      where: { id: note.id, version: input.version },
      data: { body: input.body, editedAt: dateOf(now), version: { increment: 1 } },
    });
    return changed.count === 1 ? ok({ id: note.id }) : refuse("stale");
  });
}

/** The candidate's answer to a note, mailed to who wrote the note; `input.key` becomes the answer's id. */
export function answerNote(actor: Viewer, input: AnswerNoteInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "note.answered", subject: input.key } as const;
  return transact<"not_found">(actor, spec, async (tx, event) => {
    if (isStaff(actor)) return refuse("not_found");
    const where = { AND: [{ id: input.note }, notesVisibleTo(actor)] };
    const note = await tx.coachingNote.findFirst({
      where,
      select: { id: true, candidateId: true, authorId: true, postMortemId: true },
    });
    if (!note) return refuse("not_found");
    // A note that is shared at the same moment settles this answer or does not; it never misses it half-written.
    await lockInOrder(tx, [note.postMortemId]);
    await tx.noteReply.create({
      data: {
        id: input.key,
        noteId: note.id,
        candidateId: note.candidateId,
        authorId: actor.personId,
        body: input.body,
        writtenAt: dateOf(now),
      },
    });
    await enqueueMails(tx, event, [note.authorId], "note.answered");
    return ok({ id: input.key });
  });
}

/** Takes a candidate's answer off the desk without writing back. Refuses `already_settled`. */
export function settleAnswer(actor: Viewer, input: SettleAnswerInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "answer.settled", subject: input.answer } as const;
  return transact<"not_found" | "already_settled">(actor, spec, async (tx) => {
    const where = { id: input.answer, note: notesVisibleTo(actor) };
    const answer = await tx.noteReply.findFirst({ where, select: { id: true } });
    if (!answer || !isStaff(actor)) return refuse("not_found");
    const settled = await tx.noteReply.updateMany({
      where: { id: answer.id, settledAt: null },
      data: { settledAt: dateOf(now), settledById: actor.personId },
    });
    return settled.count === 1 ? ok({ id: answer.id }) : refuse("already_settled");
  });
}

/**
 * Writes a note among staff, about a candidate or one of their post-mortems; `input.key` becomes its id. Nobody is mailed
 * and no candidate's query selects it (I9).
 */
export function writeInternalNote(actor: Viewer, input: WriteInternalNoteInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "internal_note.written", subject: input.key } as const;
  return transact<"not_found">(actor, spec, async (tx) => {
    if (!isStaff(actor) || !(await mayWriteAbout(tx, actor, input))) return refuse("not_found");
    const { key, body, candidate: candidateId, postMortem: postMortemId } = input;
    await tx.internalNote.create({
      data: { id: key, candidateId, postMortemId, authorId: actor.personId, body, writtenAt: dateOf(now) },
    });
    return ok({ id: key });
  });
}

async function mayWriteAbout(
  tx: Db,
  actor: Viewer,
  { candidate, postMortem }: WriteInternalNoteInput,
): Promise<boolean> {
  if (postMortem === null) {
    const where = { AND: [{ id: candidate }, candidatesVisibleTo(actor)] };
    return (await tx.person.findFirst({ where, select: { id: true } })) !== null;
  }
  const found = await postMortemForStaff(tx, actor, postMortem);
  return found?.candidateId === candidate;
}

/** Marks a post-mortem as reviewed, with or without causes or a note. Refuses `already_reviewed`; who was first stays. */
export function reviewPostMortem(actor: Viewer, input: ReviewPostMortemInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.reviewed",
    subject: input.postMortem,
  } as const;
  return transact<"not_found" | "already_reviewed">(actor, spec, async (tx) => {
    const postMortem = await postMortemForStaff(tx, actor, input.postMortem);
    if (!postMortem) return refuse("not_found");
    const isFirst = await markReviewed(tx, postMortem.id, actor.personId, now);
    return isFirst ? ok({ id: postMortem.id }) : refuse("already_reviewed");
  });
}

/**
 * The counselor's side of the two opinions; once both have chosen, one later choice stands beside the first as "after
 * talking". Refuses `already_chosen` for any other. The candidate's side is `chooseCauses`.
 */
export function giveOpinion(actor: Viewer, input: GiveOpinionInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "opinion.given", subject: input.postMortem } as const;
  return transact<"not_found" | "already_chosen">(actor, spec, async (tx) => {
    const postMortem = await postMortemForStaff(tx, actor, input.postMortem);
    if (!postMortem) return refuse("not_found");
    await lockInOrder(tx, [postMortem.id]);
    const { primary, contributing } = input;
    const opinion = {
      postMortemId: postMortem.id,
      authorId: actor.personId,
      side: "counselor",
      at: now,
    } as const;
    const recorded = await recordOpinion(tx, { ...opinion, primary, contributing });
    return recorded.ok ? ok({ id: postMortem.id }) : recorded;
  });
}
