import { candidateFilters } from "./words.ts";
import type { CandidateFilter } from "./words.ts";

/** The filter that an address names; everything for an address that names none. */
export function filterOf(show: string | string[] | undefined): CandidateFilter {
  return typeof show === "string" && Object.hasOwn(candidateFilters, show)
    ? (show as CandidateFilter)
    : "all";
}

/** The moment before which an address asks for, in milliseconds since 1970; null for the newest page. */
export function beforeOf(text: string | string[] | undefined): number | null {
  return typeof text === "string" && /^\d{1,15}$/.test(text) && Number(text) <= latest ? Number(text) : null;
}

/** The end of 2099, the last moment that the database takes. */
const latest = 4_102_444_800_000;

type Dated = { readonly at: Temporal.Instant };

/**
 * One page of a timeline out of several sorted sources, newest first: at least `size` entries if there are, and everything
 * of its last moment, so that nothing falls between two pages. `next` is where the next page goes on.
 */
export function pageOf<Entry extends Dated>(
  entries: readonly Entry[],
  size: number,
): { page: Entry[]; next: number | null } {
  const sorted = entries.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  const last = sorted[size - 1]?.at.epochMilliseconds;
  if (last === undefined) return { page: sorted, next: null };
  const page = sorted.filter((entry) => entry.at.epochMilliseconds >= last);
  return { page, next: sorted.length > page.length ? last : null };
}
