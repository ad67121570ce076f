import { ok, refuse } from "#lib/core/result.ts";
import { max, min } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { transact } from "#lib/infra/transact.ts";
import type { Draft } from "#lib/post-mortems/queries/draft.ts";
import { takesField } from "#lib/post-mortems/rules/screens.ts";
import type { AnswersInput } from "#lib/post-mortems/schema.ts";
import { followSharing } from "./enough.ts";
import { lockDraft, startPostMortem, type AnswerRefusal } from "./draft.ts";

/**
 * Keeps the answers that a device sends while somebody types, or once it has a connection again. Each row has the id
 * that the device gave it, so one that comes twice is one; its time is now less its age, never before the start (of the interview, if the device began it), and
 * after the row that it replaced on that device, however long that one was on its way. With `start` the post-mortem of
 * that interview is begun if there is none yet; one that was begun elsewhere takes the answers. Answers with the id of
 * the post-mortem that has them. Refuses `not_found`, `not_yet`, `not_asked` for a field of another form, `full`, and `already_finished` for what is not there yet.
 */
export async function saveAnswers(actor: Viewer, input: AnswersInput, now: Temporal.Instant) {
  const started = await startedOn(actor, input, now);
  if (!started.ok || input.answers.length === 0) return started;
  const spec = {
    once: newId(),
    request: input,
    did: "post_mortem.answered",
    subject: started.value.id,
  } as const;
  return transact<AnswerRefusal>(actor, spec, async (tx, event) => {
    const draft = await lockDraft(tx, actor, started.value.id, now);
    if (!draft.ok) {
      const wasFinished = draft.refusal === "already_finished";
      return wasFinished && (await areThere(tx, input, started.value.id)) ? started : draft;
    }
    const { facts } = draft.value;
    if (!input.answers.every(({ field }) => takesField(field, facts))) return refuse("not_asked");
    const written = await tx.postMortemAnswer.createMany({
      data: rowsFor(actor, input, draft.value, now),
      skipDuplicates: true,
    });
    // A row id that another post-mortem has is skipped as a duplicate: nobody hears "saved" of that.
    const isWhole = written.count === input.answers.length || (await areThere(tx, input, draft.value.id));
    if (!isWhole) return refuse("not_found");
    await followSharing(tx, event, actor, { draft: draft.value, written: input.answers, now });
    return started;
  });
}

async function startedOn(actor: Viewer, { postMortem, start, answers }: AnswersInput, now: Temporal.Instant) {
  if (start === undefined) return ok({ id: postMortem });
  const oldest = Math.max(0, ...answers.map(({ ageMs }) => ageMs));
  const since = now.subtract({ milliseconds: oldest });
  return startPostMortem(actor, { key: postMortem, interview: start }, now, since);
}

function rowsFor(actor: Viewer, input: AnswersInput, draft: Draft, now: Temporal.Instant) {
  // What this device began may be older than what another began meanwhile, and stays so.
  const first = input.start === undefined ? draft.startedAt : draft.interviewStartsAt;
  const writtenAt = new Map(draft.rows.map((row) => [row.id, row.writtenAt]));
  return input.answers.map(({ id, field, value, ageMs, after }) => {
    const given = min(now, max(first, now.subtract({ milliseconds: ageMs })));
    const replaced = after && writtenAt.get(after);
    const at = replaced ? max(given, replaced.add({ milliseconds: 1 })) : given;
    writtenAt.set(id, at);
    const row = { postMortemId: draft.id, writtenAt: dateOf(at), writtenById: actor.personId };
    return { id, field, value, ...row };
  });
}

/** Whether every row came before it was finished: the answer to it was lost on the way, and nothing else. */
async function areThere(tx: Db, { answers }: AnswersInput, postMortemId: string): Promise<boolean> {
  const ids = [...new Set(answers.map(({ id }) => id))];
  return (await tx.postMortemAnswer.count({ where: { id: { in: ids }, postMortemId } })) === ids.length;
}
