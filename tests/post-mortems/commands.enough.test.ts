import { expect, test } from "vitest";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { askForCall, noteCall, sendFirstHalf, takeBackCall } from "#lib/post-mortems/commands/enough.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { findDraft } from "#lib/post-mortems/queries/draft.ts";
import { getEnough } from "#lib/post-mortems/queries/moments.ts";
import { draftOf, later, now, pastInterview, people, sendScreen } from "./staged.ts";

const low = {
  mood: "very_low",
  outcome: "rejected",
  keep_line: "They were kind",
  cause_primary: "NERVES",
} as const;
const mailsAbout = (eventId: string) =>
  db().mail.findMany({ where: { eventId }, select: { kind: true, recipientId: true } });
const rowOf = (id: string) => db().postMortem.findUniqueOrThrow({ where: { id } });
const refusal = (answer: { ok: true } | { ok: false; refusal: string }) =>
  answer.ok ? "ok" : answer.refusal;

/** The first half, sent. */
async function sentBy(maya: Viewer, answers: Parameters<typeof draftOf>[2] = low) {
  const interview = await pastInterview(maya);
  const postMortem = await draftOf(maya, interview.id, answers);
  const input = { key: newId(), postMortem };
  expect(await sendFirstHalf(maya, input, later(1))).toMatchObject({ ok: true });
  return { interview, postMortem, input };
}

test("the first half: how it felt, how it ended and the line go out; the rest stays a draft, and no review is due", async () => {
  const { maya, ids } = await people();
  const { interview, postMortem, input } = await sentBy(maya);
  expect(await sendFirstHalf(maya, input, later(2))).toEqual({
    ok: true,
    value: { id: postMortem, next: `/interviews/${interview.id}/post-mortem` },
  });
  expect(await rowOf(postMortem)).toMatchObject({
    mood: "very_low",
    keepLine: "They were kind",
    sharing: "my_counselor",
    enoughAt: dateOf(later(1)),
    finishedAt: null,
  });
  expect(await db().opinion.count({ where: { postMortemId: postMortem } })).toBe(0);
  expect(await db().interview.findUnique({ where: { id: interview.id } })).toMatchObject({
    outcome: "rejected",
  });
  expect(await mailsAbout(input.key)).toEqual([{ kind: "post_mortem.very_low", recipientId: ids.ana }]);
  expect(await sendFirstHalf(maya, { key: newId(), postMortem }, later(3))).toEqual({
    ok: false,
    refusal: "already_sent",
  });
});

test("only me: sent, and nobody is told; another mood, or somebody else's: refused", async () => {
  const { maya, luis, ana, amir } = await people();
  const { input } = await sentBy(maya, { ...low, sharing: "only_me" });
  expect(await mailsAbout(input.key)).toEqual([]);
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id, { mood: "low" });
  for (const stranger of [luis, ana, amir])
    expect(refusal(await sendFirstHalf(stranger, { key: newId(), postMortem }, now))).toBe("not_found");
  expect(refusal(await sendFirstHalf(maya, { key: newId(), postMortem: newId() }, now))).toBe("not_found");
  expect(refusal(await sendFirstHalf(maya, { key: newId(), postMortem }, now))).toBe("not_enough_yet");
});

test("sent twice at once it is sent once", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id, low);
  const keys = [newId(), newId(), newId()];
  const answers = await Promise.all(keys.map((key) => sendFirstHalf(maya, { key, postMortem }, now)));
  expect(answers.map(refusal).toSorted()).toEqual(["already_sent", "already_sent", "ok"]);
  expect(await db().mail.count({ where: { eventId: { in: keys } } })).toBe(1);
});

test("screen after screen to enough, then the rest, which goes on and finishes as any other", async () => {
  const { maya, ids } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id, {});
  expect(await sendScreen(maya, id, { screen: "mood", mood: "very_low" })).toBe("?step=outcome");
  expect(await sendScreen(maya, id, { screen: "outcome", outcome: "rejected" })).toBe("?step=keep_line");
  expect(await sendScreen(maya, id, { screen: "keep_line", move: "next", keep_line: "🙂 שלום" })).toBe(
    "?step=sharing",
  );
  await sendFirstHalf(maya, { key: newId(), postMortem: id }, later(1));
  const asked = { text: "Why us?" };
  expect(await sendScreen(maya, id, { screen: "questions", asked }, later(2))).toBe("?step=rating&n=1");
  expect(await sendScreen(maya, id, { screen: "rating", n: 1, rating: "rough" }, later(2))).toBe(
    "?step=signals",
  );
  expect(await sendScreen(maya, id, { screen: "causes", cause_primary: "PITCH" }, later(3))).toBe(
    "?step=contributing",
  );
  const input = { key: newId(), postMortem: id };
  expect(await finishPostMortem(maya, input, later(4))).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({
    mood: "very_low",
    keepLine: "🙂 שלום",
    enoughAt: dateOf(later(1)),
    finishedAt: dateOf(later(4)),
  });
  expect(await db().opinion.findMany({ where: { postMortemId: id } })).toMatchObject([{ primary: "PITCH" }]);
  expect(await mailsAbout(input.key)).toEqual([{ kind: "post_mortem.finished", recipientId: ids.ana }]);
});

