import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeWorkshopForm } from "#components/workshops/workshop-forms.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { gate, keptForm } from "#lib/web/session.ts";
import { getWorkshopToChange } from "#lib/workshops/queries/forms.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";

export const metadata: Metadata = { title: pages.changeTitle };

export default async function ChangeWorkshopPage({
  params,
  searchParams,
}: PageProps<"/workshops/[workshop]/change">) {
  const viewer = await gate("/workshops/[workshop]/change");
  const [{ workshop: id }, { kept }] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const [form, initial] = await Promise.all([getWorkshopToChange(viewer, id), keptForm(viewer, kept)]);
  if (!form) notFound();
  return (
    <>
      <PageTitle back={{ href: `/workshops/${id}`, label: form.title }} intro={pages.changeIntro}>
        {pages.changeTitle}
      </PageTitle>
      <ChangeWorkshopForm form={form} initial={initial} />
    </>
  );
}
