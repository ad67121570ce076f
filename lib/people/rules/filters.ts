import { isId } from "#lib/core/id.ts";
import { isCleanText } from "#lib/core/text.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";

/** What the list of people is narrowed to; null and "" narrow nothing. */
export type PeopleFilter = {
  /** A part of a name or an address. */
  readonly sought: string;
  readonly role: Role | null;
  readonly arrival: "invited" | "here" | "left" | null;
  /** Candidates of one counselor, or of none who is active. */
  readonly counselor: string | null;
};

/** In the place of a counselor: candidates whom nobody active looks after. */
export const nobody = "none";

/** Longest part of a name or an address that is looked for, in characters. */
export const soughtLimit = 120;

type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Roles to choose from: guests are in no list of people. */
export const listedRoles = ["candidate", "counselor", "admin"] as const satisfies readonly Role[];
const roles: readonly string[] = listedRoles;
const arrivals: readonly string[] = ["invited", "here", "left"];

/** The filter that an address carries; what it does not know is no filter. */
export function peopleFilterFrom({ q, role, state, counselor }: Typed): PeopleFilter {
  const sought = typeof q === "string" ? q.trim().slice(0, soughtLimit) : "";
  const isCounselor = typeof counselor === "string" && (counselor === nobody || isId(counselor));
  return {
    sought: isCleanText(sought) ? sought : "",
    role: typeof role === "string" && roles.includes(role) ? (role as Role) : null,
    arrival:
      typeof state === "string" && arrivals.includes(state) ? (state as PeopleFilter["arrival"]) : null,
    counselor: isCounselor ? counselor.toLowerCase() : null,
  };
}

/** The address of the list with this filter; `after` is the id of the last one seen. */
export function peopleAddress(filter: PeopleFilter, after: string | null = null): string {
  const parts = [
    ["q", filter.sought],
    ["role", filter.role],
    ["state", filter.arrival],
    ["counselor", filter.counselor],
    ["after", after],
  ].filter((part): part is [string, string] => typeof part[1] === "string" && part[1] !== "");
  return parts.length === 0 ? "/people" : `/people?${new URLSearchParams(parts)}`;
}

/** Whether anything is narrowed at all. */
export function isNarrowed(filter: PeopleFilter): boolean {
  return peopleAddress(filter) !== "/people";
}
