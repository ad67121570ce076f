import { RowLink } from "#components/ui/page.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { listOwnSessions } from "#lib/mocks/queries/sessions.ts";

type Sessions = Awaited<ReturnType<typeof listOwnSessions>>["coming"];

/** A candidate's sessions, one a row. */
export function SessionList({ sessions }: { sessions: Sessions }) {
  return (
    <ul className="rounded-lg border border-line bg-raised">
      {sessions.map(({ id, title, counselor, when, isCancelled }) => (
        <RowLink
          key={id}
          href={`/practice/mocks/${id}`}
          title={title}
          aside={isCancelled ? <Tag icon="cancelled">Cancelled</Tag> : undefined}
        >
          <Time {...when} /> with {counselor}
        </RowLink>
      ))}
    </ul>
  );
}
