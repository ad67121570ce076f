import { ButtonLink } from "#components/ui/button.tsx";
import { deskWords } from "#lib/desk/words.ts";

/** To the pages before and after this one in the order of the desk. */
export function NeighbourLinks({ previous, next }: { previous: string | null; next: string | null }) {
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
