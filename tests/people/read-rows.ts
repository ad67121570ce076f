import { email } from "#lib/accounts/schema.ts";
import { columnNames } from "#lib/people/rules/import-columns.ts";
import type { Cells } from "#lib/people/rules/import-columns.ts";
import { rowReader } from "#lib/people/rules/import-rows.ts";

const now = Temporal.Instant.from("2026-02-01T09:00:00Z");
const empty = Object.fromEntries(columnNames.map((name) => [name, ""])) as Cells;

/** Rows of a list as they are read, from line 2 on; what a row does not say is empty. */
export function readAll(rows: readonly Partial<Cells>[]) {
  const readOne = rowReader({
    known: new Set(["known@example.org"]),
    counselors: new Map([
      ["ana@example.org", "ana"],
      ["ben@example.org", "ben"],
    ]),
    zone: "UTC",
    now,
    isEmail: (text) => email.safeParse(text).success,
  });
  return rows.map((cells, at) => readOne({ line: at + 2, cells: { ...empty, ...cells } }));
}

/** The same in one word a row: what it adds, or all that stands against it. Who is not named is a candidate of Ana's. */
export function read(...rows: readonly Partial<Cells>[]): string[] {
  const named = rows.map((cells, at) => ({
    name: "Nia",
    email: `nia${at}@example.org`,
    counselor: "ana@example.org",
    ...cells,
  }));
  return readAll(named).map(({ value, problems }) => {
    if (!value)
      return problems
        .map(({ column, problem, line }) => `${column} ${problem}${line === 0 ? "" : ` ${line}`}`)
        .join(", ");
    return [value.addsPerson ? "person" : null, value.interview ? "interview" : null]
      .filter((part) => part !== null)
      .join(", ");
  });
}