test("who may see the first half changes at once, and finishing does not bring the earlier choice back", async () => {
  const { maya, ids } = await people();
  const { postMortem } = await sentBy(maya, { ...low, sharing: "only_me" });
  const key = newId();
  expect(await changeSharing(maya, { key, postMortem, sharing: "agency" })).toMatchObject({ ok: true });
  expect(await mailsAbout(key)).toEqual([{ kind: "post_mortem.very_low", recipientId: ids.ana }]);
  expect(await rowOf(postMortem)).toMatchObject({ sharing: "agency" });
  const draft = await findDraft(db(), maya, postMortem, later(5));
  expect(draft?.facts.answers.sharing).toBe("agency");
});

test("a choice in the rest of the form counts for the first half at once, from a screen as from a device", async () => {
  const { maya, ids } = await people();
  const { postMortem } = await sentBy(maya, { ...low, sharing: "only_me" });
  await sendScreen(maya, postMortem, { screen: "sharing", sharing: "my_counselor" }, later(2));
  expect(await rowOf(postMortem)).toMatchObject({ sharing: "my_counselor", finishedAt: null });
  const told = { kind: "post_mortem.very_low", recipientId: ids.ana };
  expect(await db().mail.findMany({ where: { recipientId: ids.ana } })).toMatchObject([told]);
  const answers = [{ id: newId(), field: "sharing", value: "only_me", ageMs: 0 } as const];
  expect(await saveAnswers(maya, { postMortem, answers }, later(3))).toMatchObject({ ok: true });
  expect(await rowOf(postMortem)).toMatchObject({ sharing: "only_me" });
  // A draft of which nothing was sent is nobody's, whatever it says.
  const draft = await draftOf(maya, (await pastInterview(maya)).id, { mood: "low" });
  await sendScreen(maya, draft, { screen: "sharing", sharing: "agency" }, later(2));
  expect(await rowOf(draft)).toMatchObject({ sharing: "only_me" });
});

test("shared, taken back and shared again is told once to each, while the mail waits as after it was sent", async () => {
  const { maya, ben, ids } = await people();
  const { postMortem } = await sentBy(maya, { ...low, sharing: "only_me" });
  const told = async () => {
    const where = { event: { subjectId: postMortem } };
    const mails = await db().mail.findMany({ where, orderBy: { queuedAt: "asc" } });
    return mails.map(({ recipientId }) => recipientId);
  };
  const toAndFro = async (minutes: number) => {
    for (const sharing of ["my_counselor", "only_me", "agency", "only_me"] as const)
      await sendScreen(maya, postMortem, { screen: "sharing", sharing }, later(minutes));
    for (const sharing of ["my_counselor", "only_me"] as const)
      await changeSharing(maya, { key: newId(), postMortem, sharing });
  };
  await toAndFro(2);
  expect(await told()).toEqual([ids.ana]);
  const sent = { state: "sent", settledAt: dateOf(later(3)) } as const;
  await db().mail.updateMany({ where: { recipientId: ids.ana }, data: sent });
  await toAndFro(4);
  expect(await told()).toEqual([ids.ana]);
  await db().person.update({ where: { id: maya.personId }, data: { counselorId: ben.personId } });
  await toAndFro(5);
  expect(await told()).toEqual([ids.ana, ben.personId]);
});

test("a call: asked for with one tap, taken back, asked for again, and noted by who called", async () => {
  const { maya, ana, ids } = await people();
  const { postMortem } = await sentBy(maya, { ...low, sharing: "only_me" });
  const again = () => ({ key: newId(), postMortem });
  expect(refusal(await noteCall(ana, again(), now))).toBe("not_found");
  const ask = again();
  expect(await askForCall(maya, ask, later(2))).toMatchObject({ ok: true });
  expect(await askForCall(maya, ask, later(3))).toMatchObject({ ok: true });
  expect(await mailsAbout(ask.key)).toEqual([{ kind: "call.asked", recipientId: ids.ana }]);
  expect(refusal(await askForCall(maya, again(), later(3)))).toBe("already_asked");
  expect(await takeBackCall(maya, again())).toMatchObject({ ok: true });
  expect(await rowOf(postMortem)).toMatchObject({ callAskedAt: null });
  expect(refusal(await takeBackCall(maya, again()))).toBe("not_found");
  await askForCall(maya, again(), later(4));
  // For the candidate alone, and still the counselor hears of the wish.
  expect(await noteCall(ana, again(), later(5))).toMatchObject({ ok: true });
  expect(await rowOf(postMortem)).toMatchObject({
    callAskedAt: dateOf(later(4)),
    calledAt: dateOf(later(5)),
    calledById: ids.ana,
  });
  expect(refusal(await takeBackCall(maya, again()))).toBe("already_called");
  expect(refusal(await askForCall(maya, again(), later(6)))).toBe("already_called");
});

