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

export default async function MoveForCandidatePage({
  params,
  searchParams,
}: PageProps<"/calendar/mocks/[mock]/move">) {
  const viewer = await gate("/calendar/mocks/[mock]/move");
  const [{ mock }, { week }] = await Promise.all([params, searchParams]);
  const session = isId(mock) ? await getSlotsToMove(viewer, mock, weekFrom(week), now()) : null;
  if (!session) notFound();
  const page = `/calendar/mocks/${mock}`;
  return (
    <>
      <PageTitle
        back={{ href: page, label: "The session" }}
        intro={`It is ${session.when} now. Choosing a time moves it.`}
      >
        Move the {kindWords[session.kind]} of {session.candidate.name}
      </PageTitle>
      <MoveForm session={session} initial={freshForm()} page={page} forCandidate={false} />
    </>
  );
}
