import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonChanges } from "#components/people/person-changes.tsx";
import { PersonFacts } from "#components/people/person-facts.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listCounselors } from "#lib/people/queries.ts";
import { getPerson } from "#lib/people/queries/person.ts";
import { peopleFlashes, peoplePageWords } from "#lib/people/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForms, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params, searchParams }: PageProps<"/people/[person]">) {
  const viewer = await gate("/people/[person]");
  const [{ person: id }, { done, kept }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  const [person, counselors, forms] = await Promise.all([
    getPerson(viewer, id, now),
    listCounselors(viewer),
    keptForms(viewer, kept),
  ]);
  if (!person) notFound();
  const flash = flashFor(peopleFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={{ href: "/people", label: peoplePageWords.title }}>{person.name}</PageTitle>
      <PersonFacts person={person} />
      <PersonChanges
        person={person}
        counselors={counselors}
        forms={forms}
        isSelf={person.id === viewer.personId}
      />
    </>
  );
}
