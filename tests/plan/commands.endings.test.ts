import { expect, test, vi } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { markActionDone, reopenAction, setActionAside } from "#lib/plan/commands/endings.ts";
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

test("done with one tap, undone with another; nobody is mailed", async () => {
  const { maya } = await people();
  const postMortem = await plannedOf(maya);
  const input = shown(await firstOf(postMortem));
  expect(await markActionDone(maya, input, later(5))).toEqual({ ok: true, value: { id: input.action } });
  expect(await firstOf(postMortem)).toMatchObject({
    endedAs: "done",
    endedAt: dateOf(later(5)),
    endedById: maya.personId,
    why: null,
    version: 1,
  });
  expect(await mailsAbout(input.key)).toBe(0);
  expect(refusal(await reopenAction(maya, shown(await firstOf(postMortem))))).toBe("ok");
  expect(await firstOf(postMortem)).toMatchObject({
    endedAs: null,
    endedAt: null,
    endedById: null,
    version: 2,
  });
  expect((await kindsAbout(input.action)).toSorted()).toEqual(["plan_action.done", "plan_action.reopened"]);
});

test("not doing keeps why, and comes back without it", async () => {
  const { maya } = await people();
  const postMortem = await plannedOf(maya);
  const input = { ...shown(await firstOf(postMortem)), why: "I would rather draft alone first." };
  expect(refusal(await setActionAside(maya, input, later(5)))).toBe("ok");
  expect(await firstOf(postMortem)).toMatchObject({ endedAs: "not_doing", why: input.why });
  expect(await mailsAbout(input.key)).toBe(0);
  await reopenAction(maya, shown(await firstOf(postMortem)));
  expect(await firstOf(postMortem)).toMatchObject({ endedAs: null, why: null });
});

test("only whose it is: no colleague, no other candidate, nobody who is gone", async () => {
  const { maya, luis, ana, ben, amir } = await people();
  const postMortem = await plannedOf(maya);
  await chosenBy(ana, postMortem);
  const action = await firstOf(postMortem);
  const tries = [markActionDone, reopenAction] as const;
  for (const actor of [luis, ana, ben, amir]) {
    for (const run of tries)
      expect(refusal(await run(actor, shown(action), now)), actor.name).toBe("not_found");
    expect(refusal(await setActionAside(actor, { ...shown(action), why: "No" }, now))).toBe("not_found");
  }
  for (const run of tries)
    expect(refusal(await run(maya, shown({ id: newId(), version: 0 }), now))).toBe("not_found");
  await deactivate(maya, amir);
  for (const run of tries) expect(refusal(await run(maya, shown(action), now))).toBe("signed_out");
  expect(refusal(await setActionAside(maya, { ...shown(action), why: "No" }, now))).toBe("signed_out");
  expect(await firstOf(postMortem)).toEqual(action);
});

test("what a colleague does, colleagues who may see it end, and the candidate does not", async () => {
  const { maya, ana, ben } = await people();
  const postMortem = await outsideOf(maya);
  const action = await firstOf(postMortem);
  expect(refusal(await markActionDone(ana, shown(action), now)), "not revealed").toBe("not_found");
  await chosenBy(ana, postMortem);
  expect(refusal(await markActionDone(maya, shown(action), now))).toBe("not_found");
  expect(refusal(await markActionDone(ben, shown(action), now))).toBe("not_found");
  expect(refusal(await markActionDone(ana, shown(action), now))).toBe("ok");
});

test("pressed in two places at once it ends once, and an older page is told", async () => {
  const { maya } = await people();
  const postMortem = await plannedOf(maya);
  const action = await firstOf(postMortem);
  const answers = await Promise.all([
    markActionDone(maya, shown(action), now),
    setActionAside(maya, { ...shown(action), why: "No" }, now),
    markActionDone(maya, shown(action), now),
  ]);
  expect(answers.map(refusal).toSorted()).toEqual(["already_ended", "already_ended", "ok"]);
  await reopenAction(maya, shown(await firstOf(postMortem)));
  expect(refusal(await markActionDone(maya, shown(action), now))).toBe("stale");
  expect(refusal(await reopenAction(maya, shown(action)))).toBe("stale");
});

test("what is carried stays so, and three others leave no way back", async () => {
  const { maya, ana } = await people();
  const first = await plannedOf(maya, {}, 80);
  await plannedOf(maya);
  expect(refusal(await reopenAction(maya, shown(await firstOf(first))))).toBe("already_ended");
  expect(refusal(await markActionDone(maya, shown(await firstOf(first)), now))).toBe("already_ended");
  const full = await plannedOf(maya, { cause_primary: "PITCH", cause_contributing: '["NO_ANSWER"]' });
  await chosenBy(ana, full);
  await markActionDone(maya, shown(await firstOf(full)), now);
  expect(refusal(await addOwn(ana, full, "Call them"))).toBe("ok");
  const [done] = await actionsOf(full);
  expect(refusal(await reopenAction(maya, shown(done ?? { id: "", version: 0 })))).toBe("three_already");
});

/** How many of this database's sessions wait for another to commit. */
async function countWaiting() {
  const rows = await db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.length;
}

test.each([
  ["done", markActionDone],
  [
    "not doing",
    (...[actor, input, at]: Parameters<typeof markActionDone>) =>
      setActionAside(actor, { ...input, why: "No" }, at),
  ],
] as const)("said to be %s while it goes on in a later plan: it stays carried", async (_name, end) => {
  const { maya } = await people();
  const action = await firstOf(await plannedOf(maya));
  const carried = { endedAs: "carried", endedAt: dateOf(now), endedById: maya.personId } as const;
  const ended = await db().$transaction(async (tx) => {
    await tx.planAction.update({ where: { id: action.id }, data: carried });
    const pressed = end(maya, shown(action), later(5));
    await vi.waitFor(async () => expect(await countWaiting()).toBe(1), { timeout: 5_000 });
    return { pressed };
  });
  expect(refusal(await ended.pressed)).toBe("already_ended");
  expect(await db().planAction.findUniqueOrThrow({ where: { id: action.id } })).toMatchObject(carried);
});
