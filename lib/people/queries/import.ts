import { stamp } from "#lib/core/format.ts";
import { isId } from "#lib/core/id.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { importState } from "#lib/people/rules/import-states.ts";
import type { Remarks, RowTexts } from "#lib/people/rules/import-texts.ts";

/** Bad rows a page. */
const pageSize = 50;
/** Lists that are shown. */
const listed = 50;

type Counts = {
  good: number;
  bad: number;
  settled: number;
  people: number;
  interviews: number;
  formulas: number;
  texts: number;
};

/** How many rows of each kind a list has; `people` and `interviews` of the good ones, `texts` of the bad ones that are kept. */
async function countRows(ids: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await pagesDb().$queryRaw<(Counts & { id: string })[]>`
    SELECT import_id AS id,
      count(*) FILTER (WHERE is_good)::int AS good,
      count(*) FILTER (WHERE NOT is_good)::int AS bad,
      count(*) FILTER (WHERE is_good AND settled_at IS NOT NULL)::int AS settled,
      count(*) FILTER (WHERE is_good AND adds_person)::int AS people,
      count(*) FILTER (WHERE is_good AND adds_interview)::int AS interviews,
      count(*) FILTER (WHERE jsonb_array_length(remarks -> 'formulas') > 0)::int AS formulas,
      count(*) FILTER (WHERE NOT is_good AND texts IS NOT NULL)::int AS texts
    FROM people_import_rows WHERE import_id = ANY (${ids}::uuid[]) GROUP BY import_id`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

const none: Counts = { good: 0, bad: 0, settled: 0, people: 0, interviews: 0, formulas: 0, texts: 0 };

const importSelect = {
  id: true,
  madeAt: true,
  encoding: true,
  separator: true,
  confirmedAt: true,
  takenBackAt: true,
  endedAt: true,
  madeBy: { select: { name: true } },
} satisfies Prisma.PeopleImportSelect;

type ImportRow = Prisma.PeopleImportGetPayload<{ select: typeof importSelect }>;

function shown(row: ImportRow, counts: Counts, viewer: Viewer, now: Instant) {
  return {
    id: row.id,
    encoding: row.encoding,
    separator: row.separator,
    state: importState(row),
    made: stamp(instantOf(row.madeAt), viewer.timeZone, now),
    by: row.madeBy.name,
    counts,
  };
}

/** The last lists, newest first, with how far each is. For admins. Two statements. */
export async function listImports(viewer: Viewer, now: Instant) {
  if (viewer.role !== "admin") return [];
  const rows = await pagesDb().peopleImport.findMany({
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    take: listed,
    relationLoadStrategy: "join",
    select: importSelect,
  });
  const counts = rows.length === 0 ? new Map<string, Counts>() : await countRows(rows.map(({ id }) => id));
  return rows.map((row) => shown(row, counts.get(row.id) ?? none, viewer, now));
}

/**
 * One list with how far it is, and a page of the rows that cannot come in, after the line `after`. Null for who is no admin
 * and for a list that is not there. Three statements.
 */
export async function getImport(viewer: Viewer, id: string, { after, now }: { after: number; now: Instant }) {
  if (viewer.role !== "admin" || !isId(id)) return null;
  const row = await pagesDb().peopleImport.findUnique({
    where: { id },
    relationLoadStrategy: "join",
    select: importSelect,
  });
  if (!row) return null;
  const [counts, bad] = await Promise.all([countRows([id]), listBadRows(id, after)]);
  const page = bad.slice(0, pageSize);
  return {
    ...shown(row, counts.get(row.id) ?? none, viewer, now),
    bad: page.map(({ line, remarks }) => ({ line, problems: (remarks as Remarks).problems })),
    next: bad.length > pageSize ? (page.at(-1)?.line ?? null) : null,
  };
}

function listBadRows(importId: string, after: number) {
  return pagesDb().peopleImportRow.findMany({
    where: { importId, isGood: false, line: { gt: after } },
    orderBy: { line: "asc" },
    take: pageSize + 1,
    select: { line: true, remarks: true },
  });
}

/** All bad rows of a list with their cells, for the file to take away; empty once they are forgotten. Null as `getImport`. */
export async function listBadTexts(viewer: Viewer, importId: string) {
  if (viewer.role !== "admin" || !isId(importId)) return null;
  const found = await pagesDb().peopleImport.findUnique({
    where: { id: importId },
    select: {
      rows: {
        where: { isGood: false },
        orderBy: { line: "asc" },
        select: { line: true, remarks: true, texts: true },
      },
    },
  });
  return (
    found &&
    found.rows.flatMap(({ line, remarks, texts }) =>
      texts === null
        ? []
        : [{ line, problems: (remarks as Remarks).problems, cells: (texts as RowTexts).cells }],
    )
  );
}
