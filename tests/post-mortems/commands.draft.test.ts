import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { answerStep, startPostMortem } from "#lib/post-mortems/commands/draft.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { findDraft } from "#lib/post-mortems/queries/draft.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { draftOf, later, now, pastInterview, people, sendScreen } from "./staged.ts";

const answersOf = async (...[viewer, id]: [Parameters<typeof findDraft>[1], string]) =>
  (await findDraft(db(), viewer, id, later(60)))?.facts.answers;

test("the first answer starts it: one row, one answer, one event", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const input = { key: newId(), interview: interview.id, mood: "very_low" } as const;
  expect(await startPostMortem(maya, input, now)).toEqual({ ok: true, value: { id: input.key } });
  expect(await startPostMortem(maya, input, now)).toEqual({ ok: true, value: { id: input.key } });
  expect(await answersOf(maya, input.key)).toEqual({ mood: "very_low" });
  expect(await db().postMortemAnswer.count({ where: { postMortemId: input.key } })).toBe(1);
  expect(await db().event.findUnique({ where: { id: input.key } })).toMatchObject({
    kind: "post_mortem.started",
  });
});

test("one for each interview, from however many tabs at once", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const start = () => startPostMortem(maya, { key: newId(), interview: interview.id, mood: "low" }, now);
  const answers = await Promise.all([start(), start(), start(), start()]);
  const [one] = await db().postMortem.findMany({ where: { interviewId: interview.id } });
  expect(answers).toEqual(answers.map(() => ({ ok: true, value: { id: one?.id } })));
  expect(await start()).toEqual({ ok: true, value: { id: one?.id } });
});

test("not before the interview has started, not for somebody else, not by staff", async () => {
  const { maya, luis, ana, amir } = await people();
  const coming = await makeInterview(db(), { candidateId: maya.personId, startsAt: later(1) });
  const past = await pastInterview(maya);
  const start = async (viewer: typeof maya, interview: string) => {
    const answer = await startPostMortem(viewer, { key: newId(), interview }, now);
    return answer.ok ? "ok" : answer.refusal;
  };
  expect(await start(maya, coming.id)).toBe("not_yet");
  for (const stranger of [luis, ana, amir]) expect(await start(stranger, past.id)).toBe("not_found");
  expect(await start(maya, newId())).toBe("not_found");
  expect(await start(maya, past.id)).toBe("ok");
});

test("screen after screen, each leads to the next", async () => {
  const { maya } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id, {});
  const asked = { text: "Why do you want to work here?", bankId: "why-us" };
  expect(await sendScreen(maya, id, { screen: "mood", mood: "low" })).toBe("?step=outcome");
  expect(await sendScreen(maya, id, { screen: "outcome", outcome: "rejected" })).toBe("?step=questions");
  expect(await sendScreen(maya, id, { screen: "questions", asked })).toBe("?step=rating&n=1");
  expect(await sendScreen(maya, id, { screen: "rating", n: 1, rating: "blank_knew_it" })).toBe(
    "?step=signals",
  );
  expect(
    await sendScreen(maya, id, { screen: "questions", move: "add", own_question: "And the gap?", n: 2 }),
  ).toBe("?step=rating&n=2");
  expect(await sendScreen(maya, id, { screen: "rating", n: 2, rating: "okay" })).toBe("?step=signals");
  expect(
    await sendScreen(maya, id, { screen: "signals", move: "next", signals: ["late"], surprise: "A dog" }),
  ).toBe("?step=causes");
  expect(await sendScreen(maya, id, { screen: "causes", cause_primary: "NERVES" })).toBe(
    "?step=contributing",
  );
  expect(
    await sendScreen(maya, id, { screen: "contributing", move: "next", cause_contributing: ["CLOSING"] }),
  ).toBe("?step=promise");
  expect(await sendScreen(maya, id, { screen: "promise", suggestion: 1 })).toBe("?step=sharing");
  expect(await sendScreen(maya, id, { screen: "sharing", sharing: "agency" })).toBe("?step=sharing");
  expect(await answersOf(maya, id)).toEqual({
    mood: "low",
    outcome: "rejected",
    "question.1": { ...asked, rating: "blank", knewIt: true },
    "question.2": { text: "And the gap?", rating: "okay" },
    signals: ["late"],
    surprise: "A dog",
    cause_primary: "NERVES",
    cause_contributing: ["CLOSING"],
    promise_if: "my mind goes blank",
    promise_then: "ask them to say the question once more and use that time",
    sharing: "agency",
  });
});

test("back keeps what was typed, skip takes nothing back, and a refusal writes nothing", async () => {
  const { maya } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id, { mood: "low", outcome: "waiting" });
  const own = { screen: "questions", own_question: "Which shifts?", n: 1 } as const;
  expect(await sendScreen(maya, id, { ...own, move: "back" })).toBe("?step=outcome");
  expect(await sendScreen(maya, id, { screen: "signals", move: "back", surprise: "Rain" })).toBe(
    "?step=questions",
  );
  expect(await sendScreen(maya, id, { screen: "causes", cause_primary: "PITCH" })).toBe("?step=contributing");
  expect(await sendScreen(maya, id, { screen: "causes", move: "skip" })).toBe("?step=contributing");
  const half = { screen: "promise", promise_if: "they ask", promise_then: "" } as const;
  expect(await sendScreen(maya, id, { ...half, move: "next" })).toBe("promise_in_two");
  expect(await sendScreen(maya, id, { ...half, move: "back" })).toBe("?step=contributing");
  expect(await sendScreen(maya, id, { screen: "mood" })).toBe("choose_one");
  expect(await sendScreen(maya, id, { screen: "questions", move: "add", own_question: "" })).toBe(
    "question_needed",
  );
  expect(await answersOf(maya, id)).toEqual({
    mood: "low",
    outcome: "waiting",
    "question.1": { text: "Which shifts?" },
    signals: [],
    surprise: "Rain",
    cause_primary: "PITCH",
    promise_if: "they ask",
  });
});

