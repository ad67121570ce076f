import { findTaxonomyNumber } from "#lib/causes/queries.ts";
import { ok, refuse, type Result } from "#lib/core/result.ts";
import { max } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { followSharing } from "#lib/post-mortems/commands/enough.ts";
import { findDraft, type Draft } from "#lib/post-mortems/queries/draft.ts";
import { decideAnswer, decideStart } from "#lib/post-mortems/rules/finish.ts";
import {
  answersGiven,
  placeAfter,
  type GivenRefusal,
  type NewAnswer,
} from "#lib/post-mortems/rules/given.ts";
import { addressOf, takesScreen } from "#lib/post-mortems/rules/screens.ts";
import { limits } from "#lib/post-mortems/words/form.ts";
import { takeOver } from "./on-a-call.ts";
import type { AnswerStepInput, StartPostMortemInput } from "#lib/post-mortems/schema.ts";

/**
 * Starts the post-mortem of one's own interview, with the answer of the first screen if it is given. There is one for
 * each interview: whoever starts a second time is answered with the first, as it stands. A device that had no connection
 * began it at `since`; it counts from there, never before the interview. Refuses `not_found`, and `not_yet` before the interview has started.
 */
export async function startPostMortem(
  actor: Viewer,
  input: StartPostMortemInput,
  now: Temporal.Instant,
  since = now,
) {
  // Outside the transaction, so that a form that is sent again hears of the first one too, whichever form made it.
  const known = await findStarted(actor, input.interview);
  if (known) return ok({ id: known });
  const spec = { once: input.key, request: input, did: "post_mortem.started", subject: input.key } as const;
  return transact<"not_found" | "not_yet">(actor, spec, async (tx) => {
    if (actor.role !== "candidate") return refuse("not_found");
    await lockInOrder(tx, [input.interview]);
    const interview = await tx.interview.findFirst({
      where: { id: input.interview, candidateId: actor.personId },
      select: { id: true, startsAt: true, postMortem: { select: { id: true } } },
    });
    if (!interview) return refuse("not_found");
    if (interview.postMortem) return ok({ id: interview.postMortem.id });
    const decision = decideStart(instantOf(interview.startsAt), now);
    if (!decision.ok) return decision;
    await tx.postMortem.create({
      data: {
        id: input.key,
        interviewId: interview.id,
        candidateId: actor.personId,
        startedAt: dateOf(max(since, instantOf(interview.startsAt))),
        taxonomyNumber: await findTaxonomyNumber(tx),
      },
    });
    if (input.mood) await writeAnswers(tx, actor, input.key, [{ field: "mood", value: input.mood }], now);
    return ok({ id: input.key });
  });
}

async function findStarted(actor: Viewer, interviewId: string): Promise<string | null> {
  const row = await pagesDb().postMortem.findFirst({
    where: { interviewId, candidateId: actor.personId },
    select: { id: true },
  });
  return row?.id ?? null;
}

export type AnswerRefusal =
  | "not_found"
  | "not_yours"
  | "already_finished"
  | "not_asked"
  | "full"
  | GivenRefusal;

/**
 * Writes down what one screen sent, and says where to go next: `next` is an address. Refuses `not_found` (also for
 * somebody else's), `already_finished`, `not_asked` for a screen of another form, and what `answersGiven` refuses.
 */
export async function answerStep(actor: Viewer, input: AnswerStepInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "post_mortem.answered",
    subject: input.postMortem,
  } as const;
  const answer = await transact<AnswerRefusal>(actor, spec, async (tx, event) => {
    const draft = await lockDraft(tx, actor, input.postMortem, now);
    if (!draft.ok) return draft;
    if (!takesScreen(input.screen, draft.value.facts)) return refuse("not_asked");
    const given = answersGiven(input, draft.value.facts);
    if (!given.ok) return given;
    // After all others, also where two follow within a millisecond or another process' clock is ahead.
    const at = max(now, draft.value.writtenAt.add({ milliseconds: 1 }));
    await writeAnswers(tx, actor, draft.value.id, given.value, at);
    await followSharing(tx, event, actor, { draft: draft.value, written: given.value, now });
    return ok({ id: draft.value.id });
  });
  if (!answer.ok) return answer;
  // Read again, since a form that was sent twice has written nothing this time.
  const draft = await findDraft(pagesDb(), actor, input.postMortem, now);
  if (!draft) return refuse("not_found");
  const place = placeAfter(input, draft.facts);
  return ok({ id: draft.id, next: addressOf(draft.interviewId, place, draft.facts.form) });
}

/** The draft that the actor writes, locked: an answer and the finish that might miss it wait for each other. */
export async function lockDraft(
  tx: Db,
  actor: Viewer,
  id: string,
  now: Temporal.Instant,
): Promise<Result<Draft, AnswerRefusal>> {
  await lockInOrder(tx, [id]);
  const draft = await findDraft(tx, actor, id, now);
  if (!draft) return refuse("not_found");
  const decision = decideAnswer({
    writerIsCandidate: draft.candidateId === actor.personId,
    writerEnters: draft.facts.form === "on_a_call",
    finishedAt: draft.facts.form === "heard_back" ? null : draft.finishedAt,
  });
  if (!decision.ok) return decision;
  await takeOver(tx, actor, draft, now);
  // Every change is a row that stays and is read again: a bound that nobody reaches by typing.
  return draft.rows.length < limits.rows ? ok(draft) : refuse("full");
}

async function writeAnswers(
  tx: Db,
  actor: Viewer,
  postMortemId: string,
  answers: readonly NewAnswer[],
  now: Temporal.Instant,
): Promise<void> {
  const row = { postMortemId, writtenAt: dateOf(now), writtenById: actor.personId };
  await tx.postMortemAnswer.createMany({
    data: answers.map((answer) => ({ id: newId(), ...row, ...answer })),
  });
}
