import { EmptyState } from "#components/ui/notices.tsx";
import { RowLink } from "#components/ui/page.tsx";
import type { listShared } from "#lib/post-mortems/queries/audiences.ts";
import { formWords, sharingWords } from "#lib/post-mortems/words/form.ts";
import { sharedWords } from "#lib/post-mortems/words/audiences.ts";

/** What a candidate has finished, each with who may read it and the way to change that. */
export function SharedList({ shared }: { shared: Awaited<ReturnType<typeof listShared>> }) {
  if (shared.length === 0) return <EmptyState title={sharedWords.emptyTitle}>{sharedWords.empty}</EmptyState>;
  return (
    <ul className="rounded-md border border-line bg-raised">
      {shared.map(({ id, interview, employer, day, sharing, counselor }) => (
        <RowLink
          key={id}
          href={`/interviews/${interview}/post-mortem`}
          title={employer}
          aside={sharingWords[sharing].label}
        >
          {day}
          <span className="block">{sharingWords[sharing].meaning(counselor ?? formWords.yourCounselor)}</span>
        </RowLink>
      ))}
    </ul>
  );
}
