import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MoveForm } from "#components/mocks/move-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { now } from "#lib/infra/clock.ts";
import { getSlotsToMove } from "#lib/mocks/queries/slots.ts";
import { weekFrom } from "#lib/mocks/rules/weeks.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { freshForm, gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Move a session" };

export default async function MoveMockPage({
  params,
  searchParams,
}: PageProps<"/practice/mocks/[mock]/move">) {
  const viewer = await gate("/practice/mocks/[mock]/move");
  const [{ mock }, { week }] = await Promise.all([params, searchParams]);
  const session = isId(mock) ? await getSlotsToMove(viewer, mock, weekFrom(week), now()) : null;
  if (!session) notFound();
  const page = `/practice/mocks/${mock}`;
  return (
    <>
      <PageTitle
        back={{ href: page, label: "The session" }}
        intro={`It is ${session.when} now. Choosing a time moves it.`}
      >
        Move your {kindWords[session.kind]}
      </PageTitle>
      <MoveForm session={session} initial={freshForm()} page={page} forCandidate />
    </>
  );
}
