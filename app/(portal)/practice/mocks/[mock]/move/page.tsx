import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CannotMove } from "#components/mocks/cannot-move.tsx";
import { SlotForm } from "#components/mocks/slot-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { now } from "#lib/infra/clock.ts";
import { moveMockAction } from "#lib/mocks/actions.ts";
import { getSlotsToMove } from "#lib/mocks/queries/slots.ts";
import { weekFrom } from "#lib/mocks/rules/weeks.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { freshForm, gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Move a session" };

export default async function MoveMockPage({ params, searchParams }: PageProps<"/practice/mocks/[mock]/move">) {
  const viewer = await gate("/practice/mocks/[mock]/move");
  const [{ mock }, { week }] = await Promise.all([params, searchParams]);
  const session = isId(mock) ? await getSlotsToMove(viewer, mock, weekFrom(week), now()) : null;
  if (!session) notFound();
  const here = `/practice/mocks/${mock}`;
  const hidden = { mock: session.id, version: String(session.version) };
  return (
    <>
      <PageTitle back={{ href: here, label: "The session" }} intro={`Now: ${session.when}. Choosing a time moves it.`}>{`Move your ${kindWords[session.kind]}`}</PageTitle>
      {session.blocked ? (
        <CannotMove why={session.blocked} counselor={session.counselor} />
      ) : (
        <SlotForm action={moveMockAction} initial={freshForm()} month={session} hidden={hidden} path={`${here}/move`} verb="Move to" partner={session.counselor.name} forCandidate />
      )}
    </>
  );
}
