import { ButtonLink } from "#components/ui/button.tsx";
import type { DeskRow } from "#lib/desk/queries/desk.ts";
import { neighboursOf } from "#lib/desk/rules.ts";
import { deskWords } from "#lib/desk/words.ts";

/** To the pages before and after this one in the order of the desk. */
export function NeighbourLinks({ rows, here }: { rows: DeskRow[]; here: string }) {
  const hrefs = rows.map((row) => row.href);
  const { previous, next } = neighboursOf(hrefs, here);
  return (
    <>
      {previous ? (
        <ButtonLink href={previous} variant="quiet" size="small">
          {deskWords.previous}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next} variant="quiet" size="small">
          {deskWords.next}
        </ButtonLink>
      ) : null}
    </>
  );
}
