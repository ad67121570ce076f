import type { Metadata } from "next";
import { BookingForm } from "#components/mocks/booking-form.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { getSlotsToBook } from "#lib/mocks/queries/slots.ts";
import { readChoice } from "#lib/mocks/rules/addresses.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Book a session" };

export default async function NewMockPage({ searchParams }: PageProps<"/practice/mocks/new">) {
  const viewer = await gate("/practice/mocks/new");
  const asked = await searchParams;
  const choice = readChoice(asked);
  const [month, form] = await Promise.all([
    getSlotsToBook(viewer, viewer.personId, choice, now()),
    keptForm(viewer, asked.kept),
  ]);
  const intro =
    month && `With ${month.counselor.name}. Choosing a time books it; you can move or cancel it later.`;
  return (
    <>
      <PageTitle back={{ href: "/practice", label: "Practice" }} intro={intro}>
        Book a {kindWords[choice.kind]}
      </PageTitle>
      {month ? (
        <BookingForm month={month} initial={form} postMortem={choice.postMortem} forCandidate />
      ) : (
        <EmptyState title="No counselor yet">
          Once the agency names one, their free times stand here.
        </EmptyState>
      )}
    </>
  );
}
