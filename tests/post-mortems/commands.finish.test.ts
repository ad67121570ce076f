import { expect, test } from "vitest";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { transact } from "#lib/infra/transact.ts";
import { ok } from "#lib/core/result.ts";
import { chooseCauses, finishPostMortem } from "#lib/plan/commands/finish.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { markReviewed, recordOpinion } from "#lib/post-mortems/commands/opinions.ts";
import { draftOf, finishedOf, later, now, pastInterview, people } from "./staged.ts";

const full = {
  mood: "low",
  outcome: "rejected",
  outcome_reason: "a_requirement",
  "question.2": '{"text":"Why us?","bankId":"why-us","rating":"blank","knewIt":true}',
  "question.4": '{"text":"Which shifts?"}',
  signals: '["late"]',
  surprise: "Three people",
  cause_primary: "NERVES",
  cause_contributing: '["CLOSING","NERVES"]',
  promise_if: "my mind goes blank",
  promise_then: "breathe out once",
} as const;

const openPromises = (viewer: Viewer) =>
  db().promise.findMany({ where: { candidateId: viewer.personId, closedAt: null } });
const mailsAbout = (eventId: string) =>
  db().mail.findMany({ where: { eventId }, select: { kind: true, recipientId: true } });

test("finishing copies everything to where it is read, and tells the counselor", async () => {
  const { maya, ids } = await people();
  const interview = await pastInterview(maya);
  const input = { key: newId(), postMortem: await draftOf(maya, interview.id, full) };
  const done = await finishPostMortem(maya, input, later(1));
  expect(done).toEqual({
    ok: true,
    value: { id: input.postMortem, next: `/interviews/${interview.id}/post-mortem` },
  });
  expect(await finishPostMortem(maya, input, later(2))).toEqual(done);
  const row = await db().postMortem.findUniqueOrThrow({
    where: { id: input.postMortem },
    include: {
      questions: { orderBy: { position: "asc" } },
      opinions: true,
      promiseMade: true,
      interview: true,
    },
  });
  expect(row).toMatchObject({
    mood: "low",
    signals: ["late", "surprise"],
    surprise: "Three people",
    sharing: "my_counselor",
  });
  expect(row).toMatchObject({ cannotRecall: false, finishedAt: dateOf(later(1)), reviewedAt: null });
  expect(row.questions).toMatchObject([
    { position: 1, text: "Why us?", bankId: "why-us", rating: "blank", knewIt: true },
    { position: 2, text: "Which shifts?", bankId: null, rating: null, knewIt: false },
  ]);
  expect(row.opinions).toMatchObject([
    { side: "candidate", primary: "NERVES", contributing: ["CLOSING"], afterTalking: false },
  ]);
  expect(row.promiseMade).toMatchObject({
    ifText: "my mind goes blank",
    thenText: "breathe out once",
    closedAt: null,
  });
  expect(row.interview).toMatchObject({
    outcome: "rejected",
    outcomeReason: "a_requirement",
    outcomeAt: dateOf(later(1)),
  });
  expect(await mailsAbout(input.key)).toEqual([{ kind: "post_mortem.finished", recipientId: ids.ana }]);
});

test("only me: no mail; nothing answered: nothing sent; somebody else's: not found", async () => {
  const { maya, luis, ana } = await people();
  const own = {
    key: newId(),
    postMortem: await draftOf(maya, (await pastInterview(maya)).id, { mood: "low", sharing: "only_me" }),
  };
  for (const stranger of [luis, ana])
    expect(await finishPostMortem(stranger, { ...own, key: newId() }, now)).toEqual({
      ok: false,
      refusal: "not_found",
    });
  expect(await finishPostMortem(maya, own, now)).toMatchObject({ ok: true });
  expect(await mailsAbout(own.key)).toEqual([]);
  const empty = await draftOf(maya, (await pastInterview(maya)).id, { sharing: "agency" });
  expect(await finishPostMortem(maya, { key: newId(), postMortem: empty }, now)).toEqual({
    ok: false,
    refusal: "nothing_yet",
  });
});

test("finished twice at once is finished once", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id, full);
  const keys = [newId(), newId(), newId()];
  const answers = await Promise.all(keys.map((key) => finishPostMortem(maya, { key, postMortem }, now)));
  expect(answers.map((one) => (one.ok ? "ok" : one.refusal)).toSorted()).toEqual([
    "already_finished",
    "already_finished",
    "ok",
  ]);
  expect(await db().mail.count({ where: { eventId: { in: keys } } })).toBe(1);
  expect(await db().askedQuestion.count({ where: { postMortemId: postMortem } })).toBe(2);
});

test("two of one candidate finished at once leave one open promise", async () => {
  const { maya } = await people();
  const drafts = [
    await draftOf(maya, (await pastInterview(maya)).id, full),
    await draftOf(maya, (await pastInterview(maya, 5)).id, full),
  ];
  const answers = await Promise.all(
    drafts.map((postMortem) => finishPostMortem(maya, { key: newId(), postMortem }, now)),
  );
  expect(answers.every((one) => one.ok)).toBe(true);
  expect(await openPromises(maya)).toHaveLength(1);
});

