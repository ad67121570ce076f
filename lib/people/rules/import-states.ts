import { importColumns, importProblems } from "#lib/people/words/import.ts";
import type { Problem } from "#lib/people/rules/import-rows.ts";

/** Where a list stands: it waits for the admin, comes in, has come in, or was taken back. */
export function importState(list: {
  confirmedAt: object | null;
  takenBackAt: object | null;
  endedAt: object | null;
}): "preview" | "running" | "done" | "taken_back" {
  if (list.takenBackAt !== null) return "taken_back";
  if (list.endedAt !== null) return "done";
  return list.confirmedAt === null ? "preview" : "running";
}

/** One thing that stands against a row, in words. */
export function problemWords({ column, problem, line }: Problem): { column: string; why: string } {
  return { column: importColumns[column].label, why: importProblems[problem](line) };
}

/** The line of an address after which a page of bad rows begins; 0 for anything else. */
export function lineFrom(typed: unknown): number {
  return typeof typed === "string" && /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
}
