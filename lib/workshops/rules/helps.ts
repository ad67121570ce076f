import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { helpsWords } from "#lib/workshops/words/seats.ts";

/** An active cause of a candidate, as their own patterns tell it. */
export type ActiveCause = {
  readonly cause: CauseCode;
  readonly name: string;
  readonly count: number;
  readonly of: number;
  readonly strength: "once" | "maybe" | "pattern" | "now_and_then";
};

/**
 * Why a workshop stands first for somebody: the first of their active causes that it helps with, and how often it came up,
 * in the words in which patterns are counted (product.md, "Patterns"). Null where it helps with none.
 */
export function helpsBecause(causes: readonly CauseCode[], active: readonly ActiveCause[]): string | null {
  const found = active.find(({ cause }) => causes.includes(cause));
  if (!found) return null;
  const { name, strength, count, of } = found;
  if (strength === "maybe") return helpsWords.maybe(name);
  return strength === "pattern" ? helpsWords.pattern(name) : helpsWords.counted(name, count, of);
}