test("a call is asked for only after enough, by its candidate, and noted by who hears of it", async () => {
  const { maya, luis, ana, ben, amir } = await people();
  const draft = await draftOf(maya, (await pastInterview(maya)).id, low);
  expect(refusal(await askForCall(maya, { key: newId(), postMortem: draft }, now))).toBe("not_found");
  const { postMortem } = await sentBy(maya);
  const again = () => ({ key: newId(), postMortem });
  for (const stranger of [luis, ana, amir]) {
    expect(refusal(await askForCall(stranger, again(), now))).toBe("not_found");
    expect(refusal(await takeBackCall(stranger, again()))).toBe("not_found");
  }
  await askForCall(maya, again(), now);
  for (const stranger of [maya, luis, ben, amir])
    expect(refusal(await noteCall(stranger, again(), now))).toBe("not_found");
  await changeSharing(maya, { ...again(), sharing: "agency" });
  const answers = await Promise.all([ana, ben, amir].map((one) => noteCall(one, again(), now)));
  expect(answers.map(refusal).toSorted()).toEqual(["already_called", "already_called", "ok"]);
});

test("a call that nobody asked for is noted about a very low one, by the assigned counselor who may read it", async () => {
  const { maya, luis, ana, ben, amir, ids } = await people();
  const { postMortem } = await sentBy(maya, { ...low, sharing: "agency" });
  const again = (id = postMortem) => ({ key: newId(), postMortem: id });
  for (const stranger of [maya, luis, ben, amir])
    expect(refusal(await noteCall(stranger, again(), now)), stranger.name).toBe("not_found");
  await changeSharing(maya, { ...again(), sharing: "only_me" });
  expect(refusal(await noteCall(ana, again(), now))).toBe("not_found");
  await changeSharing(maya, { ...again(), sharing: "my_counselor" });
  const other = await draftOf(maya, (await pastInterview(maya)).id, { mood: "low", outcome: "rejected" });
  expect(refusal(await noteCall(ana, again(other), now)), "a draft").toBe("not_found");
  await finishPostMortem(maya, again(other), now);
  expect(refusal(await noteCall(ana, again(other), now)), "another mood").toBe("not_found");
  const answers = await Promise.all([1, 2, 3].map(() => noteCall(ana, again(), later(5))));
  expect(answers.map(refusal).toSorted()).toEqual(["already_called", "already_called", "ok"]);
  const called = { callAskedAt: null, calledAt: dateOf(later(5)), calledById: ids.ana };
  expect(await rowOf(postMortem)).toMatchObject(called);
  expect((await getEnough(maya, postMortem, later(6)))?.call).toMatchObject({ called: { by: "Ana" } });
  expect(refusal(await askForCall(maya, again(), later(7)))).toBe("already_called");
  // A better mood in the rest of the form does not undo it.
  await sendScreen(maya, postMortem, { screen: "mood", mood: "good" }, later(8));
  expect(await finishPostMortem(maya, again(), later(9))).toMatchObject({ ok: true });
});

test("asked for and taken back at once leaves one of the two, never half", async () => {
  const { maya } = await people();
  const { postMortem } = await sentBy(maya);
  const keys = [newId(), newId(), newId()];
  const asks = await Promise.all(keys.map((key) => askForCall(maya, { key, postMortem }, now)));
  expect(asks.map(refusal).toSorted()).toEqual(["already_asked", "already_asked", "ok"]);
  expect(await db().mail.count({ where: { eventId: { in: keys } } })).toBe(1);
});

test("nobody who is signed out does any of it", async () => {
  const { maya, ana } = await people();
  const { postMortem } = await sentBy(maya);
  await askForCall(maya, { key: newId(), postMortem }, now);
  const ids = [maya.personId, ana.personId];
  await db().person.updateMany({ where: { id: { in: ids } }, data: { deactivatedAt: dateOf(now) } });
  const again = () => ({ key: newId(), postMortem });
  expect(refusal(await sendFirstHalf(maya, again(), now))).toBe("signed_out");
  expect(refusal(await askForCall(maya, again(), now))).toBe("signed_out");
  expect(refusal(await takeBackCall(maya, again()))).toBe("signed_out");
  expect(refusal(await noteCall(ana, again(), now))).toBe("signed_out");
});
