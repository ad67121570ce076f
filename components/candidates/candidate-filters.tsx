import { FilterLinks } from "#components/ui/filter-links.tsx";
import { candidateFilters, candidatesWords } from "#lib/candidates/words.ts";
import type { CandidateFilter } from "#lib/candidates/words.ts";

/** The states that the list can be narrowed to. A counselor's own candidates all have a counselor. */
export function CandidateFilters({ current, isAdmin }: { current: CandidateFilter; isAdmin: boolean }) {
  const filters = Object.entries(candidateFilters)
    .filter(([key]) => isAdmin || key !== "no_counselor")
    .map(([key, label]) => ({
      key,
      label,
      href: key === "all" ? "/candidates" : `/candidates?show=${key}`,
    }));
  return <FilterLinks label={candidatesWords.filters} filters={filters} current={current} />;
}
