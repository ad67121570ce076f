import { sessionFilters } from "../words/staff.ts";
import type { SessionFilter } from "../words/staff.ts";

/** The filter that an address names; what is coming for an address that names none. */
export function filterOf(show: string | string[] | undefined): SessionFilter {
  return typeof show === "string" && Object.hasOwn(sessionFilters, show) ? (show as SessionFilter) : "coming";
}
