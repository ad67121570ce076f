import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { findDraft } from "#lib/post-mortems/queries/draft.ts";
import type { AnswersInput } from "#lib/post-mortems/schema.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { draftOf, later, now, pastInterview, people } from "./staged.ts";

type Answer = AnswersInput["answers"][number];
type Viewer = Parameters<typeof saveAnswers>[0];

const row = (field: Answer["field"], value: string, minutesAgo = 0, more: Partial<Answer> = {}): Answer => ({
  id: newId(),
  field,
  value,
  ageMs: minutesAgo * 60_000,
  ...more,
});
const save = async (viewer: Viewer, input: AnswersInput, at = later(60)) => {
  const answer = await saveAnswers(viewer, input, at);
  return answer.ok ? answer.value.id : answer.refusal;
};
const answersOf = async (viewer: Viewer, id: string) =>
  (await findDraft(db(), viewer, id, now))?.facts.answers;
const rowsOf = (postMortemId: string) => db().postMortemAnswer.findMany({ where: { postMortemId } });

test("begun without a connection: it starts when it was begun, in its order, and once", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const input = {
    postMortem: newId(),
    start: interview.id,
    answers: [row("mood", "very_low", 50), row("outcome", "waiting", 49), row("mood", "low", 48)],
  };
  const sent = await Promise.all([save(maya, input), save(maya, input), save(maya, input)]);
  expect(sent).toEqual([input.postMortem, input.postMortem, input.postMortem]);
  expect(await answersOf(maya, input.postMortem)).toEqual({ mood: "low", outcome: "waiting" });
  expect(await rowsOf(input.postMortem)).toHaveLength(3);
  expect(await db().postMortem.findUnique({ where: { id: input.postMortem } })).toMatchObject({
    startedAt: dateOf(later(10)),
  });
  expect(await db().event.findUnique({ where: { id: input.postMortem } })).toMatchObject({
    kind: "post_mortem.started",
  });
});

test("never begun before its interview, however long ago the device says", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya, 2);
  const postMortem = newId();
  await save(maya, { postMortem, start: interview.id, answers: [row("mood", "low", 60 * 24 * 20)] });
  const started = await db().postMortem.findUnique({ where: { id: postMortem } });
  expect(started?.startedAt).toEqual(dateOf(now.subtract({ hours: 2 })));
});

test("begun elsewhere: the answers go to the one that there is, the later wins, both are kept", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const there = await draftOf(maya, interview.id, { mood: "good", surprise: "From the laptop" });
  const mine = newId();
  const answers = [row("mood", "low", 5), row("promise_if", "they ask", 5)];
  expect(await save(maya, { postMortem: mine, start: interview.id, answers })).toBe(there);
  expect(await answersOf(maya, there)).toEqual({
    mood: "low",
    surprise: "From the laptop",
    promise_if: "they ask",
  });
  expect((await rowsOf(there)).filter(({ field }) => field === "mood")).toHaveLength(2);
  expect(await db().postMortem.findUnique({ where: { id: mine } })).toBeNull();
});

test("two devices at once begin one, and both are heard", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const device = (value: string, minutesAgo: number) =>
    save(maya, {
      postMortem: newId(),
      start: interview.id,
      answers: [row("mood", value, minutesAgo)],
    });
  const [one, other] = await Promise.all([device("good", 3), device("low", 2)]);
  expect(one).toBe(other);
  expect(await rowsOf(one)).toHaveLength(2);
  expect(await answersOf(maya, one)).toEqual({ mood: "low" });
});

test("what replaced an answer on its device stays after it, whichever was longer on its way", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  const first = row("surprise", "Three peo", 0);
  await save(maya, { postMortem, answers: [first] }, later(10));
  // Typed three minutes after the first, which was five minutes on its way.
  const second = row("surprise", "Three people", 2, { after: first.id });
  const third = row("surprise", "Three people and a dog", 2, { after: second.id });
  await save(maya, { postMortem, answers: [second, third] }, later(10));
  expect(await answersOf(maya, postMortem)).toMatchObject({ surprise: "Three people and a dog" });
  expect(await rowsOf(postMortem)).toHaveLength(4);
});

test("signed out, another role, somebody else's interview or post-mortem, and one that is to come", async () => {
  const { maya, luis, ana, amir } = await people();
  const interview = await pastInterview(maya);
  const coming = await makeInterview(db(), { candidateId: maya.personId, startsAt: later(61) });
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  const answers = [row("mood", "great")];
  const gone = viewerFrom({ ...maya, personId: newId(), looked: () => undefined });
  expect(await save(gone, { postMortem, answers })).toBe("signed_out");
  for (const stranger of [luis, ana, amir]) {
    expect(await save(stranger, { postMortem, answers })).toBe("not_found");
    expect(await save(stranger, { postMortem: newId(), start: interview.id, answers })).toBe("not_found");
  }
  expect(await save(maya, { postMortem: newId(), answers })).toBe("not_found");
  expect(await save(maya, { postMortem: newId(), start: coming.id, answers })).toBe("not_yet");
  expect(await db().postMortem.findFirst({ where: { interviewId: interview.id } })).toBeNull();
  expect(await answersOf(maya, postMortem)).toEqual({ mood: "low" });
});

test("a key that is somebody else's post-mortem begins nothing there", async () => {
  const { maya, luis } = await people();
  const theirs = await draftOf(luis, (await pastInterview(luis)).id, { mood: "good" });
  const interview = await pastInterview(maya);
  const input = { postMortem: theirs, start: interview.id, answers: [row("mood", "low")] };
  expect(await save(maya, input)).toBe("already_saved");
  expect(await answersOf(luis, theirs)).toEqual({ mood: "good" });
});

test("finished meanwhile: what was there is taken again, what is new is refused and not written", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  const there = row("surprise", "Three people");
  await save(maya, { postMortem, answers: [there] }, later(1));
  await finishPostMortem(maya, { key: newId(), postMortem }, later(2));
  expect(await save(maya, { postMortem, answers: [there] })).toBe(postMortem);
  expect(await save(maya, { postMortem, answers: [there, row("mood", "great")] })).toBe("already_finished");
  expect(await rowsOf(postMortem)).toHaveLength(2);
});

test("saving a field is one row, in five statements between BEGIN and COMMIT", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  await save(maya, { postMortem, answers: [row("surprise", "One")] });
  const statements: string[] = [];
  const note = ({ query }: { query: string }) => void statements.push(query);
  commandsDbEvents().$on("query", note);
  expect(await save(maya, { postMortem, answers: [row("surprise", "One more")] })).toBe(postMortem);
  const counted = statements.filter((query) => !/^(BEGIN|COMMIT|SET)/u.test(query));
  expect(counted).toHaveLength(5);
  expect(await rowsOf(postMortem)).toHaveLength(3);
});

function commandsDbEvents() {
  return db() as unknown as { $on: (event: "query", hear: (event: { query: string }) => void) => void };
}
