import { importColumns } from "#lib/people/words/import.ts";
import type { ImportColumn } from "#lib/people/words/import.ts";

/** One row of a list as it came: the text of each column that we know, "" where it is missing. */
export type Cells = Readonly<Record<ImportColumn, string>>;

export type Header = {
  /** Which of our columns stands at each place of the file; null for one that we do not know. */
  readonly columns: readonly (ImportColumn | null)[];
  /** Names in the first row that nobody knows, as they were written; they are left out. */
  readonly unknown: readonly string[];
  /** Columns without which no row can be read. */
  readonly missing: readonly ImportColumn[];
};

export const columnNames = Object.keys(importColumns) as ImportColumn[];

/** Columns that every list needs: who, and under which address. */
const needed: readonly ImportColumn[] = ["name", "email"];

/** The first row of a list, read tolerantly: capitals, spaces, dots and dashes do not matter. The first of two alike counts. */
export function readHeader(cells: readonly string[]): Header {
  const seen = new Set<ImportColumn>();
  const unknown: string[] = [];
  const columns = cells.map((cell) => {
    const found = columnNames.find((name) =>
      importColumns[name].spellings.some((spelling) => plain(spelling) === plain(cell)),
    );
    if (found === undefined || seen.has(found)) {
      if (cell.trim() !== "") unknown.push(cell.trim());
      return null;
    }
    seen.add(found);
    return found;
  });
  return { columns, unknown, missing: needed.filter((name) => !seen.has(name)) };
}

/** The cells of a row by the columns of the header. */
export function cellsOf(header: Header, row: readonly string[]): Cells {
  const cells = Object.fromEntries(columnNames.map((name) => [name, ""])) as Record<ImportColumn, string>;
  header.columns.forEach((name, at) => {
    if (name !== null) cells[name] = row[at] ?? "";
  });
  return cells;
}

/** Whether a cell would be taken for a formula by a spreadsheet (quality.md, "Files to take away"). */
export function looksLikeFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell);
}

function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[’']s\b/g, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
