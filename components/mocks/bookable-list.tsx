import { EmptyState } from "#components/ui/notices.tsx";
import { RowLink } from "#components/ui/page.tsx";
import { Time } from "#components/ui/words.tsx";
import type { listBookable } from "#lib/mocks/queries/sessions.ts";

/** Whom to book for. */
export function BookableList({ candidates }: { candidates: Awaited<ReturnType<typeof listBookable>> }) {
  if (candidates.length === 0) {
    return (
      <EmptyState title="No candidates yet">
        Whoever is assigned to you stands here, and can be booked in two clicks.
      </EmptyState>
    );
  }
  return (
    <ul className="max-w-column rounded-lg border border-line bg-raised">
      {candidates.map(({ id, name, next }) => (
        <RowLink key={id} href={`/calendar/book?candidate=${id}`} title={name}>
          {next ? (
            <>
              Next session <Time {...next} />
            </>
          ) : (
            "Nothing booked"
          )}
        </RowLink>
      ))}
    </ul>
  );
}
