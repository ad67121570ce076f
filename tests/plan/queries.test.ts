import { expect, test } from "vitest";
import { getHome } from "#lib/home/queries/home.ts";
import { commandsDb as db, dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { markActionDone } from "#lib/plan/commands/endings.ts";
import { chooseCauses } from "#lib/plan/commands/finish.ts";
import { listOpenActions } from "#lib/plan/queries/open.ts";
import { getPlan } from "#lib/plan/queries/plan.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { getPostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { getReview } from "#lib/reviews/queries/review.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { payloadOf } from "../support/payload.ts";
import { later, now, people } from "../post-mortems/staged.ts";
import { addOwn, chosenBy, firstOf, outsideOf, plannedOf, shown } from "./staged.ts";

/** All that one side's pages get about a post-mortem. */
async function payload(viewer: Viewer, postMortem: string) {
  return payloadOf(
    await Promise.all([
      getPlan(viewer, postMortem, later(10)),
      getPostMortemRead(viewer, postMortem, later(10)),
      getReview(viewer, postMortem, later(10)),
      getHome(viewer, later(10)),
    ]),
  );
}

const textsOf = async (viewer: Viewer, postMortem: string) =>
  (await getPlan(viewer, postMortem, later(10)))?.actions.map(({ text }) => text) ?? null;
const mock = "Book a mock interview, a friendly one first";

test("the candidate's plan is nowhere on staff's side until both have chosen, and then it is (I22)", async () => {
  const { maya, ana } = await people();
  const postMortem = await plannedOf(maya);
  await db().planAction.updateMany({
    where: { postMortemId: postMortem },
    data: { text: "canary of the plan" },
  });
  expect(await payload(maya, postMortem)).toContain("canary of the plan");
  expect(await payload(ana, postMortem)).not.toMatch(/canary|NERVES/);
  expect(await getPlan(ana, postMortem, later(10))).toEqual({
    actions: [],
    isRevealed: false,
    hasChosen: false,
    closed: null,
  });
  await chosenBy(ana, postMortem);
  expect(await payload(ana, postMortem)).toContain("canary of the plan");
});

test("what the counselor added is nowhere on the candidate's side until both have chosen, and then it is", async () => {
  const { maya, ana } = await people();
  const postMortem = await plannedOf(maya, { cause_primary: "" });
  await chosenBy(ana, postMortem);
  await addOwn(ana, postMortem, "canary of the counselor");
  expect(await payload(ana, postMortem)).toContain("canary of the counselor");
  expect(await payload(maya, postMortem)).not.toContain("canary");
  await chooseCauses(maya, { key: newId(), postMortem, primary: "UNSURE" }, later(5));
  expect(await payload(maya, postMortem)).toContain("canary of the counselor");
});

test("nobody else reads a plan, and what is no longer shared is gone for staff", async () => {
  const { maya, luis, ana, ben, amir } = await people();
  const postMortem = await plannedOf(maya);
  await chosenBy(ana, postMortem);
  for (const stranger of [luis, ben, amir]) expect(await getPlan(stranger, postMortem, now)).toBeNull();
  expect(await textsOf(ana, postMortem)).toHaveLength(2);
  await changeSharing(maya, { key: newId(), postMortem, sharing: "only_me" });
  expect(await getPlan(ana, postMortem, now)).toBeNull();
});

test("that an action goes on in a later plan is not told before that one is revealed", async () => {
  const { maya, ana } = await people();
  const first = await plannedOf(maya, {}, 80);
  await chosenBy(ana, first);
  const second = await plannedOf(maya);
  const endOf = async (viewer: Viewer) =>
    (await getPlan(viewer, first, later(10)))?.actions.find(({ text }) => text === mock)?.endedAs;
  expect(await endOf(maya)).toBe("carried");
  expect(await endOf(ana)).toBeNull();
  await chosenBy(ana, second);
  expect(await endOf(ana)).toBe("carried");
});

test("due dates follow the next interview: logged, moved, withdrawn", async () => {
  const { maya } = await people();
  const postMortem = await plannedOf(maya);
  const due = async () =>
    (await getPlan(maya, postMortem, later(10)))?.actions.map(({ dueLabel }) => dueLabel);
  const undated = "before your next interview";
  expect(await due()).toEqual([undated, undated]);
  const startsAt = Temporal.Instant.from("2026-11-27T15:00:00Z");
  const next = await makeInterview(db(), { candidateId: maya.personId, startsAt });
  expect(await due()).toEqual(["by Thu 26 Nov", "by Thu 26 Nov"]);
  const moved = startsAt.add({ hours: 24 * 7 });
  const span = { startsAt: dateOf(moved), endsAt: dateOf(moved.add({ hours: 1 })) };
  await db().interview.update({ where: { id: next.id }, data: span });
  expect(await due()).toEqual(["by Sat 28 Nov", "by Mon 30 Nov"]);
  await db().interview.update({ where: { id: next.id }, data: { outcome: "withdrawn" } });
  expect(await due()).toEqual([undated, undated]);
});

test("a colleague who does not look after the candidate does not learn when the next interview is", async () => {
  const { maya, ana, ben } = await people();
  const postMortem = await plannedOf(maya, { sharing: "agency" });
  await chosenBy(ana, postMortem);
  const startsAt = Temporal.Instant.from("2026-11-27T15:00:00Z");
  await makeInterview(db(), { candidateId: maya.personId, startsAt });
  const dueFor = async (viewer: Viewer) => (await getPlan(viewer, postMortem, now))?.actions[0]?.dueLabel;
  expect(await dueFor(ana)).toBe("by Thu 26 Nov");
  expect(await dueFor(ben)).toBe("before your next interview");
});

test("Home lists what is open across all, and what was just done until it is old", async () => {
  const { maya, luis } = await people();
  const first = await plannedOf(maya, { cause_primary: "PITCH" }, 80);
  await outsideOf(maya, { cause_contributing: '["HISTORY"]' });
  await plannedOf(luis);
  const earlier = { madeAt: dateOf(now.subtract({ hours: 50 })) };
  await db().planAction.updateMany({ where: { postMortemId: first }, data: earlier });
  const listed = async (at = later(10)) => {
    const { open, justEnded } = await listOpenActions(maya, at);
    return [open.map(({ code }) => code), justEnded.map(({ code }) => code)];
  };
  expect(await listed()).toEqual([["three_sentences", "introduction_60", "three_lines"], []]);
  await markActionDone(maya, shown(await firstOf(first)), later(9));
  expect(await listed()).toEqual([["three_sentences", "three_lines"], ["introduction_60"]]);
  expect(await listed(later(20))).toEqual([["three_sentences", "three_lines"], []]);
});

test("a plan takes four statements, what is open one", async () => {
  const { maya } = await people();
  const postMortem = await plannedOf(maya);
  await getPlan(maya, postMortem, now);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  await getPlan(maya, postMortem, now);
  expect(statements).toBe(4);
  await listOpenActions(maya, now);
  expect(statements).toBe(5);
});
