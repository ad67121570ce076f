import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BookableList } from "#components/mocks/bookable-list.tsx";
import { BookingForm } from "#components/mocks/booking-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { listBookable } from "#lib/mocks/queries/sessions.ts";
import { getSlotsToBook } from "#lib/mocks/queries/slots.ts";
import { readChoice } from "#lib/mocks/rules/addresses.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Book a session" };

export default async function BookPage({ searchParams }: PageProps<"/calendar/book">) {
  const viewer = await gate("/calendar/book");
  const asked = await searchParams;
  const choice = readChoice(asked);
  const { candidate } = choice;
  const [month, form, people] = await Promise.all([
    candidate ? getSlotsToBook(viewer, candidate, choice, now()) : null,
    keptForm(viewer, asked.kept),
    candidate ? [] : listBookable(viewer, now()),
  ]);
  if (candidate && !month) notFound();
  const title = month ? `Book a ${kindWords[month.kind]} for ${month.candidate.name}` : "Book a session";
  const intro = month ? `With ${month.counselor.name}. Choosing a time books it.` : "For whom?";
  return (
    <>
      <PageTitle back={{ href: "/calendar", label: "Calendar" }} intro={intro}>
        {title}
      </PageTitle>
      {month ? (
        <BookingForm month={month} initial={form} postMortem={choice.postMortem} forCandidate={false} />
      ) : (
        <BookableList candidates={people} />
      )}
    </>
  );
}
