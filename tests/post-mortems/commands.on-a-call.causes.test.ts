import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { findDraft } from "#lib/post-mortems/queries/draft.ts";
import { getPostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { begin, entering, finish, give, opinionsOf } from "./on-a-call.ts";
import { finishedOf, later, now, pastInterview, people, sendScreen } from "./staged.ts";

test("chosen together: one choice for both sides, seen by both at once, and no agreement", async () => {
  const { ana, maya, id, ids } = await entering();
  expect(await sendScreen(ana, id, { screen: "together", together: true })).toBe("?step=causes");
  expect(await sendScreen(ana, id, { screen: "causes", cause_primary: "PITCH" })).toBe("?step=contributing");
  await sendScreen(ana, id, { screen: "contributing", move: "next", cause_contributing: ["NERVES"] });
  expect(await give(ana, id)).toBe("ok");
  await sendScreen(
    maya,
    id,
    { screen: "contributing", move: "next", cause_contributing: ["NERVES"] },
    later(20),
  );
  expect(await finish(maya, id)).toBe("ok");
  const both = { primary: "PITCH", contributing: ["NERVES"], together: true, afterTalking: false };
  expect(await opinionsOf(id)).toMatchObject([
    { ...both, side: "candidate", authorId: ids.maya },
    { ...both, side: "counselor", authorId: ids.ana },
  ]);
  for (const viewer of [maya, ana])
    expect((await getPostMortemRead(viewer, id, later(40)))?.opinions).toMatchObject({
      isRevealed: true,
      isTogether: true,
      agree: false,
    });
});

test("chosen together and changed when confirming: the candidate's own choice, and the counselor has none yet", async () => {
  const { ana, maya, id } = await entering();
  await sendScreen(ana, id, { screen: "together", together: true });
  await sendScreen(ana, id, { screen: "causes", cause_primary: "PITCH" });
  await give(ana, id);
  await sendScreen(maya, id, { screen: "causes", cause_primary: "HISTORY" }, later(20));
  expect(await finish(maya, id)).toBe("ok");
  expect(await opinionsOf(id)).toMatchObject([{ side: "candidate", primary: "HISTORY", together: false }]);
  const read = await getPostMortemRead(ana, id, later(40));
  expect(read?.opinions).toMatchObject({ own: null, other: null, isRevealed: false });
  expect(JSON.stringify(read?.opinions)).not.toContain("HISTORY");
});

test("the tick taken back: what was chosen on the call is nobody's choice", async () => {
  const { ana, maya, id } = await entering();
  await sendScreen(ana, id, { screen: "together", together: true });
  await sendScreen(ana, id, { screen: "causes", cause_primary: "PITCH" });
  await sendScreen(ana, id, { screen: "promise", suggestion: 0 });
  expect(await sendScreen(ana, id, { screen: "together", move: "next" })).toBe("?step=hand_over");
  await give(ana, id);
  const draft = await findDraft(db(), maya, id, now);
  expect(Object.keys(draft?.facts.answers ?? {})).toEqual(["mood"]);
  expect(await finish(maya, id)).toBe("ok");
  expect(await opinionsOf(id)).toEqual([]);
  expect(await db().promise.count({ where: { postMortemId: id } })).toBe(0);
});

test("the open promise is told on a call only where both sides have seen it", async () => {
  const { ana, maya } = await people();
  const first = await finishedOf(maya, (await pastInterview(maya, 72)).id, {
    mood: "low",
    cause_primary: "NERVES",
    promise_if: "my mind goes blank",
    promise_then: "breathe",
  });
  await db().promise.update({
    where: { postMortemId: first },
    data: { madeAt: dateOf(now.subtract({ hours: 24 })) },
  });
  const id = await begin(ana, (await pastInterview(maya)).id);
  expect(await findDraft(db(), ana, id, now)).toMatchObject({ open: null, facts: { openPromise: false } });
  expect(await findDraft(db(), maya, id, now)).toMatchObject({
    open: { then: "breathe" },
    facts: { openPromise: true },
  });
  const row = { id: newId(), postMortemId: first, authorId: ana.personId, chosenAt: dateOf(now) };
  await db().opinion.create({ data: { ...row, side: "counselor", primary: "PITCH" } });
  expect(await findDraft(db(), ana, id, now)).toMatchObject({
    open: { then: "breathe" },
    facts: { openPromise: true },
  });
});

const promised = { promise_if: "my mind goes blank", promise_then: "breathe" };
const inHours = (hours: number) => dateOf(now.subtract({ hours }));

/** A promise of three days ago that both sides have read. */
async function readByBoth({ ana, maya }: Awaited<ReturnType<typeof people>>) {
  const first = await finishedOf(maya, (await pastInterview(maya, 72)).id, {
    mood: "low",
    cause_primary: "NERVES",
    ...promised,
  });
  await db().promise.update({ where: { postMortemId: first }, data: { madeAt: inHours(70) } });
  const row = { id: newId(), postMortemId: first, authorId: ana.personId, chosenAt: dateOf(now) };
  await db().opinion.create({ data: { ...row, side: "counselor", primary: "PITCH" } });
}

test("a promise that was closed for the candidate alone is asked about on a call like an open one", async () => {
  const cast = await people();
  const { ana, maya } = cast;
  await readByBoth(cast);
  const own = await pastInterview(maya, 40);
  await finishedOf(maya, own.id, { mood: "good", promise_answer: "yes", sharing: "only_me" });
  const id = await begin(ana, (await pastInterview(maya)).id);
  expect(await findDraft(db(), ana, id, now)).toMatchObject({
    open: { then: "breathe" },
    facts: { openPromise: true },
  });
  expect(await sendScreen(ana, id, { screen: "promise_kept", promise_answer: "no" })).toMatch(/^\?step/u);
  await sendScreen(ana, id, { screen: "mood", mood: "low" });
  await give(ana, id);
  expect(await findDraft(db(), maya, id, now)).toMatchObject({ open: null, facts: { openPromise: false } });
  expect(await finish(maya, id)).toBe("ok");
  expect(await db().promise.findMany({ where: { candidateId: maya.personId } })).toMatchObject([
    { answer: "yes" },
  ]);
});

test("what was said on a call of an earlier promise is no answer to one that the counselor does not know", async () => {
  const cast = await people();
  const { ana, maya } = cast;
  await readByBoth(cast);
  const own = await pastInterview(maya, 40);
  const hidden = await finishedOf(maya, own.id, {
    mood: "good",
    promise_answer: "yes",
    promise_if: "they ask",
    promise_then: "smile",
    sharing: "only_me",
  });
  await db().promise.update({ where: { postMortemId: hidden }, data: { madeAt: inHours(30) } });
  const id = await begin(ana, (await pastInterview(maya)).id);
  await sendScreen(ana, id, { screen: "mood", mood: "low" });
  await sendScreen(ana, id, { screen: "promise_kept", promise_answer: "no" });
  expect(await findDraft(db(), ana, id, now)).toMatchObject({ facts: { answers: { promise_answer: "no" } } });
  await give(ana, id);
  const draft = await findDraft(db(), maya, id, now);
  expect(draft).toMatchObject({ open: { then: "smile" }, facts: { openPromise: true } });
  expect(draft?.facts.answers.promise_answer).toBeUndefined();
  expect(draft?.facts.touched.has("promise_answer")).toBe(false);
  expect(await finish(maya, id)).toBe("ok");
  expect(await db().promise.findUnique({ where: { postMortemId: hidden } })).toMatchObject({
    answer: null,
    closedAt: null,
  });
});

test("what was said on a call of the promise that both know is the answer that the candidate confirms", async () => {
  const cast = await people();
  const { ana, maya } = cast;
  await readByBoth(cast);
  const id = await begin(ana, (await pastInterview(maya)).id);
  await sendScreen(ana, id, { screen: "promise_kept", promise_answer: "partly" });
  await give(ana, id);
  expect((await findDraft(db(), maya, id, now))?.facts.answers.promise_answer).toBe("partly");
  expect(await finish(maya, id)).toBe("ok");
  expect(await db().promise.findMany({ where: { candidateId: maya.personId } })).toMatchObject([
    { answer: "partly", askedInId: id },
  ]);
});
