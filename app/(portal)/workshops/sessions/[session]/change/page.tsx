import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeSessionForm } from "#components/workshops/workshop-forms.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";
import { getSessionToChange } from "#lib/workshops/queries/forms.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";

export const metadata: Metadata = { title: pages.changeSession };

export default async function ChangeSessionPage({
  params,
  searchParams,
}: PageProps<"/workshops/sessions/[session]/change">) {
  const viewer = await gate("/workshops/sessions/[session]/change");
  const [{ session: id }, { kept }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  if (!isId(id)) notFound();
  const [form, initial] = await Promise.all([getSessionToChange(viewer, id, now), keptForm(viewer, kept)]);
  if (!form) notFound();
  return (
    <>
      <PageTitle
        back={{ href: `/workshops/sessions/${id}`, label: pages.roster }}
        intro={pages.changeSessionIntro}
      >
        {form.workshop.title}
      </PageTitle>
      <ChangeSessionForm form={form} initial={initial} />
    </>
  );
}
