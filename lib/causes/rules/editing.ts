import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { settingText } from "#lib/settings/rules.ts";
import type { SettingChange } from "#lib/settings/rules.ts";
import type { EditCauseInput } from "../schema.ts";

/** What an admin can change about a cause. */
export type CauseState = {
  readonly isOn: boolean;
  readonly name: string;
  readonly line: string;
  readonly promiseIf: string;
  readonly promiseThen: string;
  readonly promiseOr: string;
  readonly recognise: string;
  /** Three lines. */
  readonly helps: string;
  readonly exercise: string;
  /** In the order in which the plan takes them; none can be added or taken away. */
  readonly actions: readonly ActionState[];
};

/** What an admin can change about an action; days are 0 to 60. */
export type ActionState = { readonly isOn: boolean; readonly text: string; readonly days: number };

const texts = [
  "name",
  "line",
  "promiseIf",
  "promiseThen",
  "promiseOr",
  "recognise",
  "helps",
  "exercise",
] as const;

/** The form suggests four (product.md, step 5). */
const STAY_ON = 4;
/** These stand beside every suggestion. */
const alwaysOn: readonly CauseCode[] = ["UNSURE", "OUTSIDE"];

/** Whether an admin may take a cause out of the form at all. */
export function canBeOff(code: CauseCode): boolean {
  return !alwaysOn.includes(code);
}

/** The state that a form asks for: `text1` to `on3` are its actions by their place. */
export function stateAsked(input: EditCauseInput): CauseState {
  const { text1, days1, on1, text2, days2, on2, text3, days3, on3 } = input;
  const places = [
    { text: text1, days: days1, isOn: on1 },
    { text: text2, days: days2, isOn: on2 },
    { text: text3, days: days3, isOn: on3 },
  ];
  const { isOn, name, line, promiseIf, promiseThen, promiseOr, recognise, helps, exercise } = input;
  const actions = places.filter((place): place is ActionState => Object.values(place).every(isGiven));
  return { isOn, name, line, promiseIf, promiseThen, promiseOr, recognise, helps, exercise, actions };
}

type EditFacts = {
  /** The newest version, and the one that the form was made from. */
  readonly newest: number;
  readonly madeFrom: number;
  readonly code: CauseCode;
  readonly saved: CauseState;
  readonly asked: CauseState;
  /** The other causes that are on in the newest version. */
  readonly othersOn: readonly CauseCode[];
};

export type EditRefusal = "stale" | "bad_input" | "stays_on" | "four_stay_on" | "unchanged";

/**
 * Whether a change makes the next version. Refuses `stale` when another version came in between, `stays_on` for the two
 * that stand beside every suggestion, `four_stay_on` where fewer than four others would be left, `unchanged`, and
 * `bad_input` for another number of actions than there are.
 */
export function decideEdit(
  facts: EditFacts,
): Result<{ number: number; changes: readonly Change[] }, EditRefusal> {
  const { newest, madeFrom, code, saved, asked, othersOn } = facts;
  if (newest !== madeFrom) return refuse("stale");
  if (asked.actions.length !== saved.actions.length) return refuse("bad_input");
  if (!asked.isOn && !canBeOff(code)) return refuse("stays_on");
  const left = othersOn.filter(canBeOff).length;
  if (saved.isOn && !asked.isOn && left < STAY_ON) return refuse("four_stay_on");
  const changes = changesBetween(saved, asked);
  return changes.length === 0 ? refuse("unchanged") : ok({ number: newest + 1, changes });
}

/** The same changes as the history of settings keeps them: `causes.NERVES.name`, `causes.NERVES.2.days`. */
export function settingChangesOf(code: CauseCode, changes: readonly Change[]): SettingChange[] {
  return changes.map(({ field, place, before, after }) => ({
    code: ["causes", code, ...(place === undefined ? [] : [place]), field].join("."),
    before: settingText(before),
    after: settingText(after),
  }));
}

type Field = (typeof texts)[number] | "isOn" | keyof ActionState;

/** One field that differs; `place` counts the actions from 1 and is missing for the cause itself. */
export type Change = {
  readonly field: Field;
  readonly place?: number;
  readonly before: string | number | boolean;
  readonly after: string | number | boolean;
};

/** Everything in which two states of one cause differ, in the order of the form. */
export function changesBetween(before: CauseState, after: CauseState): readonly Change[] {
  const own = (["isOn", ...texts] as const).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
  const ofActions = before.actions.flatMap((action, index) => {
    const now = after.actions[index] ?? action;
    return (["text", "days", "isOn"] as const).map((field) => ({
      field,
      place: index + 1,
      before: action[field],
      after: now[field],
    }));
  });
  return [...own, ...ofActions].filter((change) => change.before !== change.after);
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}
