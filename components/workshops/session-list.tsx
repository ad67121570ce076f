import { FilterLinks } from "#components/ui/filter-links.tsx";
import { RowLink } from "#components/ui/page.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { ListedSession } from "#lib/workshops/queries/staff.ts";
import { fillInWords } from "#lib/workshops/rules/fill.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";
import { sessionFilters, workshopKindWords } from "#lib/workshops/words/staff.ts";
import type { SessionFilter } from "#lib/workshops/words/staff.ts";

/** The states that the list can be narrowed to. */
export function SessionFilters({ current }: { current: SessionFilter }) {
  const filters = Object.entries(sessionFilters).map(([key, label]) => ({
    key,
    label,
    href: key === "coming" ? "/workshops" : `/workshops?show=${key}`,
  }));
  return <FilterLinks label={pages.filters} filters={filters} current={current} />;
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
