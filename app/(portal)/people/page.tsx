import type { Metadata } from "next";
import { NobodyFound, PeopleFilterForm } from "#components/people/people-filter.tsx";
import { PeopleTable } from "#components/people/people-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { listCounselors, listPeople } from "#lib/people/queries.ts";
import { peopleAddress, peopleFilterFrom } from "#lib/people/rules/filters.ts";
import { peopleFlashes, peoplePageWords } from "#lib/people/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: peoplePageWords.title };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const viewer = await gate("/people");
  const [{ done, after, ...typed }, { now }] = await Promise.all([searchParams, thisSession()]);
  const filter = peopleFilterFrom(typed);
  const place = { filter, after: typeof after === "string" && isId(after) ? after : null, now };
  const [{ people, next }, counselors] = await Promise.all([
    listPeople(viewer, place),
    listCounselors(viewer),
  ]);
  const flash = flashFor(peopleFlashes, done);
  const actions = (
    <>
      <ButtonLink href="/people/invite">{peoplePageWords.invite}</ButtonLink>
      <ButtonLink href="/people/import" variant="quiet">
        {peoplePageWords.inviteMany}
      </ButtonLink>
    </>
  );
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle actions={actions}>{peoplePageWords.title}</PageTitle>
      <PeopleFilterForm filter={filter} counselors={counselors} />
      {people.length === 0 ? <NobodyFound /> : <PeopleTable people={people} form={freshForm} />}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={peopleAddress(filter, next)} variant="quiet">
            {peoplePageWords.more}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
