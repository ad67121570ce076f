import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeatFacts } from "#components/workshops/seat-facts.tsx";
import { SeatFlash } from "#components/workshops/seat-flash.tsx";
import { SeatForms } from "#components/workshops/seat-forms.tsx";
import { PageTitle, TextLink } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { now } from "#lib/infra/clock.ts";
import { informationalWords } from "#lib/mocks/words.ts";
import { freshForm, gate } from "#lib/web/session.ts";
import { getSession } from "#lib/workshops/queries/candidate.ts";
import { seatPages } from "#lib/workshops/words/seats.ts";

export const metadata: Metadata = { title: seatPages.title };

export default async function WorkshopPage({
  params,
  searchParams,
}: PageProps<"/practice/workshops/[session]">) {
  const viewer = await gate("/practice/workshops/[session]");
  const [{ session: id }, { done }] = await Promise.all([params, searchParams]);
  const session = isId(id) ? await getSession(viewer, id, now()) : null;
  if (!session) notFound();
  return (
    <>
      <SeatFlash done={done} session={session} form={freshForm} />
      <PageTitle back={{ href: "/practice/workshops", label: seatPages.title }}>
        <span className="wrap-anywhere">{session.title}</span>
      </PageTitle>
      <SeatFacts session={session} />
      <div className="mt-6">
        <SeatForms session={session} form={freshForm} />
      </div>
      {session.hasTalks ? (
        <p className="mt-6">
          <TextLink href={`/practice/workshops/${session.id}/talks`}>{informationalWords.title}</TextLink>
        </p>
      ) : null}
    </>
  );
}
