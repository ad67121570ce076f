import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreateLinks, NoSessions } from "#components/workshops/create-links.tsx";
import { SessionFilters, SessionList } from "#components/workshops/session-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { KeyHelp } from "#components/ui/key-help.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { gate, thisSession } from "#lib/web/session.ts";
import { listSessions } from "#lib/workshops/queries/staff.ts";
import { filterOf } from "#lib/workshops/rules/filters.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";

export const metadata: Metadata = { title: pages.title };

export default async function WorkshopsPage({ searchParams }: PageProps<"/workshops">) {
  const viewer = await gate("/workshops");
  const [{ show, after }, { now }] = await Promise.all([searchParams, thisSession()]);
  const filter = filterOf(show);
  const from = typeof after === "string" && isId(after) ? after : null;
  const listed = await listSessions(viewer, { filter, after: from, now });
  if (!listed) notFound();
  const { sessions, next, last, mayEdit } = listed;
  const actions = (
    <>
      <KeyHelp row="session" />
      <CreateLinks last={last} mayEdit={mayEdit} />
    </>
  );
  return (
    <>
      <PageTitle intro={pages.intro} actions={actions}>
        {pages.title}
      </PageTitle>
      <SessionFilters current={filter} />
      {sessions.length > 0 ? (
        <SessionList sessions={sessions} to="workshop" />
      ) : (
        <NoSessions isFirst={last === null && filter === "coming"} mayEdit={mayEdit} />
      )}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={`/workshops?show=${filter}&after=${next}`} variant="quiet">
            {pages.more}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
