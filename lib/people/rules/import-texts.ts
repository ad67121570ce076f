import { isCleanText } from "#lib/core/text.ts";
import type { InterviewFormat, Role, RoleFamily } from "#lib/infra/prisma/enums.ts";
import { columnNames } from "#lib/people/rules/import-columns.ts";
import type { Cells } from "#lib/people/rules/import-columns.ts";
import type { Problem, ReadRow, RowValue } from "#lib/people/rules/import-rows.ts";
import type { ImportColumn } from "#lib/people/words/import.ts";

/** How a row of a list is kept: JSON, and so without instants. */

/** What stands against it, and which cells look like formulas: codes and columns only. */
export type Remarks = { problems: Problem[]; formulas: ImportColumn[] };

/** The cells as they came, and as they were understood where nothing stands against them. */
export type RowTexts = {
  cells: Record<ImportColumn, string>;
  value:
    | (Pick<RowValue, "email" | "name" | "counselorId" | "addsPerson"> & {
        role: Exclude<Role, "guest">;
        interview: KeptInterview | null;
      })
    | null;
};

type KeptInterview = {
  employer: string;
  jobTitle: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  format: InterviewFormat;
  family: RoleFamily;
};

export function remarksOf({ problems, formulas }: ReadRow): Remarks {
  return { problems: [...problems], formulas: [...formulas] };
}

export function rowTexts({ cells, value }: ReadRow): RowTexts {
  const interview = value?.interview ?? null;
  return {
    cells: keptCells(cells),
    value: value && {
      ...value,
      interview: interview && {
        ...interview,
        startsAt: interview.startsAt.toString(),
        endsAt: interview.endsAt.toString(),
      },
    },
  };
}

/** Longest piece of a bad cell that is kept, in characters: enough to find it in the file. */
const keptLength = 500;

/** A cell that cannot be stored as it came (NUL above all) is kept with marks in its place, so that it is found again. */
function keptCells(cells: Cells): Record<ImportColumn, string> {
  const kept = columnNames.map((name) => {
    const cell = cells[name].slice(0, keptLength).toWellFormed();
    return [
      name,
      isCleanText(cell) ? cell : cell.replaceAll(/[\p{Cc}\p{Cs}\u202D\u202E]/gu, "\uFFFD"),
    ] as const;
  });
  return Object.fromEntries(kept) as Record<ImportColumn, string>;
}
