import type { Metadata } from "next";
import { DeskList } from "#components/desk/desk-list.tsx";
import { KeyHelp } from "#components/ui/key-help.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { deskWords } from "#lib/desk/words.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage() {
  const viewer = await gate("/desk");
  const { now } = await thisSession();
  const { rows, isCut } = await listDesk(viewer, now);
  return (
    <>
      <PageTitle intro={deskWords.intro} actions={<KeyHelp row="row" />}>
        {deskWords.title}
      </PageTitle>
      <DeskList rows={rows} isCut={isCut} />
    </>
  );
}
