import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WorkshopActs, WorkshopFacts, WorkshopLinks } from "#components/workshops/workshop-facts.tsx";
import { SessionList } from "#components/workshops/session-list.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle, Section, TextLink } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";
import { getWorkshop } from "#lib/workshops/queries/workshop.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";
import { workshopFlashes } from "#lib/workshops/words/staff.ts";

export const metadata: Metadata = { title: "Workshop" };

export default async function WorkshopPage({ params, searchParams }: PageProps<"/workshops/[workshop]">) {
  const viewer = await gate("/workshops/[workshop]");
  const [{ workshop: id }, { done, kept }, { now }] = await Promise.all([
    params,
    searchParams,
    thisSession(),
  ]);
  if (!isId(id)) notFound();
  const [workshop, form] = await Promise.all([getWorkshop(viewer, id, now), keptForms(viewer, kept)]);
  if (!workshop) notFound();
  const flash = flashFor(workshopFlashes, done);
  const add =
    workshop.mayEdit && workshop.state !== "cancelled" ? (
      <TextLink href={`/workshops/${id}/add`}>{pages.addSession}</TextLink>
    ) : null;
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={{ href: "/workshops", label: pages.title }}
        actions={<WorkshopLinks workshop={workshop} />}
      >
        {workshop.title}
      </PageTitle>
      <div className="max-w-column">
        <WorkshopFacts workshop={workshop} />
        <Section title={pages.sessions} action={add}>
          <SessionList sessions={workshop.sessions} to="roster" />
        </Section>
        <WorkshopActs workshop={workshop} form={form} />
      </div>
    </>
  );
}
