import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreateWorkshopForm } from "#components/workshops/workshop-forms.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";
import { getNewWorkshop } from "#lib/workshops/queries/forms.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";

export const metadata: Metadata = { title: pages.newTitle };

export default async function NewWorkshopPage({ searchParams }: PageProps<"/workshops/new">) {
  const viewer = await gate("/workshops/new");
  const [{ copy, kept }, { now }] = await Promise.all([searchParams, thisSession()]);
  const copyOf = typeof copy === "string" && isId(copy) ? copy : null;
  const [form, initial] = await Promise.all([getNewWorkshop(viewer, copyOf, now), keptForm(viewer, kept)]);
  if (!form) notFound();
  return (
    <>
      <PageTitle back={{ href: "/workshops", label: pages.title }} intro={pages.newIntro}>
        {form.title === null ? pages.newTitle : `${pages.copyTitle} ${form.title}`}
      </PageTitle>
      <CreateWorkshopForm form={form} initial={initial} />
    </>
  );
}