test("five questions at most; a typed one keeps its place; one can be removed", async () => {
  const { maya } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id);
  const text = (n: number) => `Question ${n}`;
  await sendScreen(maya, id, {
    screen: "questions",
    own_question: "What I type",
    n: 1,
    asked: { text: text(2) },
  });
  await sendScreen(
    maya,
    id,
    { screen: "questions", move: "add", own_question: "What I typed", n: 1 },
    later(1),
  );
  for (const n of [3, 4, 5]) await sendScreen(maya, id, { screen: "questions", asked: { text: text(n) } });
  expect(await sendScreen(maya, id, { screen: "questions", asked: { text: text(6) } })).toBe("five_already");
  expect(await sendScreen(maya, id, { screen: "questions", asked: { text: text(4) } })).toBe(
    "?step=rating&n=4",
  );
  expect(await sendScreen(maya, id, { screen: "rating", n: 2, remove: true }, later(1))).toBe(
    "?step=questions",
  );
  const answers = await answersOf(maya, id);
  expect(Object.entries(answers ?? {}).filter(([field]) => field.startsWith("question"))).toEqual(
    expect.arrayContaining([
      ["question.1", { text: "What I typed" }],
      ["question.5", { text: text(5) }],
    ]),
  );
  expect(answers?.["question.2"]).toBeUndefined();
});

test("a screen sent twice is one; the same key with another answer is refused", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  const input = { key: newId(), postMortem, screen: "mood", mood: "good" } as const;
  const first = await answerStep(maya, input, now);
  expect(await answerStep(maya, input, later(1))).toEqual(first);
  expect(await answerStep(maya, { ...input, mood: "great" }, now)).toEqual({
    ok: false,
    refusal: "already_saved",
  });
  expect(await db().postMortemAnswer.count({ where: { postMortemId: postMortem, value: "good" } })).toBe(1);
});

test("what a device sends: its age counts, a row that comes twice is one, an older one does not win", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  const row = { id: newId(), field: "surprise", value: "Three people", ageMs: 60_000 } as const;
  const save = (answers: Parameters<typeof saveAnswers>[1]["answers"]) =>
    saveAnswers(maya, { postMortem, answers }, later(10));
  expect(await save([row])).toMatchObject({ ok: true });
  expect(await save([row, { ...row, id: newId(), value: "Older", ageMs: 120_000 }])).toMatchObject({
    ok: true,
  });
  expect(await answersOf(maya, postMortem)).toMatchObject({ surprise: "Three people" });
  expect(await db().postMortemAnswer.findUnique({ where: { id: row.id } })).toMatchObject({
    writtenAt: dateOf(later(9)),
  });
  await save([{ ...row, id: newId(), field: "promise_if", value: "Long ago", ageMs: 86_400_000 }]);
  const [oldest] = await db().postMortemAnswer.findMany({
    where: { postMortemId: postMortem, field: "promise_if" },
  });
  expect(oldest?.writtenAt).toEqual(dateOf(now));
});

test("nobody else's draft takes an answer, and a finished one takes none", async () => {
  const { maya, luis, ana, amir } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id);
  const answers = [{ id: newId(), field: "mood", value: "great", ageMs: 0 } as const];
  for (const stranger of [luis, ana, amir]) {
    expect(await sendScreen(stranger, postMortem, { screen: "mood", mood: "great" })).toBe("not_found");
    expect(await saveAnswers(stranger, { postMortem, answers }, now)).toEqual({
      ok: false,
      refusal: "not_found",
    });
  }
  expect(await sendScreen(maya, newId(), { screen: "mood", mood: "great" })).toBe("not_found");
  await finishPostMortem(maya, { key: newId(), postMortem }, now);
  expect(await sendScreen(maya, postMortem, { screen: "mood", mood: "great" })).toBe("already_finished");
  expect(await saveAnswers(maya, { postMortem, answers }, now)).toEqual({
    ok: false,
    refusal: "already_finished",
  });
  expect(await answersOf(maya, postMortem)).toEqual({ mood: "low" });
});

test("an outcome heard of since the draft was begun is known to it; a later answer counts again", async () => {
  const { maya } = await people();
  const interview = await pastInterview(maya);
  const id = await draftOf(maya, interview.id, { mood: "low", outcome: "waiting" });
  const heard = { outcome: "rejected", outcomeReason: "a_requirement", outcomeAt: dateOf(later(5)) } as const;
  await db().interview.update({ where: { id: interview.id }, data: heard });
  expect(await answersOf(maya, id)).toMatchObject({ outcome: "rejected", outcome_reason: "a_requirement" });
  await sendScreen(maya, id, { screen: "outcome", outcome: "no_reply" }, later(6));
  expect(await answersOf(maya, id)).toMatchObject({ outcome: "no_reply" });
});

test("why they said no says that they did, in one tap", async () => {
  const { maya } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id);
  expect(await sendScreen(maya, id, { screen: "outcome", outcome_reason: "role_stopped" })).toBe(
    "?step=questions",
  );
  expect(await answersOf(maya, id)).toMatchObject({ outcome: "rejected", outcome_reason: "role_stopped" });
});
