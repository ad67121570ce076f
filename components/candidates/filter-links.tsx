import Link from "next/link";
import { candidateFilters, candidatesWords } from "#lib/candidates/words.ts";
import type { CandidateFilter } from "#lib/candidates/words.ts";

/** The states that the list can be narrowed to; the address is the state. */
export function FilterLinks({ current }: { current: CandidateFilter }) {
  return (
    <nav aria-label={candidatesWords.filters} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {Object.entries(candidateFilters).map(([filter, label]) => (
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
