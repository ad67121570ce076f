import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";

/** A copy of the last one, which is the usual way, or one from nothing; for admins. */
export function CreateLinks({ last, mayEdit }: { last: string | null; mayEdit: boolean }) {
  if (!mayEdit) return null;
  return (
    <>
      {last ? <ButtonLink href={`/workshops/new?copy=${last}`}>{pages.copyLast}</ButtonLink> : null}
      <ButtonLink href="/workshops/new" variant={last ? "quiet" : "primary"}>
        {pages.create}
      </ButtonLink>
    </>
  );
}

/** In place of the list: what will stand here, or that nothing is in this state. */
export function NoSessions({ isFirst, mayEdit }: { isFirst: boolean; mayEdit: boolean }) {
  if (!isFirst) return <EmptyState title={pages.noneTitle}>{pages.none}</EmptyState>;
  return (
    <EmptyState title={pages.emptyTitle} action={<CreateLinks last={null} mayEdit={mayEdit} />}>
      {pages.empty}
    </EmptyState>
  );
}
