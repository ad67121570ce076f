import type { ReactNode } from "react";

type Column = {
  key: string;
  label: string;
  /** Numbers stand at the right edge. */
  numeric?: boolean;
};
type Row = {
  key: string;
  /** One cell a column, in their order; null where there is nothing to show. The first names the row. */
  cells: ReactNode[];
};

/**
 * A table like in a book; on the phone every row becomes a block with the column's word before each value.
 * The roles are written out because a table that is displayed as blocks loses them.
 */
export function Table({ caption, columns, rows }: { caption: string; columns: Column[]; rows: Row[] }) {
  return (
    <table role="table" className="block w-full text-sm sm:table">
      <caption className="block pb-2 text-left text-quiet sm:table-caption">{caption}</caption>
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="border-b border-edge">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={`py-2 pr-4 align-bottom font-semibold last:pr-0 ${column.numeric ? "text-right" : "text-left"}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.key}
            role="row"
            className="block border-b border-line py-2 last:border-b-0 sm:table-row sm:py-0 print:break-inside-avoid"
          >
            {columns.map((column, at) => (
              <BodyCell key={column.key} column={column} first={at === 0}>
                {row.cells[at]}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BodyCell({ column, first, children }: { column: Column; first: boolean; children: ReactNode }) {
  // On the phone a word without a value beside it would only be read in vain.
  const shown = children === null ? "max-sm:hidden" : "flex justify-between gap-4";
  const look = `${shown} py-0.5 font-normal sm:table-cell sm:py-2.5 sm:pr-4 sm:align-top sm:last:pr-0 ${column.numeric ? "tabular-nums sm:text-right" : "sm:text-left"}`;
  const value = (
    <div
      className={
        first ? "min-w-0 font-semibold" : `min-w-0 text-right ${column.numeric ? "" : "sm:text-left"}`
      }
    >
      {children}
    </div>
  );
  if (first)
    return (
      <th role="rowheader" scope="row" className={look}>
        {value}
      </th>
    );
  return (
    <td role="cell" className={look}>
      <span aria-hidden className="text-quiet sm:hidden">
        {column.label}
      </span>
      {value}
    </td>
  );
}
