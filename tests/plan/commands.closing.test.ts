import { expect, test } from "vitest";
import { dateOf } from "#lib/infra/db.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { reopenPostMortem } from "#lib/plan/commands/closing.ts";
import { markActionDone } from "#lib/plan/commands/endings.ts";
import { getPlan } from "#lib/plan/queries/plan.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { answerNote, reviewPostMortem, settleAnswer, shareNote } from "#lib/reviews/commands.ts";
import { later, people } from "../post-mortems/staged.ts";
import {
  actionsOf,
  chosenBy,
  deactivate,
  firstOf,
  kindsAbout,
  mailsAbout,
  outsideOf,
  plannedOf,
  refusal,
  shown,
} from "./staged.ts";

/** Everything done, reviewed and revealed. */
async function closedPlan() {
  const cast = await people();
  const postMortem = await plannedOf(cast.maya);
  await chosenBy(cast.ana, postMortem);
  await reviewPostMortem(cast.ana, { key: newId(), postMortem }, later(5));
  for (const action of await actionsOf(postMortem)) await markActionDone(cast.maya, shown(action), later(6));
  return { ...cast, postMortem };
}

test("closed by what was done, opened with one tap by either side; nobody is mailed", async () => {
  const { ana, maya, postMortem } = await closedPlan();
  for (const viewer of [maya, ana])
    expect((await getPlan(viewer, postMortem, later(7)))?.closed).toMatchObject({
      why: "done",
      at: { iso: later(6).toString() },
    });
  const key = newId();
  expect(refusal(await reopenPostMortem(maya, { key, postMortem }, later(8)))).toBe("ok");
  expect(await db().postMortem.findUniqueOrThrow({ where: { id: postMortem } })).toMatchObject({
    reopenedAt: dateOf(later(8)),
    reopenedById: maya.personId,
  });
  expect(await mailsAbout(key)).toBe(0);
  expect(await kindsAbout(postMortem)).toContain("post_mortem.reopened");
  for (const viewer of [maya, ana]) expect((await getPlan(viewer, postMortem, later(9)))?.closed).toBeNull();
  const quiet = later(8).add({ hours: 60 * 24 });
  expect((await getPlan(maya, postMortem, quiet))?.closed).toMatchObject({ why: "quiet" });
  expect(refusal(await reopenPostMortem(ana, { key: newId(), postMortem }, quiet))).toBe("ok");
});

test("what is open is not opened again; of three taps one does it", async () => {
  const { maya, postMortem } = await closedPlan();
  const tap = () => reopenPostMortem(maya, { key: newId(), postMortem }, later(8));
  expect((await Promise.all([tap(), tap(), tap()])).map(refusal).toSorted()).toEqual([
    "already_open",
    "already_open",
    "ok",
  ]);
});

test("no stranger, nobody who is gone, and no colleague who may not know that it is closed", async () => {
  const { amir, ben, luis, maya, postMortem } = await closedPlan();
  const tap = (actor: typeof maya, id = postMortem) =>
    reopenPostMortem(actor, { key: newId(), postMortem: id }, later(8));
  for (const actor of [amir, ben, luis]) expect(refusal(await tap(actor)), actor.name).toBe("not_found");
  expect(refusal(await tap(maya, newId()))).toBe("not_found");
  await deactivate(maya, amir);
  expect(refusal(await tap(maya))).toBe("signed_out");
  const { ana, maya: other } = await people();
  const blind = await plannedOf(other);
  await reviewPostMortem(ana, { key: newId(), postMortem: blind }, later(5));
  for (const action of await actionsOf(blind)) await markActionDone(other, shown(action), later(6));
  expect((await getPlan(other, blind, later(7)))?.closed).toMatchObject({ why: "done" });
  expect(refusal(await tap(ana, blind))).toBe("not_found");
});

test("a changed outcome and a wish for feedback each keep it open", async () => {
  const { maya, postMortem } = await closedPlan();
  const { interviewId } = await db().postMortem.findUniqueOrThrow({ where: { id: postMortem } });
  const isClosed = async () => (await getPlan(maya, postMortem, later(60)))?.closed !== null;
  expect(await isClosed()).toBe(true);
  await db().interview.update({
    where: { id: interviewId },
    data: { outcome: "no_reply", outcomeAt: dateOf(later(30)) },
  });
  expect(await isClosed()).toBe(false);
  await markActionDone(maya, shown(await firstOf(postMortem)), later(40));
  await db().planAction.updateMany({
    where: { postMortemId: postMortem },
    data: { endedAt: dateOf(later(40)) },
  });
  expect(await isClosed()).toBe(true);
  const data = { feedbackWish: "remind_me" } as const;
  await db().postMortem.update({ where: { id: postMortem }, data });
  expect(await isClosed()).toBe(false);
  await db().postMortem.update({ where: { id: postMortem }, data: { feedbackWords: "More numbers." } });
  expect(await isClosed()).toBe(true);
});

test("what a colleague was to do holds nothing open once it is the candidate's alone", async () => {
  const { maya, ana } = await people();
  const postMortem = await outsideOf(maya);
  await chosenBy(ana, postMortem);
  await reviewPostMortem(ana, { key: newId(), postMortem }, later(5));
  const closed = async () => (await getPlan(maya, postMortem, later(7)))?.closed?.why ?? null;
  expect(await closed()).toBeNull();
  await changeSharing(maya, { key: newId(), postMortem, sharing: "only_me" });
  expect(await closed()).toBe("done");
});

test("an answer to a note opens it again, until a colleague has settled the answer", async () => {
  const { ana, maya, postMortem } = await closedPlan();
  const isClosed = async () => (await getPlan(maya, postMortem, later(60)))?.closed !== null;
  const [note, answer] = [newId(), newId()];
  const written = { key: note, postMortem, body: "Try it aloud.", review: false };
  expect(refusal(await shareNote(ana, written, later(10)))).toBe("ok");
  expect(await isClosed()).toBe(true);
  expect(refusal(await answerNote(maya, { key: answer, note, body: "How long?" }, later(20)))).toBe("ok");
  expect(await isClosed()).toBe(false);
  expect(refusal(await reopenPostMortem(maya, { key: newId(), postMortem }, later(21)))).toBe("already_open");
  expect(refusal(await settleAnswer(ana, { key: newId(), answer }, later(30)))).toBe("ok");
  expect(await isClosed()).toBe(true);
});
