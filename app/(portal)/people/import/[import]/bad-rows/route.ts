import { stringify } from "csv-stringify/sync";
import { notFound } from "next/navigation";
import { listBadTexts } from "#lib/people/queries/import.ts";
import { columnNames } from "#lib/people/rules/import-columns.ts";
import { problemWords } from "#lib/people/rules/import-states.ts";
import { importColumns, oneImportWords } from "#lib/people/words/import.ts";
import { gate } from "#lib/web/session.ts";

/** The rows of a list that cannot come in, with why, as CSV in UTF-8: to mend and to bring again. Formulas are defused. */
export async function GET(_request: Request, { params }: RouteContext<"/people/import/[import]/bad-rows">) {
  const viewer = await gate("/people/import/[import]/bad-rows");
  const { import: id } = await params;
  const rows = await listBadTexts(viewer, id);
  if (!rows || rows.length === 0) notFound();
  const records = rows.map(({ line, problems, cells }) => {
    const why = problems.map(problemWords).map((told) => `${told.column}: ${told.why}`);
    return [line, why.join(" "), ...columnNames.map((name) => cells[name])];
  });
  const header = [
    oneImportWords.line,
    oneImportWords.why,
    ...columnNames.map((name) => importColumns[name].label),
  ];
  const text = stringify([header, ...records], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="rows-to-mend.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
