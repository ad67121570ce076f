import type { Metadata } from "next";
import { DeskList } from "#components/desk/desk-list.tsx";
import { KeyHelp } from "#components/ui/key-help.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { deskFlashes, deskWords } from "#lib/desk/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage({ searchParams }: PageProps<"/desk">) {
  const viewer = await gate("/desk");
  const [{ done }, { now }] = await Promise.all([searchParams, thisSession()]);
  const flash = flashFor(deskFlashes, done);
  const { rows, isCut } = await listDesk(viewer, now);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle intro={deskWords.intro} actions={<KeyHelp row="row" />}>
        {deskWords.title}
      </PageTitle>
      <DeskList rows={rows} isCut={isCut} form={freshForm} />
    </>
  );
}
