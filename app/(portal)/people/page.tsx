import type { Metadata } from "next";
import { PeopleTable } from "#components/people/people-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { listPeople } from "#lib/people/queries.ts";
import { peopleFlashes } from "#lib/people/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const viewer = await gate("/people");
  const { done, after } = await searchParams;
  const { now } = await thisSession();
  const { people, next } = await listPeople(viewer, {
    after: typeof after === "string" && isId(after) ? after : null,
    now,
  });
  const flash = flashFor(peopleFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle actions={<ButtonLink href="/people/invite">Invite somebody</ButtonLink>}>People</PageTitle>
      <PeopleTable people={people} self={viewer.personId} form={freshForm} />
      {next ? (
        <p className="mt-6">
          <ButtonLink href={`/people?after=${next}`} variant="quiet">
            More people
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
