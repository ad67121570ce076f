import { expect, test } from "vitest";
import { dateOf, dateOfDay } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { acceptAction, addAction, editAction, replaceAction } from "#lib/plan/commands/changes.ts";
import { markActionDone } from "#lib/plan/commands/endings.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { later, now, people } from "../post-mortems/staged.ts";
import {
  actionsOf,
  addOwn,
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

const day = Temporal.PlainDate.from("2026-12-01");
const rehearsal = { choice: "NO_ANSWER.draft_answer", text: null };

/** A plan that both sides may read. */
async function revealedPlan() {
  const cast = await people();
  const postMortem = await plannedOf(cast.maya);
  await chosenBy(cast.ana, postMortem);
  return { ...cast, postMortem, action: await firstOf(postMortem) };
}

test("accepted, edited, replaced: the same row each time, and nobody is mailed", async () => {
  const { ana, postMortem, action } = await revealedPlan();
  const accepting = shown(action);
  expect(refusal(await acceptAction(ana, accepting, later(5)))).toBe("ok");
  expect(await firstOf(postMortem)).toMatchObject({
    acceptedById: ana.personId,
    acceptedAt: dateOf(later(5)),
    version: 1,
  });
  const editing = { ...shown(await firstOf(postMortem)), text: "Book one with Ben", dueOn: day };
  expect(refusal(await editAction(ana, editing))).toBe("ok");
  expect(await firstOf(postMortem)).toMatchObject({
    text: "Book one with Ben",
    dueOn: dateOfDay(day),
    kind: "both",
    code: "mock",
    version: 2,
  });
  const replacing = { ...shown(await firstOf(postMortem)), ...rehearsal };
  expect(refusal(await replaceAction(ana, replacing, later(6)))).toBe("ok");
  expect(await firstOf(postMortem)).toMatchObject({
    id: action.id,
    side: "candidate",
    code: "draft_answer",
    causes: ["NO_ANSWER"],
    taxonomyNumber: 1,
    kind: "skill",
    days: 4,
    dueOn: null,
    acceptedAt: dateOf(later(6)),
  });
  const own = { ...shown(await firstOf(postMortem)), choice: null, text: "Read it to me" };
  expect(refusal(await replaceAction(ana, own, later(7)))).toBe("ok");
  expect(await firstOf(postMortem)).toMatchObject({
    text: "Read it to me",
    code: null,
    taxonomyNumber: null,
    causes: [],
    kind: "skill",
    days: null,
  });
  expect((await kindsAbout(action.id)).toSorted()).toEqual([
    "plan_action.accepted",
    "plan_action.edited",
    "plan_action.replaced",
    "plan_action.replaced",
  ]);
  for (const { key } of [accepting, editing, replacing, own]) expect(await mailsAbout(key)).toBe(0);
});

test.each([rehearsal, { choice: null, text: "Read it to me" }])(
  "what takes the place of a colleague's action is the candidate's to do: %j",
  async (content) => {
    const { ana, maya } = await people();
    const postMortem = await outsideOf(maya);
    await chosenBy(ana, postMortem);
    const action = await firstOf(postMortem);
    expect(action).toMatchObject({ code: "check_with_client", ownerId: ana.personId });
    expect(refusal(await replaceAction(ana, { ...shown(action), ...content }, later(5)))).toBe("ok");
    expect(await firstOf(postMortem)).toMatchObject({ id: action.id, ownerId: maya.personId });
    expect(refusal(await markActionDone(maya, shown(await firstOf(postMortem)), later(6)))).toBe("ok");
  },
);

test("added from the taxonomy or in own words, for the candidate to do", async () => {
  const { ana, maya, postMortem } = await revealedPlan();
  const key = newId();
  const input = { key, postMortem, choice: "PITCH.three_lines", text: null, dueOn: day };
  expect(await addAction(ana, input, later(3))).toEqual({ ok: true, value: { id: key } });
  expect((await actionsOf(postMortem)).at(-1)).toMatchObject({
    id: key,
    side: "counselor",
    position: 3,
    ownerId: maya.personId,
    madeById: ana.personId,
    code: "three_lines",
    causes: ["PITCH"],
    kind: "confidence",
    taxonomyNumber: 1,
    dueOn: dateOfDay(day),
  });
  expect(await mailsAbout(key)).toBe(0);
  expect(await addAction(ana, input, later(4)), "sent twice").toMatchObject({ ok: true });
  expect(await actionsOf(postMortem)).toHaveLength(3);
});

test("never a fourth, also where two colleagues add at once; what is done makes room", async () => {
  const { ana, maya, postMortem } = await revealedPlan();
  const answers = await Promise.all(["One", "Two", "Three"].map((text) => addOwn(ana, postMortem, text)));
  expect(answers.map(refusal).toSorted()).toEqual(["ok", "three_already", "three_already"]);
  await markActionDone(maya, shown(await firstOf(postMortem)), now);
  expect(refusal(await addOwn(ana, postMortem, "Four"))).toBe("ok");
  expect((await actionsOf(postMortem)).filter(({ endedAs }) => endedAs === null)).toHaveLength(3);
});

test.each([
  [{ choice: null, text: null }, "text_needed"],
  [{ choice: "PITCH.three_lines", text: "And more" }, "one_of_two"],
  [{ choice: "PITCH.nothing", text: null }, "not_a_choice"],
  [{ choice: "NERVES.mock", text: null }, "already_there"],
] as const)("%j is refused: %s", async (content, expected) => {
  const { ana, postMortem } = await revealedPlan();
  const [, second] = await actionsOf(postMortem);
  expect(refusal(await addAction(ana, { key: newId(), postMortem, ...content, dueOn: null }, now))).toBe(
    expected,
  );
  const replacing = { ...shown(second ?? { id: "", version: 0 }), ...content };
  expect(refusal(await replaceAction(ana, replacing, now))).toBe(expected);
});

test("before the reveal: own choice first, then own additions; the candidate's plan is not there", async () => {
  const { ana, maya } = await people();
  const postMortem = await plannedOf(maya);
  const action = await firstOf(postMortem);
  expect(refusal(await addOwn(ana, postMortem, "Call them"))).toBe("choose_first");
  expect(refusal(await acceptAction(ana, shown(action), now))).toBe("not_found");
  expect(refusal(await editAction(ana, { ...shown(action), text: "Mine", dueOn: null }))).toBe("not_found");
  expect(refusal(await replaceAction(ana, { ...shown(action), ...rehearsal }, now))).toBe("not_found");
  const unchosen = await plannedOf(maya, { cause_primary: "" });
  await chosenBy(ana, unchosen);
  expect(refusal(await addOwn(ana, unchosen, "Call them"))).toBe("ok");
  const own = await firstOf(unchosen);
  expect(refusal(await editAction(ana, { ...shown(own), text: "Call them today", dueOn: null }))).toBe("ok");
});

test("no candidate, no stranger, nobody who is gone, nothing that is not shared", async () => {
  const { ana, ben, amir, maya, luis, postMortem, action } = await revealedPlan();
  const every = (actor: typeof ana) => [
    acceptAction(actor, shown(action), now),
    editAction(actor, { ...shown(action), text: "Mine", dueOn: null }),
    replaceAction(actor, { ...shown(action), ...rehearsal }, now),
    addOwn(actor, postMortem, "Mine"),
  ];
  for (const actor of [maya, luis, ben, amir])
    expect((await Promise.all(every(actor))).map(refusal), actor.name).toEqual(Array(4).fill("not_found"));
  await changeSharing(maya, { key: newId(), postMortem, sharing: "only_me" });
  expect((await Promise.all(every(ana))).map(refusal)).toEqual(Array(4).fill("not_found"));
  await deactivate(ana, amir);
  expect((await Promise.all(every(ana))).map(refusal)).toEqual(Array(4).fill("signed_out"));
  expect(await actionsOf(postMortem)).toHaveLength(2);
});

test("of two who change one at once the second is told, and what has ended does not change", async () => {
  const { ana, maya, postMortem, action } = await revealedPlan();
  const answers = await Promise.all([
    editAction(ana, { ...shown(action), text: "One", dueOn: null }),
    editAction(ana, { ...shown(action), text: "Two", dueOn: null }),
    acceptAction(ana, shown(action), now),
    replaceAction(ana, { ...shown(action), ...rehearsal }, now),
  ]);
  expect(answers.map(refusal).toSorted()).toEqual(["ok", "stale", "stale", "stale"]);
  await markActionDone(maya, shown(await firstOf(postMortem)), now);
  const ended = await firstOf(postMortem);
  expect(refusal(await editAction(ana, { ...shown(ended), text: "Three", dueOn: null }))).toBe(
    "already_ended",
  );
  expect(refusal(await acceptAction(ana, shown(ended), now))).toBe("already_ended");
});
