import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BadRows } from "#components/people/bad-rows.tsx";
import { ImportStanding } from "#components/people/import-standing.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { Time } from "#components/ui/words.tsx";
import { getImport } from "#lib/people/queries/import.ts";
import { lineFrom } from "#lib/people/rules/import-states.ts";
import { encodingWords, importPageWords, oneImportWords, separatorWords } from "#lib/people/words/import.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: oneImportWords.title };

export default async function OneImportPage({ params, searchParams }: PageProps<"/people/import/[import]">) {
  const viewer = await gate("/people/import/[import]");
  const [{ import: id }, { after }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  const list = await getImport(viewer, id, { after: lineFrom(after), now });
  if (!list) notFound();
  const understood = oneImportWords.understood(encodingWords[list.encoding], separatorWords[list.separator]);
  return (
    <>
      <PageTitle
        back={{ href: "/people/import", label: importPageWords.title }}
        intro={
          <>
            <Time {...list.made} /> {importPageWords.by(list.by)}. {understood}
          </>
        }
      >
        {oneImportWords.title}
      </PageTitle>
      <ImportStanding list={list} confirming={freshForm()} takingBack={freshForm()} />
      <BadRows list={list} />
    </>
  );
}
