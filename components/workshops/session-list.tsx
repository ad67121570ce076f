import Link from "next/link";
import { RowLink } from "#components/ui/page.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { ListedSession } from "#lib/workshops/queries/staff.ts";
import { fillInWords } from "#lib/workshops/rules/fill.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";
import { sessionFilters, workshopKindWords } from "#lib/workshops/words/staff.ts";
import type { SessionFilter } from "#lib/workshops/words/staff.ts";

/** The states that the list can be narrowed to; the address is the state. */
export function SessionFilters({ current }: { current: SessionFilter }) {
  return (
    <nav aria-label={pages.filters} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {Object.entries(sessionFilters).map(([filter, label]) => (
          <li key={filter}>
            <Link
              href={filter === "coming" ? "/workshops" : `/workshops?show=${filter}`}
              aria-current={filter === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-4 text-sm sm:min-h-9 ${
                filter === current
                  ? "border-accent bg-accent-tint font-semibold text-accent"
                  : "border-edge bg-raised hover:bg-sunken"
              }`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type SessionListProps = {
  sessions: ListedSession[];
  /** Where a row leads: the workshop from the list, the session's roster from the workshop's page. */
  to: "workshop" | "roster";
};

/** Sessions by time, each with how full it is in words. */
export function SessionList({ sessions, to }: SessionListProps) {
  return (
    <ul className="rounded-lg border border-line bg-raised">
      {sessions.map((session) => (
        <RowLink
          key={session.id}
          href={to === "roster" ? `/workshops/sessions/${session.id}` : `/workshops/${session.workshopId}`}
          title={to === "roster" ? <Time {...session.when} /> : session.title}
          aside={<SessionTag session={session} />}
        >
          {to === "roster" ? null : (
            <p>
              {workshopKindWords[session.kind]}, <Time {...session.when} />
            </p>
          )}
          {session.atVenue ? <p>{session.atVenue.full}</p> : null}
          <p>
            {session.area}; {fillInWords(session.fill)}
          </p>
        </RowLink>
      ))}
    </ul>
  );
}

/** What stands out about a session: that it is a draft, cancelled, or held elsewhere. */
export function SessionTag({ session }: { session: Pick<ListedSession, "phase" | "isDraft"> }) {
  if (session.phase === "cancelled") return <Tag icon="cancelled">{pages.cancelledTag}</Tag>;
  if (session.isDraft) return <Tag icon="draft">{pages.draftTag}</Tag>;
  if (session.phase === "elsewhere") return <Tag icon="send">{pages.elsewhereTag}</Tag>;
  return null;
}
