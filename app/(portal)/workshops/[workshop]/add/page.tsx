import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddSessionForm } from "#components/workshops/workshop-forms.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";
import { getSessionToAdd } from "#lib/workshops/queries/forms.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";

export const metadata: Metadata = { title: pages.addSession };

export default async function AddSessionPage({
  params,
  searchParams,
}: PageProps<"/workshops/[workshop]/add">) {
  const viewer = await gate("/workshops/[workshop]/add");
  const [{ workshop: id }, { kept }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  if (!isId(id)) notFound();
  const [form, initial] = await Promise.all([getSessionToAdd(viewer, id, now), keptForm(viewer, kept)]);
  if (!form) notFound();
  return (
    <>
      <PageTitle back={{ href: `/workshops/${id}`, label: form.title ?? pages.title }}>
        {pages.addSession}
      </PageTitle>
      <AddSessionForm form={form} initial={initial} workshop={id} />
    </>
  );
}
