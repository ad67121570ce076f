import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";

/** Who takes over: everybody's new counselor, and for single candidates another one. */
export type TakerChoice = { readonly all: string | null; readonly each: ReadonlyMap<string, string> };

export type CaseloadFacts = {
  /** Who leaves. */
  readonly leaving: string;
  /** Active colleagues who can take over. */
  readonly colleagues: readonly string[];
  /** The candidates of the one who leaves. */
  readonly candidates: readonly string[];
};

/**
 * Who looks after each candidate from now on. Refuses `counselor_needed` while one of them has nobody, and `no_counselor`
 * where a chosen colleague is not there (any more).
 */
export function decideTakers(
  { leaving, colleagues, candidates }: CaseloadFacts,
  { all, each }: TakerChoice,
): Result<ReadonlyMap<string, string>, "counselor_needed" | "no_counselor"> {
  const takers = new Map<string, string>();
  for (const candidate of candidates) {
    const taker = each.get(candidate) ?? all;
    if (taker === null) return refuse("counselor_needed");
    if (taker === leaving || !colleagues.includes(taker)) return refuse("no_counselor");
    takers.set(candidate, taker);
  }
  return ok(takers);
}

/** A choice for one candidate, as a form or an address carries it: two ids with a dot between them. */
export function pairText(candidate: string, counselor: string): string {
  return `${candidate}.${counselor}`;
}

/** The choices of a form or an address; what is none is left out. */
export function pairsFrom(typed: readonly string[]): Map<string, string> {
  const pairs = typed.map((text) => pairPattern.exec(text.toLowerCase()));
  return new Map(pairs.flatMap((parts) => (parts?.[1] && parts[2] ? [[parts[1], parts[2]]] : [])));
}

const id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const pairPattern = new RegExp(`^(${id})\\.(${id})$`);
