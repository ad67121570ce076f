import { EmptyState } from "#components/ui/notices.tsx";
import { RowLink } from "#components/ui/page.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { listImports } from "#lib/people/queries/import.ts";
import { importPageWords as words } from "#lib/people/words/import.ts";

/** The last lists with how far each is. */
export function ImportList({ imports }: { imports: Awaited<ReturnType<typeof listImports>> }) {
  if (imports.length === 0) return <EmptyState title={words.noEarlierTitle}>{words.noEarlier}</EmptyState>;
  return (
    <ul className="max-w-column rounded-md border border-line bg-raised">
      {imports.map(({ id, made, by, state, counts }) => (
        <RowLink
          key={id}
          href={`/people/import/${id}`}
          title={<Time {...made} />}
          aside={<Tag icon={state === "done" ? "done" : "open"}>{words.states[state]}</Tag>}
        >
          {words.by(by)}; {words.counts(counts.good, counts.bad)}
        </RowLink>
      ))}
    </ul>
  );
}
