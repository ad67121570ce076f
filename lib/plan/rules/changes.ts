import { causeOf, type CauseAction, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { CauseCode, PlanActionEnd } from "#lib/infra/prisma/enums.ts";
import { planLimits } from "../words.ts";

/** What a change of a plan looks at: its actions, and how each ended. */
export type PlanState = readonly { readonly code: string | null; readonly endedAs: PlanActionEnd | null }[];

/**
 * Whether one more action may be open. One that was carried counts as open here: it goes on in a later post-mortem, and
 * whoever may not see that one yet is not to learn of it. Refuses `three_already`.
 */
export function decideRoom(plan: PlanState): Result<null, "three_already"> {
  return plan.filter(isOpen).length < planLimits.open ? ok(null) : refuse("three_already");
}

/**
 * Whether the counselor may add an action. Before the reveal only the counselor's own choice opens it: the candidate has
 * not chosen then and has no plan, so nothing of it shows in what is refused. Refuses `choose_first`, `already_there`,
 * `three_already`.
 */
export function decideAddition(
  plan: PlanState,
  addition: { readonly code: string | null; readonly hasChosen: boolean; readonly isRevealed: boolean },
): Result<null, "choose_first" | "already_there" | "three_already"> {
  if (!addition.hasChosen && !addition.isRevealed) return refuse("choose_first");
  if (isThere(plan, addition.code)) return refuse("already_there");
  return decideRoom(plan);
}

/** Whether an action of this code is open in the plan, or goes on in a later one. */
export function isThere(plan: PlanState, code: string | null): boolean {
  return code !== null && plan.some((action) => isOpen(action) && action.code === code);
}

function isOpen({ endedAs }: PlanState[number]): boolean {
  return endedAs === null || endedAs === "carried";
}

/** An action of the taxonomy as a form names it: its cause and its code, `NERVES.mock`. */
export function choiceName(cause: CauseCode, code: string): string {
  return `${cause}.${code}`;
}

/** The action that a form names, of those that are on; null for anything else. */
export function actionNamed(
  taxonomy: Taxonomy,
  name: string,
): { readonly cause: CauseCode; readonly action: CauseAction } | null {
  const cause = taxonomy.causes.find(({ code }) => name.startsWith(`${code}.`));
  const action = cause?.actions.find(({ code, isOn }) => isOn && choiceName(cause.code, code) === name);
  return cause && action ? { cause: cause.code, action } : null;
}

export type Suggested = {
  /** As a form names it. */
  readonly name: string;
  readonly cause: CauseCode;
  readonly code: string;
  readonly text: string;
};

/** What the taxonomy has for these causes that the plan does not hold open, each code once, in the order of the table. */
export function actionsFor(
  taxonomy: Taxonomy,
  causes: readonly CauseCode[],
  plan: PlanState,
): readonly Suggested[] {
  const all = causes.flatMap((cause) =>
    causeOf(taxonomy, cause)
      .actions.filter(({ code, isOn }) => isOn && !isThere(plan, code))
      .map(({ code, text }) => ({ name: choiceName(cause, code), cause, code, text })),
  );
  return all.filter(({ code }, at) => all.findIndex((one) => one.code === code) === at);
}

/** The same without what was in the plan before: what is done or was set aside is not suggested again. */
export function suggestActions(
  taxonomy: Taxonomy,
  causes: readonly CauseCode[],
  plan: PlanState,
): readonly Suggested[] {
  return actionsFor(taxonomy, causes, plan).filter(
    ({ code }) => !plan.some((action) => action.code === code),
  );
}
