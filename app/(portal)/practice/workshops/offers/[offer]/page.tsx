import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeatFacts } from "#components/workshops/seat-facts.tsx";
import { AnswerOffer } from "#components/workshops/seat-forms.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { now } from "#lib/infra/clock.ts";
import { freshForm, gate } from "#lib/web/session.ts";
import { getOffer } from "#lib/workshops/queries/candidate.ts";
import { offerEndWords, seatPages } from "#lib/workshops/words/seats.ts";

export const metadata: Metadata = { title: seatPages.offerTitle };

export default async function OfferPage({
  params,
  searchParams,
}: PageProps<"/practice/workshops/offers/[offer]">) {
  const viewer = await gate("/practice/workshops/offers/[offer]");
  const [{ offer: id }, { answer }] = await Promise.all([params, searchParams]);
  const offer = isId(id) ? await getOffer(viewer, id, now()) : null;
  if (!offer) notFound();
  const { session, isOpen, endedAs } = offer;
  return (
    <>
      <PageTitle back={{ href: "/practice/workshops", label: seatPages.title }}>
        {isOpen ? seatPages.offerTitle : seatPages.offerOver}
      </PageTitle>
      {isOpen && session.offer ? (
        <AnswerOffer session={session} offer={session.offer} form={freshForm} no={answer === "no"} />
      ) : (
        <div className="space-y-4">
          <p>{offerEndWords[endedAs ?? "withdrawn"]}</p>
          <ButtonLink href={`/practice/workshops/${session.id}`}>{seatPages.see}</ButtonLink>
        </div>
      )}
      <h2 className="mt-8 mb-3 font-serif text-xl font-semibold wrap-anywhere">{session.title}</h2>
      <SeatFacts session={session} />
    </>
  );
}
