import { expect, test } from "vitest";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { finishHeardBack } from "#lib/plan/commands/finish.ts";
import { getHeardBack } from "#lib/post-mortems/queries/heard-back.ts";
import { getPostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { done, hear, mailsAbout, review, turnedDown } from "./heard.ts";
import { draftOf, later, now, pastInterview, people, sendScreen } from "./staged.ts";

test("mood, what they said, causes, promise: saved screen by screen, and done writes where each is read", async () => {
  const cast = await people();
  const { maya, ana, ids } = cast;
  const { id, interviewId } = await turnedDown(cast);
  await review(id, ana);
  const at = later(20);
  const send = (sent: Parameters<typeof sendScreen>[2]) => sendScreen(maya, id, sent, at);
  expect(await send({ screen: "news_mood", news_mood: "very_low" })).toBe("?step=news_reason");
  expect(await send({ screen: "news_reason", outcome_reason: "a_requirement" })).toBe("?step=news_words");
  expect(
    await send({
      screen: "news_words",
      move: "next",
      feedback_words: "We needed a licence.",
      feedback_from: "Lee",
    }),
  ).toBe("?step=causes");
  expect(await send({ screen: "causes", cause_primary: "SKILL_GAP" })).toBe("?step=contributing");
  expect(await send({ screen: "contributing", move: "back" })).toBe("?step=causes");
  expect(await send({ screen: "contributing", move: "next" })).toBe("?step=promise");
  expect(await send({ screen: "promise", suggestion: 0 })).toBe("?step=news_done");
  const key = newId();
  const input = { key, postMortem: id };
  const answer = await finishHeardBack(maya, input, later(30));
  expect(answer).toEqual({ ok: true, value: { id, next: `/interviews/${interviewId}/post-mortem` } });
  expect(await finishHeardBack(maya, input, later(31))).toEqual(answer);
  const row = await db().postMortem.findUniqueOrThrow({
    where: { id },
    include: { opinions: true, promiseMade: true, interview: true },
  });
  expect(row).toMatchObject({
    mood: "unsure",
    newsMood: "very_low",
    newsAt: dateOf(later(30)),
    feedbackWords: "We needed a licence.",
    feedbackFrom: "Lee",
    feedbackWish: null,
    finishedAt: dateOf(later(1)),
    reviewedAt: dateOf(later(2)),
  });
  expect(row.interview).toMatchObject({ outcome: "rejected", outcomeReason: "a_requirement" });
  expect(row.opinions).toMatchObject([{ side: "candidate", primary: "SKILL_GAP", afterTalking: false }]);
  expect(row.promiseMade).toMatchObject({ closedAt: null, madeAt: dateOf(later(30)) });
  expect(await db().event.findUnique({ where: { id: key } })).toMatchObject({
    kind: "post_mortem.heard_back",
  });
  expect(await mailsAbout(key)).toEqual([{ kind: "post_mortem.heard_back", recipientId: ids.ana }]);
  const read = await getPostMortemRead(ana, id, later(40));
  expect(read).toMatchObject({
    newsMood: "very_low",
    feedbackWords: "We needed a licence.",
    asksForNews: false,
  });
});

test("nothing has to be answered; then nothing but the time is written, and it is offered no more", async () => {
  const cast = await people();
  const { id, interviewId } = await turnedDown(cast);
  expect(await getPostMortemRead(cast.maya, id, later(15))).toMatchObject({ asksForNews: true });
  expect(await getPostMortemRead(cast.ana, id, later(15))).toMatchObject({ asksForNews: false });
  expect(await done(cast.maya, id)).toBe("ok");
  expect(await db().postMortem.findUnique({ where: { id } })).toMatchObject({
    newsMood: null,
    newsAt: dateOf(later(30)),
    feedbackWords: null,
  });
  expect(await getPostMortemRead(cast.maya, id, later(40))).toMatchObject({ asksForNews: false });
  expect(await done(cast.maya, id)).toBe("not_heard");
  await hear(interviewId, "no_reply", 50);
  expect(await done(cast.maya, id, 60)).toBe("ok");
});

test("a reason that is only known later is no news: they have heard, and said what it changes", async () => {
  const cast = await people();
  const { id, interviewId } = await turnedDown(cast);
  expect(await done(cast.maya, id)).toBe("ok");
  await hear(interviewId, "rejected", 50, "role_stopped");
  expect(await getPostMortemRead(cast.maya, id, later(60))).toMatchObject({ asksForNews: false });
  expect(await done(cast.maya, id, 70)).toBe("not_heard");
});

test.each([
  ["for the candidate alone", "only_me", true, []],
  ["not reviewed yet: it stands on the desk anyway", "my_counselor", false, []],
  ["shared and reviewed", "agency", true, ["post_mortem.heard_back"]],
] as const)("the counselor's mail: %s", async (_case, sharing, isReviewed, expected) => {
  const cast = await people();
  const { id } = await turnedDown(cast, { sharing });
  if (isReviewed) await review(id, cast.ana);
  const key = newId();
  expect(await done(cast.maya, id, 30, key)).toBe("ok");
  expect((await mailsAbout(key)).map(({ kind }) => kind)).toEqual(expected);
});

test("somebody else's is not found, whoever asks; a draft has nothing to add to", async () => {
  const cast = await people();
  const { maya, luis, ana, ben, amir } = cast;
  const { id } = await turnedDown(cast);
  for (const stranger of [luis, ana, ben, amir]) {
    expect(await done(stranger, id)).toBe("not_found");
    expect(await sendScreen(stranger, id, { screen: "news_mood", news_mood: "low" })).toBe("not_found");
  }
  expect(await done(maya, newId())).toBe("not_found");
  const interview = await pastInterview(maya);
  const draft = await draftOf(maya, interview.id);
  await hear(interview.id, "rejected", 10);
  expect(await done(maya, draft)).toBe("not_heard");
  expect(await sendScreen(maya, draft, { screen: "news_mood", news_mood: "low" })).toBe("not_asked");
});

test("whoever is signed out, or is no candidate any more, writes nothing", async () => {
  const cast = await people();
  const { id } = await turnedDown(cast);
  await db().person.update({ where: { id: cast.maya.personId }, data: { deactivatedAt: dateOf(now) } });
  expect(await done(cast.maya, id)).toBe("signed_out");
  expect(await db().postMortem.findUnique({ where: { id } })).toMatchObject({ newsAt: null });
});

test("done in several tabs at once is done once", async () => {
  const cast = await people();
  const { id } = await turnedDown(cast);
  await review(id, cast.ana);
  const keys = [newId(), newId(), newId()];
  const answers = await Promise.all(keys.map((key) => done(cast.maya, id, 30, key)));
  expect(answers.toSorted()).toEqual(["not_heard", "not_heard", "ok"]);
  expect(await db().mail.count({ where: { eventId: { in: keys } } })).toBe(1);
});

test("the outcome changed back meanwhile: nothing is taken, what was typed is kept for the next time", async () => {
  const cast = await people();
  const { maya } = cast;
  const { id, interviewId } = await turnedDown(cast);
  const words = { screen: "news_words", move: "next", feedback_words: "No." } as const;
  expect(await sendScreen(maya, id, words, later(20))).toBe("?step=causes");
  await hear(interviewId, "waiting", 21);
  expect(await sendScreen(maya, id, words, later(22))).toBe("already_finished");
  expect(await done(maya, id)).toBe("not_heard");
  expect(await getHeardBack(maya, interviewId, later(23))).toEqual({
    kind: "elsewhere",
    next: `/interviews/${interviewId}?done=outcome`,
  });
  await hear(interviewId, "no_reply", 40);
  expect(await done(maya, id, 50)).toBe("ok");
  expect(await db().postMortem.findUnique({ where: { id } })).toMatchObject({ feedbackWords: "No." });
});

test("screens out of order and of the form that is over change nothing of what was finished", async () => {
  const cast = await people();
  const { maya, ana } = cast;
  const { id } = await turnedDown(cast, { cause_primary: "NERVES" });
  for (const screen of ["mood", "sharing", "signals", "questions"] as const)
    expect(await sendScreen(maya, id, { screen, mood: "great", sharing: "agency" }, later(20))).toBe(
      "not_asked",
    );
  expect(await sendScreen(maya, id, { screen: "causes", cause_primary: "PITCH" }, later(20))).toBe(
    "not_asked",
  );
  const save = async (field: "sharing" | "cause_primary" | "feedback_words", value: string) => {
    const answers = [{ id: newId(), field, value, ageMs: 0 }];
    const answer = await saveAnswers(maya, { postMortem: id, answers }, later(20));
    return answer.ok ? "ok" : answer.refusal;
  };
  expect(await save("sharing", "agency")).toBe("not_asked");
  expect(await save("cause_primary", "PITCH")).toBe("not_asked");
  expect(await save("feedback_words", "No.")).toBe("ok");
  expect(await done(maya, id)).toBe("ok");
  const row = await db().postMortem.findUniqueOrThrow({ where: { id }, include: { opinions: true } });
  expect(row).toMatchObject({ mood: "unsure", sharing: "my_counselor", feedbackWords: "No." });
  expect(row.opinions).toMatchObject([{ primary: "NERVES" }]);
  expect(await getPostMortemRead(ana, id, later(40))).toMatchObject({ opinions: { own: null, other: null } });
});

test("the interview moved under it: the answer stays one, and can be added to", async () => {
  const cast = await people();
  const { id, interviewId } = await turnedDown(cast);
  const moved = { startsAt: dateOf(later(600)), endsAt: dateOf(later(660)) };
  await db().interview.update({ where: { id: interviewId }, data: moved });
  expect(await sendScreen(cast.maya, id, { screen: "news_mood", news_mood: "low" }, later(20))).toMatch(
    /^\?step/u,
  );
  expect(await done(cast.maya, id)).toBe("ok");
});

test("where the short path leads: its form, the ordinary form, or back", async () => {
  const cast = await people();
  const { maya, luis } = cast;
  const { interviewId } = await turnedDown(cast);
  const leads = async (viewer: Viewer, id: string) => {
    const page = await getHeardBack(viewer, id, later(20));
    return page?.kind === "elsewhere" ? page.next : (page?.kind ?? null);
  };
  expect(await leads(maya, interviewId)).toBe("form");
  expect(await leads(luis, interviewId)).toBeNull();
  expect(await leads(maya, newId())).toBeNull();
  const fresh = await pastInterview(maya);
  expect(await leads(maya, fresh.id)).toBe(`/interviews/${fresh.id}/post-mortem`);
  await draftOf(maya, fresh.id);
  expect(await leads(maya, fresh.id)).toBe(`/interviews/${fresh.id}/post-mortem`);
  const coming = await pastInterview(maya, -48);
  expect(await leads(maya, coming.id)).toBe(`/interviews/${coming.id}?done=outcome`);
});
