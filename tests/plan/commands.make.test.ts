import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { chooseCauses, finishPostMortem } from "#lib/plan/commands/finish.ts";
import { markActionDone } from "#lib/plan/commands/endings.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { draftOf, later, now, pastInterview, people } from "../post-mortems/staged.ts";
import { actionsOf, addOwn, chosenBy, firstOf, outsideOf, plannedOf, refusal, shown } from "./staged.ts";

const codesOf = async (postMortem: string) => (await actionsOf(postMortem)).map(({ code }) => code);

test("finishing makes the plan: rows of the candidate's side, of the version, open, and no mail of their own", async () => {
  const { maya, ana } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya, 30)).id, {
    mood: "low",
    outcome: "rejected",
    cause_primary: "NERVES",
    cause_contributing: '["DISPOSITION","PITCH"]',
  });
  const key = newId();
  expect(await finishPostMortem(maya, { key, postMortem }, later(1))).toMatchObject({ ok: true });
  const actions = await actionsOf(postMortem);
  expect(actions.map(({ position, code, causes }) => ({ position, code, causes }))).toEqual([
    { position: 1, code: "mock", causes: ["NERVES", "DISPOSITION"] },
    { position: 2, code: "friend_rehearsal", causes: ["NERVES"] },
    { position: 3, code: "introduction_60", causes: ["PITCH"] },
  ]);
  for (const action of actions)
    expect(action).toMatchObject({
      candidateId: maya.personId,
      ownerId: maya.personId,
      side: "candidate",
      taxonomyNumber: 1,
      dueOn: null,
      madeAt: dateOf(later(1)),
      madeById: maya.personId,
      acceptedAt: null,
      endedAs: null,
      version: 0,
    });
  expect(await db().mail.findMany({ where: { eventId: key }, select: { recipientId: true } })).toEqual([
    { recipientId: ana.personId },
  ]);
});

test("finished three times at once there is one plan", async () => {
  const { maya } = await people();
  const postMortem = await draftOf(maya, (await pastInterview(maya)).id, {
    mood: "low",
    cause_primary: "NERVES",
  });
  const answers = await Promise.all(
    [1, 2, 3].map(() => finishPostMortem(maya, { key: newId(), postMortem }, now)),
  );
  expect(answers.map(refusal).toSorted()).toEqual(["already_finished", "already_finished", "ok"]);
  expect(await codesOf(postMortem)).toEqual(["mock", "friend_rehearsal"]);
});

test("without causes there is none until they are chosen; chosen four times at once there is one", async () => {
  const { maya } = await people();
  const postMortem = await plannedOf(maya, { cause_primary: "" });
  expect(await codesOf(postMortem)).toEqual([]);
  const choose = () => chooseCauses(maya, { key: newId(), postMortem, primary: "PITCH" }, later(5));
  const answers = await Promise.all([choose(), choose(), choose(), choose()]);
  expect(answers.map(refusal).filter((one) => one === "ok")).toHaveLength(1);
  expect(await codesOf(postMortem)).toEqual(["introduction_60", "three_lines"]);
});

test("what the counselor has added before leaves room for the rest only", async () => {
  const { maya, ana } = await people();
  const postMortem = await plannedOf(maya, { cause_primary: "" });
  await chosenBy(ana, postMortem);
  for (const text of ["Call them on Monday", "Bring the folder"])
    expect(refusal(await addOwn(ana, postMortem, text))).toBe("ok");
  await chooseCauses(maya, { key: newId(), postMortem, primary: "NERVES" }, later(5));
  const actions = await actionsOf(postMortem);
  expect(actions.map(({ code, side }) => [side, code])).toEqual([
    ["counselor", null],
    ["counselor", null],
    ["candidate", "mock"],
  ]);
});

test("what is planned again goes on there: the earlier one is carried, what is done stays done", async () => {
  const { maya } = await people();
  const first = await plannedOf(maya, {}, 80);
  const [mock, rehearsal] = await actionsOf(first);
  await markActionDone(maya, shown(rehearsal ?? { id: "", version: 0 }), later(2));
  const second = await plannedOf(maya);
  expect(await codesOf(second)).toEqual(["mock", "friend_rehearsal"]);
  expect((await actionsOf(first)).map(({ endedAs, version }) => [endedAs, version])).toEqual([
    ["carried", 0],
    ["done", 1],
  ]);
  expect(await firstOf(first)).toMatchObject({ id: mock?.id, endedById: maya.personId });
});

test("nobody else's actions are carried", async () => {
  const { maya, luis } = await people();
  const other = await plannedOf(luis);
  await plannedOf(maya);
  expect((await firstOf(other)).endedAs).toBeNull();
});

test("outside one's control: the assigned counselor checks with the client, where it is shared", async () => {
  const { maya, ana } = await people();
  const shared = await outsideOf(maya);
  expect(await actionsOf(shared)).toMatchObject([
    { code: "check_with_client", ownerId: ana.personId, side: "candidate", kind: "practical", days: 2 },
  ]);
  expect(await codesOf(await outsideOf(maya, { sharing: "only_me" }))).toEqual([]);
  expect(await codesOf(await plannedOf(maya, { cause_primary: "OUTSIDE" })), "no client").toEqual([]);
});

test("of another interview soon, only what fits is planned", async () => {
  const { maya } = await people();
  await makeInterview(db(), { candidateId: maya.personId, startsAt: later(1).add({ hours: 13 }) });
  expect(await codesOf(await plannedOf(maya))).toEqual(["friend_rehearsal", "draft_roughest"]);
});

test("a withdrawn interview is none, and after an offer nothing is planned", async () => {
  const { maya } = await people();
  const startsAt = later(1).add({ hours: 13 });
  await makeInterview(db(), { candidateId: maya.personId, startsAt, interview: { outcome: "withdrawn" } });
  expect(await codesOf(await plannedOf(maya))).toEqual(["mock", "friend_rehearsal"]);
  expect(await codesOf(await plannedOf(maya, { outcome: "offer" }))).toEqual([]);
});
