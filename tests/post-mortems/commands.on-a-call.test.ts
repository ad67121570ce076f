import { expect, test } from "vitest";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { saveAnswers } from "#lib/post-mortems/commands/answers.ts";
import { startPostMortem } from "#lib/post-mortems/commands/draft.ts";
import { handOver } from "#lib/post-mortems/commands/on-a-call.ts";
import { findDraft } from "#lib/post-mortems/queries/draft.ts";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { listCalls } from "#lib/post-mortems/queries/on-a-call.ts";
import { getPostMortemPage } from "#lib/post-mortems/queries/page.ts";
import { getPostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { begin, entering, finish, give, opinionsOf } from "./on-a-call.ts";
import { draftOf, finishedOf, later, now, pastInterview, people, sendScreen } from "./staged.ts";

test("the counselor writes, hands over, the candidate confirms: who wrote what and who entered it stays", async () => {
  const { ana, maya, interview, id, ids } = await entering();
  expect(await sendScreen(ana, id, { screen: "outcome", outcome: "rejected" })).toBe("?step=questions");
  expect(await sendScreen(ana, id, { screen: "signals", move: "next", signals: ["late"] })).toBe(
    "?step=together",
  );
  expect(await sendScreen(ana, id, { screen: "together", move: "next" })).toBe("?step=hand_over");
  const input = { key: newId(), postMortem: id };
  const given = await handOver(ana, input, later(10));
  expect(given).toEqual({ ok: true, value: { id, next: `/interviews/${interview.id}/post-mortem` } });
  expect(await handOver(ana, input, later(11))).toEqual(given);
  expect(
    await db().mail.findMany({ where: { eventId: input.key }, select: { kind: true, recipientId: true } }),
  ).toEqual([{ kind: "post_mortem.entered", recipientId: ids.maya }]);
  expect(await db().event.findMany({ where: { subjectId: id }, select: { kind: true } })).toContainEqual({
    kind: "post_mortem.entered",
  });
  expect(await db().postMortem.findUnique({ where: { id } })).toMatchObject({
    enteredById: ids.ana,
    handedOverAt: dateOf(later(10)),
    finishedAt: null,
  });
  expect(await getPostMortemPage(maya, interview.id, later(12))).toMatchObject({
    kind: "draft",
    draft: { enteredBy: "Ana", facts: { answers: { mood: "low", signals: ["late"] } } },
  });
  expect(await sendScreen(maya, id, { screen: "mood", mood: "very_low" }, later(20))).toMatch(/^\?step/u);
  expect(await sendScreen(maya, id, { screen: "causes", cause_primary: "NERVES" }, later(21))).toMatch(
    /^\?step/u,
  );
  expect(await finish(maya, id)).toBe("ok");
  const writers = await db().postMortemAnswer.findMany({ where: { postMortemId: id, field: "mood" } });
  expect(writers.map((row) => [row.value, row.writtenById])).toEqual(
    expect.arrayContaining([
      ["low", ids.ana],
      ["very_low", ids.maya],
    ]),
  );
  expect(await opinionsOf(id)).toMatchObject([{ side: "candidate", primary: "NERVES", together: false }]);
  expect(await getPostMortemRead(maya, id, later(40))).toMatchObject({ enteredBy: "Ana", mood: "very_low" });
  expect(await getPostMortemRead(ana, id, later(40))).toMatchObject({
    enteredBy: "Ana",
    opinions: { other: null },
  });
});

test("only who sees the interview begins, once it has started, and only where nobody has", async () => {
  const { ana, ben, amir, maya, luis } = await people();
  const past = await pastInterview(maya);
  for (const stranger of [ben, maya, luis]) expect(await begin(stranger, past.id)).toBe("not_found");
  expect(await begin(ana, newId())).toBe("not_found");
  expect(await begin(ana, (await pastInterview(maya, -1)).id)).toBe("not_yet");
  const id = await begin(amir, past.id);
  expect(await begin(amir, past.id)).toBe(id);
  expect(await begin(ana, past.id)).toBe("begun_already");
  const theirs = await pastInterview(maya);
  await draftOf(maya, theirs.id);
  expect(await begin(ana, theirs.id)).toBe("begun_already");
  const over = await pastInterview(maya);
  await finishedOf(maya, over.id);
  expect(await begin(ana, over.id)).toBe("begun_already");
});

test("begun by the counselor, an admin and the candidate at once there is one", async () => {
  const { ana, amir, maya } = await people();
  const { id: interview } = await pastInterview(maya);
  const answers = await Promise.all([
    begin(ana, interview),
    begin(amir, interview),
    startPostMortem(maya, { key: newId(), interview, mood: "low" }, now),
  ]);
  const rows = await db().postMortem.findMany({ where: { interviewId: interview } });
  expect(rows).toHaveLength(1);
  expect(answers[2]).toEqual({ ok: true, value: { id: rows[0]?.id } });
  const began = answers.slice(0, 2).filter((one) => one === rows[0]?.id);
  expect(began).toHaveLength(rows[0]?.enteredById ? 1 : 0);
});

test("while it is entered only who enters it and the candidate read it; handed over, the candidate alone", async () => {
  const { ana, ben, amir, luis, maya, interview, id } = await entering();
  const reads = async (viewer: Viewer) => (await findDraft(db(), viewer, id, now)) !== null;
  const seen = async () => Promise.all([ana, ben, amir, luis, maya].map(reads));
  expect(await seen()).toEqual([true, false, false, false, true]);
  for (const stranger of [ben, amir, luis]) {
    expect(await sendScreen(stranger, id, { screen: "mood", mood: "great" })).toBe("not_found");
    expect(await give(stranger, id)).toBe("not_found");
    expect(await finish(stranger, id)).toBe("not_found");
  }
  expect(await getPostMortemPage(amir, interview.id, now)).toMatchObject({ kind: "started" });
  expect(await getPostMortemPage(ana, interview.id, now)).toMatchObject({ kind: "draft" });
  expect(await give(ana, id)).toBe("ok");
  expect(await seen()).toEqual([false, false, false, false, true]);
  expect(await getPostMortemPage(ana, interview.id, now)).toMatchObject({ kind: "started" });
  expect(await sendScreen(ana, id, { screen: "mood", mood: "great" })).toBe("not_found");
  expect(await give(ana, id)).toBe("not_found");
});

test("the candidate handed to a colleague: who entered it reads it no more", async () => {
  const { ana, ben, id, ids } = await entering();
  await db().person.update({ where: { id: ids.maya }, data: { counselorId: ben.personId } });
  expect(await findDraft(db(), ana, id, now)).toBeNull();
  expect(await findDraft(db(), ben, id, now)).toBeNull();
});

test("once the candidate writes into it, it is theirs, handed over or not", async () => {
  const { ana, maya, id } = await entering();
  expect(await sendScreen(maya, id, { screen: "mood", mood: "unsure" }, later(5))).toMatch(/^\?step/u);
  expect(await db().postMortem.findUnique({ where: { id } })).toMatchObject({
    handedOverAt: dateOf(later(5)),
  });
  expect(await sendScreen(ana, id, { screen: "mood", mood: "great" })).toBe("not_found");
  expect(await give(ana, id)).toBe("not_found");
});

test("the same when it comes from the candidate's device", async () => {
  const { ana, maya, id } = await entering();
  const answer = { field: "surprise", value: "A dog", ageMs: 0 } as const;
  const save = async (viewer: Viewer, minutes: number) => {
    const answers = [{ id: newId(), ...answer }];
    const saved = await saveAnswers(viewer, { postMortem: id, answers }, later(minutes));
    return saved.ok ? "ok" : saved.refusal;
  };
  expect(await save(ana, 1)).toBe("ok");
  expect(await save(maya, 2)).toBe("ok");
  expect(await save(ana, 3)).toBe("not_found");
});

test("what is the candidate's to say is not taken on a call, nor does a call finish it", async () => {
  const { ana, id } = await entering();
  for (const screen of ["sharing", "causes", "contributing", "promise", "news_mood"] as const)
    expect(await sendScreen(ana, id, { screen, sharing: "agency", cause_primary: "PITCH" })).toBe(
      "not_asked",
    );
  const answers = [{ id: newId(), field: "sharing", value: "agency", ageMs: 0 } as const];
  expect(await saveAnswers(ana, { postMortem: id, answers }, now)).toEqual({
    ok: false,
    refusal: "not_asked",
  });
  expect(await finish(ana, id)).toBe("not_yours");
  expect(await db().postMortem.findUnique({ where: { id } })).toMatchObject({ finishedAt: null });
});

test("handed over twice at once goes out once; without an answer not at all", async () => {
  const { ana, maya, id } = await entering();
  const keys = [newId(), newId(), newId()];
  const answers = await Promise.all(keys.map((key) => give(ana, id, key)));
  expect(answers.toSorted()).toEqual(["not_found", "not_found", "ok"]);
  expect(await db().mail.count({ where: { eventId: { in: keys } } })).toBe(1);
  const empty = await begin(ana, (await pastInterview(maya)).id);
  expect(await give(ana, empty)).toBe("nothing_yet");
});

test("whoever has lost their access begins and hands over nothing", async () => {
  const { ana, maya, id, ids } = await entering();
  const other = await pastInterview(maya);
  await db().person.update({ where: { id: ids.ana }, data: { deactivatedAt: dateOf(now) } });
  expect(await begin(ana, other.id)).toBe("signed_out");
  expect(await give(ana, id)).toBe("signed_out");
});

test("the interview moved ahead meanwhile: what was begun is gone on with and handed over", async () => {
  const { ana, interview, id } = await entering();
  const moved = { startsAt: dateOf(later(600)), endsAt: dateOf(later(660)) };
  await db().interview.update({ where: { id: interview.id }, data: moved });
  expect(await begin(ana, interview.id)).toBe(id);
  expect(await give(ana, id)).toBe("ok");
});

test("what a page offers to fill in: what is over and nobody began, and one's own; in one statement", async () => {
  const { ana, ben, amir, maya, luis, interview, id } = await entering();
  const open = await pastInterview(maya, 30);
  const theirs = await pastInterview(maya, 40);
  await draftOf(maya, theirs.id);
  await pastInterview(maya, -5);
  const offers = async (viewer: Viewer, interviewId: string) =>
    (await listCalls(viewer, interviewId, now)).map((call) => [call.interview, call.does]);
  expect(await offers(ana, interview.id)).toEqual([[interview.id, "go_on"]]);
  expect(await offers(ana, open.id)).toEqual([[open.id, "begin"]]);
  expect(await offers(amir, interview.id)).toEqual([]);
  expect(await offers(amir, open.id)).toEqual([[open.id, "begin"]]);
  for (const stranger of [ben, maya, luis]) expect(await offers(stranger, open.id)).toEqual([]);
  const page = await getCandidate(ana, maya.personId, { before: null, now });
  expect(page?.calls.map((call) => [call.interview, call.does])).toEqual([
    [interview.id, "go_on"],
    [open.id, "begin"],
  ]);
  expect(await offers(ana, theirs.id)).toEqual([]);
  await give(ana, id);
  expect(await offers(ana, interview.id)).toEqual([]);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  await listCalls(ana, open.id, now);
  expect(statements).toBe(1);
});
