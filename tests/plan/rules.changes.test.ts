import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { causeOf } from "#lib/causes/rules/taxonomy.ts";
import {
  actionNamed,
  actionsFor,
  choiceName,
  decideAddition,
  decideRoom,
  suggestActions,
} from "#lib/plan/rules/changes.ts";

const open = (...codes: (string | null)[]) => codes.map((code) => ({ code, endedAs: null }));
const done = { code: "mock", endedAs: "done" as const };
const carried = { code: "mock", endedAs: "carried" as const };
const answer = (result: { ok: true } | { ok: false; refusal: string }) => (result.ok ? "ok" : result.refusal);

test.each([
  [open("a", "b"), "ok"],
  [open("a", "b", "c"), "three_already"],
  [[...open("a", null), done], "ok"],
  [[...open("a", null), carried], "three_already"],
])("room in %j: %s", (plan, expected) => {
  expect(answer(decideRoom(plan))).toBe(expected);
});

test.each([
  [open("a"), { code: "b", hasChosen: true, isRevealed: false }, "ok"],
  [open("a"), { code: "b", hasChosen: false, isRevealed: true }, "ok"],
  [open("a", "b", "c"), { code: "a", hasChosen: false, isRevealed: false }, "choose_first"],
  [open("a", "b", "c"), { code: "a", hasChosen: true, isRevealed: true }, "already_there"],
  [open("a", "b", "c"), { code: null, hasChosen: true, isRevealed: true }, "three_already"],
  [open(null), { code: null, hasChosen: true, isRevealed: true }, "ok"],
  [[done], { code: "mock", hasChosen: true, isRevealed: true }, "ok"],
  [[carried], { code: "mock", hasChosen: true, isRevealed: true }, "already_there"],
])("to %j is added %j: %s", (plan, addition, expected) => {
  expect(answer(decideAddition(plan, addition))).toBe(expected);
});

test("what is suggested is what a form can name, once, and nothing that is there or off", () => {
  const suggested = suggestActions(firstVersion, ["NERVES", "RAMBLED", "OUTSIDE"], open("friend_rehearsal"));
  expect(suggested.map(({ name }) => name)).toEqual([
    "NERVES.mock",
    "NERVES.recovery_line",
    "RAMBLED.timed_versions",
  ]);
  for (const { name, text } of suggested) expect(actionNamed(firstVersion, name)?.action.text).toBe(text);
  const names = (list: typeof suggested) => list.map(({ code }) => code);
  expect(names(suggestActions(firstVersion, ["NERVES"], [done]))).toEqual([
    "friend_rehearsal",
    "recovery_line",
  ]);
  expect(names(actionsFor(firstVersion, ["NERVES"], [done]))).toEqual([
    "mock",
    "friend_rehearsal",
    "recovery_line",
  ]);
  const off = firstVersion.causes.map((cause) => ({
    ...cause,
    actions: cause.actions.map((action) => ({ ...action, isOn: false })),
  }));
  expect(suggestActions({ number: 2, causes: off }, ["NERVES"], [])).toEqual([]);
  expect(actionNamed({ number: 2, causes: off }, "NERVES.mock")).toBeNull();
});

test("every action of the taxonomy has a name of its own, and no other name is one", () => {
  for (const { code: cause } of firstVersion.causes)
    for (const { code } of causeOf(firstVersion, cause).actions)
      expect(actionNamed(firstVersion, choiceName(cause, code))).toMatchObject({ cause, action: { code } });
  for (const name of ["", "NERVES", "NERVES.", "mock", "NERVES.plan_b", "NO.mock", "__proto__.x"])
    expect(actionNamed(firstVersion, name)).toBeNull();
});
