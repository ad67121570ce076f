import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SessionFacts } from "#components/mocks/session-facts.tsx";
import { OwnChanges } from "#components/mocks/session-changes.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { now } from "#lib/infra/clock.ts";
import { getMock } from "#lib/mocks/queries/sessions.ts";
import { mockFlashes } from "#lib/mocks/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Session" };

export default async function MockPage({ params, searchParams }: PageProps<"/practice/mocks/[mock]">) {
  const viewer = await gate("/practice/mocks/[mock]");
  const [{ mock }, { done }] = await Promise.all([params, searchParams]);
  const session = isId(mock) ? await getMock(viewer, mock, now()) : null;
  if (!session) notFound();
  const flash = flashFor(mockFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={{ href: "/practice", label: "Practice" }}>{session.title}</PageTitle>
      <SessionFacts session={session} partner={session.counselor.name} />
      {session.isOpen ? <OwnChanges session={session} cancelling={freshForm()} /> : null}
    </>
  );
}
