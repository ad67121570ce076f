import type { ActionEffort, ActionKind, CauseCode, CauseSignal, DueFrom } from "#lib/infra/prisma/enums.ts";

/** The one taxonomy, as the subject of its events and the lock behind which its versions queue. */
export const TAXONOMY = "7a6b1f0e-0d5e-4c63-9f0a-2b8d1f3c5e70";

/** One whole state of the taxonomy, as its number names it; it never changes. */
export type Taxonomy = {
  readonly number: number;
  /** All fifteen, in the order of product.md's table, those that are off too: what was chosen once keeps its name. */
  readonly causes: readonly Cause[];
};

export type Cause = {
  readonly code: CauseCode;
  /** Whether it is offered in a form. */
  readonly isOn: boolean;
  readonly name: string;
  readonly line: string;
  readonly suggestedWhen: readonly CauseSignal[];
  readonly promise: PromiseText;
  /** In the order in which the plan takes them, those that are off too. */
  readonly actions: readonly CauseAction[];
};

/** How a promise begins, after "Next time, if …", and two ways to end it, after "then I will …". */
export type PromiseText = { readonly if: string; readonly then: readonly [string, string] };

export type CauseAction = {
  /** Two actions of one code are the same thing to do. */
  readonly code: string;
  readonly isOn: boolean;
  readonly text: string;
  readonly kind: ActionKind;
  readonly effort: ActionEffort;
  /** Forward from when it was made, or back from the next interview. */
  readonly days: number;
  readonly daysFrom: DueFrom;
};

/** One cause of a taxonomy. Every version has all of them, so a missing one is a bug. */
export function causeOf(taxonomy: Taxonomy, code: CauseCode): Cause {
  const found = taxonomy.causes.find((cause) => cause.code === code);
  if (!found) throw new Error(`taxonomy ${taxonomy.number} has no ${code}`);
  return found;
}

/** What a cause is called on screen. */
export function causeName(taxonomy: Taxonomy, code: CauseCode): string {
  return causeOf(taxonomy, code).name;
}

/** How a promise about this cause begins, and two ways to end it; in general words before a cause is chosen. */
export function promiseFor(taxonomy: Taxonomy, cause: CauseCode | null): PromiseText {
  return causeOf(taxonomy, cause ?? "UNSURE").promise;
}
