import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Others, RosterSearch } from "#components/workshops/door.tsx";
import { Roster } from "#components/workshops/roster.tsx";
import { RosterFoot, RosterHead, SessionLinks } from "#components/workshops/roster-frame.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate, keptForms, thisSession } from "#lib/web/session.ts";
import { getRoster } from "#lib/workshops/queries/roster.ts";
import { searchOf } from "#lib/workshops/rules/search.ts";
import { rosterFlashes } from "#lib/workshops/words/roster.ts";
import { workshopFlashes } from "#lib/workshops/words/staff.ts";

export const metadata: Metadata = { title: "Roster" };

export default async function RosterPage({
  params,
  searchParams,
}: PageProps<"/workshops/sessions/[session]">) {
  const viewer = await gate("/workshops/sessions/[session]");
  const [{ session: id }, { done, q, after, all, kept }, { now }] = await Promise.all([
    params,
    searchParams,
    thisSession(),
  ]);
  if (!isId(id)) notFound();
  const search = searchOf(q);
  const from = typeof after === "string" && isId(after) ? after : null;
  const [roster, form] = await Promise.all([
    getRoster(viewer, id, { search, after: from, all: all !== undefined, now }),
    keptForms(viewer, kept),
  ]);
  if (!roster) notFound();
  const { session } = roster;
  const flash = flashFor({ ...workshopFlashes, ...rosterFlashes }, done);
  const back = { href: `/workshops/${session.workshopId}`, label: session.title };
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={back} actions={<SessionLinks roster={roster} />}>
        {session.when.label}
      </PageTitle>
      <div className="max-w-column space-y-6">
        <RosterHead roster={roster} />
        {session.fill ? <RosterSearch search={search} /> : null}
        {session.fill ? <Roster roster={roster} search={search} form={freshForm} /> : null}
        <RosterFoot roster={roster} search={search} form={form} />
        <Others roster={roster} session={id} search={search} form={form} />
      </div>
    </>
  );
}
