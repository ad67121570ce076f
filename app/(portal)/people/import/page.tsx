import type { Metadata } from "next";
import { ImportList } from "#components/people/import-list.tsx";
import { ColumnHelp, PreviewForm } from "#components/people/preview-form.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle, Section } from "#components/ui/page.tsx";
import { listImports } from "#lib/people/queries/import.ts";
import { peoplePageWords } from "#lib/people/words.ts";
import { importFlashes, importPageWords } from "#lib/people/words/import.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: importPageWords.title };

export default async function ImportPage({ searchParams }: PageProps<"/people/import">) {
  const viewer = await gate("/people/import");
  const [{ done, kept }, { now }] = await Promise.all([searchParams, thisSession()]);
  const [imports, form] = await Promise.all([listImports(viewer, now), keptForm(viewer, kept)]);
  const flash = flashFor(importFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={{ href: "/people", label: peoplePageWords.title }} intro={importPageWords.intro}>
        {importPageWords.title}
      </PageTitle>
      <PreviewForm initial={form} />
      <ColumnHelp />
      <Section title={importPageWords.earlier}>
        <ImportList imports={imports} />
      </Section>
    </>
  );
}
