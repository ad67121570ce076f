import { CsvError, parse } from "csv-parse/sync";
import type { Info } from "csv-parse/sync";
import { activeStaff } from "#lib/accounts/policy.ts";
import { email } from "#lib/accounts/schema.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { withPlainLineEnds } from "#lib/core/text.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Db } from "#lib/infra/db.ts";
import type { ImportSeparator } from "#lib/infra/prisma/enums.ts";
import { cellsOf, readHeader } from "#lib/people/rules/import-columns.ts";
import type { Cells } from "#lib/people/rules/import-columns.ts";
import { separatorIn, separatorOf } from "#lib/people/rules/import-decoding.ts";
import { rowReader } from "#lib/people/rules/import-rows.ts";
import type { ReadRow, RowFacts } from "#lib/people/rules/import-rows.ts";
import { importLimits } from "#lib/people/words/import.ts";

export type ReadList = {
  readonly separator: ImportSeparator;
  readonly rows: readonly { line: number; cells: Cells }[];
};

type ListRefusal = "quotes" | "no_header" | "empty" | "too_many";

/**
 * A list cut into rows and cells, each row with the line on which it begins; empty rows are left out. Refuses `quotes` where
 * it cannot be told where cells end, `no_header` without the columns Name and Address, `empty`, `too_many` (10,000 rows).
 */
export function readList(typed: string): Result<ReadList, ListRefusal> {
  const text = withPlainLineEnds(typed);
  const separator = separatorIn(text);
  const records = recordsOf(text, separatorOf[separator]);
  if (records === null) return refuse("quotes");
  const [first, ...rest] = records.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  const header = readHeader(first?.record ?? []);
  if (!first || header.missing.length > 0) return refuse("no_header");
  if (rest.length === 0) return refuse("empty");
  if (rest.length > importLimits.rows) return refuse("too_many");
  return ok({ separator, rows: rest.map(({ line, record }) => ({ line, cells: cellsOf(header, record) })) });
}

function recordsOf(text: string, delimiter: string): { line: number; record: string[] }[] | null {
  try {
    const parsed = parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      info: true,
    }) as unknown as { info: Info; record: string[] }[];
    // `lines` counts up to where a record ends, so the next one begins on the line after.
    return parsed.map(({ record }, at) => ({ line: (parsed[at - 1]?.info.lines ?? 0) + 1, record }));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** Rows that are read in one go: a few milliseconds, between which others are answered. */
const together = 100;

/** Every row of a list, read against who is here now. Two statements; pages are answered between its rows. */
export async function readRowsOf(db: Db, actor: Viewer, list: ReadList, now: Instant): Promise<ReadRow[]> {
  const readOne = rowReader(await rowFacts(db, actor, list, now));
  const read: ReadRow[] = [];
  for (let from = 0; from < list.rows.length; from += together) {
    read.push(...list.rows.slice(from, from + together).map(readOne));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return read;
}

/** Who is here already of those whom the list names, and who counsels. Two statements. */
async function rowFacts(db: Db, actor: Viewer, { rows }: ReadList, now: Instant): Promise<RowFacts> {
  const addresses = [...new Set(rows.map(({ cells }) => cells.email.trim().toLowerCase()))];
  // A guest is no reason against a row, or anybody could keep an address out by typing it on the public page.
  // As one parameter: a list of thousands would be more than a statement takes.
  const known = await db.$queryRaw<{ email: string }[]>`
    SELECT email FROM people WHERE role <> 'guest' AND email = ANY (${addresses.filter((one) => !one.includes("\0"))}::text[])`;
  const counselors = await db.person.findMany({
    where: activeStaff,
    select: { id: true, email: true },
  });
  return {
    known: new Set(known.map((row) => row.email)),
    counselors: new Map(counselors.map((row) => [row.email, row.id])),
    zone: actor.timeZone,
    now,
    isEmail: (text) => email.safeParse(text).success,
  };
}

/** How many people a list would add. */
export function peopleIn(rows: readonly ReadRow[]): number {
  return rows.filter(({ value }) => value?.addsPerson).length;
}