test.each([
  ["yes", {}, { closed: true, answer: "yes", open: 0 }],
  ["no", { promise_next: "keep" }, { closed: false, answer: "no", open: 1 }],
  ["partly", { promise_if: "they wait", promise_then: "ask" }, { closed: true, answer: "partly", open: 1 }],
  ["did_not_come_up", { outcome: "offer" }, { closed: true, answer: null, open: 0 }],
] as const)("the open promise, asked about: %s", async (answer, more, expected) => {
  const { maya } = await people();
  const first = await finishedOf(maya, (await pastInterview(maya, 48)).id, full);
  await db().promise.update({
    where: { postMortemId: first },
    data: { madeAt: dateOf(now.subtract({ hours: 24 })) },
  });
  const next = await finishedOf(maya, (await pastInterview(maya)).id, {
    mood: "good",
    promise_answer: answer,
    ...more,
  });
  const row = await db().promise.findUniqueOrThrow({ where: { postMortemId: first } });
  expect({ closed: row.closedAt !== null, answer: row.answer }).toEqual({
    closed: expected.closed,
    answer: expected.answer,
  });
  expect(row.askedInId).toBe(expected.answer ? next : null);
  expect(await openPromises(maya)).toHaveLength(expected.open);
});

test("sharing changes at once, and tells the counselor what was for the candidate alone", async () => {
  const { maya, luis, ana, ids } = await people();
  const postMortem = await finishedOf(maya, (await pastInterview(maya)).id, {
    mood: "low",
    sharing: "only_me",
  });
  const change = (viewer: Viewer, sharing: "only_me" | "my_counselor" | "agency", key = newId()) =>
    changeSharing(viewer, { key, postMortem, sharing });
  for (const stranger of [luis, ana])
    expect(await change(stranger, "agency")).toEqual({ ok: false, refusal: "not_found" });
  const key = newId();
  expect(await change(maya, "my_counselor", key)).toMatchObject({ ok: true });
  expect(await mailsAbout(key)).toEqual([{ kind: "post_mortem.finished", recipientId: ids.ana }]);
  const again = newId();
  await change(maya, "agency", again);
  expect(await mailsAbout(again)).toEqual([]);
  await change(maya, "only_me");
  expect(await db().postMortem.findUnique({ where: { id: postMortem } })).toMatchObject({
    sharing: "only_me",
    version: 4,
  });
  const draft = await draftOf(maya, (await pastInterview(maya)).id);
  expect(await changeSharing(maya, { key: newId(), postMortem: draft, sharing: "agency" })).toEqual({
    ok: false,
    refusal: "not_found",
  });
});

test("first choices are kept; one more after talking, once both have chosen", async () => {
  const { maya, luis, ana } = await people();
  const postMortemId = await finishedOf(maya, (await pastInterview(maya)).id);
  const counselor = {
    postMortemId,
    authorId: ana.personId,
    side: "counselor",
    contributing: ["PITCH"],
    at: now,
  } as const;
  const record = (primary: "PITCH" | "NERVES") =>
    transact(
      ana,
      { once: newId(), request: primary, did: "opinion.given", subject: postMortemId },
      async (tx) => {
        const answer = await recordOpinion(tx, { ...counselor, primary });
        return answer.ok ? ok({ id: postMortemId }) : answer;
      },
    );
  expect(await record("PITCH")).toMatchObject({ ok: true });
  expect(await record("NERVES")).toEqual({ ok: false, refusal: "already_chosen" });
  const own = { key: newId(), postMortem: postMortemId, primary: "UNSURE" } as const;
  expect(await chooseCauses(luis, own, now)).toEqual({ ok: false, refusal: "not_found" });
  expect(await chooseCauses(ana, own, now)).toEqual({ ok: false, refusal: "not_found" });
  expect(await chooseCauses(maya, own, now)).toMatchObject({ ok: true });
  expect(await chooseCauses(maya, { ...own, key: newId() }, now)).toEqual({
    ok: false,
    refusal: "already_chosen",
  });
  expect(await record("NERVES")).toMatchObject({ ok: true });
  expect(await record("PITCH")).toEqual({ ok: false, refusal: "already_chosen" });
  const rows = await db().opinion.findMany({
    where: { postMortemId, side: "counselor" },
    orderBy: { afterTalking: "asc" },
  });
  expect(rows).toMatchObject([
    { primary: "PITCH", contributing: [], afterTalking: false },
    { primary: "NERVES", contributing: ["PITCH"], afterTalking: true },
  ]);
});

test("reviewed once, by whoever was first, and never a draft", async () => {
  const { maya, ana, ben } = await people();
  const finished = await finishedOf(maya, (await pastInterview(maya)).id);
  const draft = await draftOf(maya, (await pastInterview(maya)).id);
  const mark = (id: string, by: string) => db().$transaction((tx) => markReviewed(tx, id, by, later(3)));
  expect(await mark(finished, ana.personId)).toBe(true);
  expect(await mark(finished, ben.personId)).toBe(false);
  expect(await mark(draft, ana.personId)).toBe(false);
  expect(await db().postMortem.findUnique({ where: { id: finished } })).toMatchObject({
    reviewedById: ana.personId,
    reviewedAt: dateOf(later(3)),
  });
});
