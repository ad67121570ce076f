import Link from "next/link";
import { candidateFilters, candidatesWords } from "#lib/candidates/words.ts";
import type { CandidateFilter } from "#lib/candidates/words.ts";

/** The states that the list can be narrowed to; the address is the state. A counselor's own candidates all have one. */
export function FilterLinks({ current, isAdmin }: { current: CandidateFilter; isAdmin: boolean }) {
  const filters = Object.entries(candidateFilters).filter(([filter]) => isAdmin || filter !== "no_counselor");
  return (
    <nav aria-label={candidatesWords.filters} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {filters.map(([filter, label]) => (
          <li key={filter}>
            <Link
              href={filter === "all" ? "/candidates" : `/candidates?show=${filter}`}
              aria-current={filter === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-4 text-sm sm:min-h-9 ${
                filter === current
                  ? "border-accent bg-accent-tint font-semibold text-accent"
                  : "border-edge bg-raised hover:bg-sunken"
              }`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
