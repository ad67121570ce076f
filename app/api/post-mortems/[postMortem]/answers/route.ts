import type { Viewer } from "#lib/core/viewer.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { answersSchema, type AnswersInput } from "#lib/post-mortems/schema.ts";
import { postMortemWords } from "#lib/post-mortems/words/form.ts";
import { endpoint } from "#lib/web/write.ts";

const save = endpoint({
  schema: answersSchema,
  run: saveThenFinish,
  words: postMortemWords,
  from: ({ person }) => person,
});

/**
 * What a device sends while somebody types, or once it has a connection again:
 * `{ person?, answers: [{ id, field, value, ageMs, after? }], start?, finish? }`.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/post-mortems/[postMortem]/answers">,
) {
  const [{ postMortem }, body] = await Promise.all([
    params,
    request.json().catch(() => null) as Promise<unknown>,
  ]);
  return save(typeof body === "object" && body !== null ? { ...body, postMortem } : null);
}

/** The answers first: Finish was pressed after them. One that is finished by now is what was wanted. */
async function saveThenFinish(actor: Viewer, input: AnswersInput, now: Temporal.Instant) {
  const saved = await saveAnswers(actor, input, now);
  if (!saved.ok || input.finish === undefined) return saved;
  const finished = await finishPostMortem(actor, { key: input.finish, postMortem: saved.value.id }, now);
  return !finished.ok && finished.refusal === "already_finished" ? saved : finished;
}
