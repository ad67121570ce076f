import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BookableList } from "#components/mocks/bookable-list.tsx";
import { FocusField } from "#components/mocks/focus-field.tsx";
import { PrepLinks } from "#components/mocks/prep-links.tsx";
import { SlotForm } from "#components/mocks/slot-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { bookForCandidateAction } from "#lib/mocks/actions.ts";
import { listBookable } from "#lib/mocks/queries/sessions.ts";
import { getSlotsToBook } from "#lib/mocks/queries/slots.ts";
import { bookAddress, readChoice } from "#lib/mocks/rules/addresses.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Book a session" };

export default async function BookPage({ searchParams }: PageProps<"/calendar/book">) {
  const viewer = await gate("/calendar/book");
  const asked = await searchParams;
  const choice = readChoice(asked);
  const { candidate } = choice;
  const back = { href: "/calendar", label: "Calendar" };
  if (!candidate) return <><PageTitle back={back} intro="For whom?">Book a session</PageTitle><BookableList candidates={await listBookable(viewer, now())} /></>;
  const [month, form] = await Promise.all([getSlotsToBook(viewer, candidate, choice, now()), keptForm(viewer, asked.kept)]);
  if (!month) notFound();
  const path = (kind: "mock" | "prep", interview = "") => bookAddress("/calendar/book", { candidate, kind, interview });
  const hidden = { kind: month.kind, candidate, counselor: month.counselor.id, interview: month.interviewId ?? "" };
  return (
    <>
      <PageTitle back={back} intro={`A ${kindWords[month.kind]} with ${month.counselor.name}. Choosing a time books it; inside the notice too.`}>
        {`Book for ${month.candidate.name}`}
      </PageTitle>
      <PrepLinks kind={month.kind} interviewId={month.interviewId} interviews={month.interviews} path={path} />
      <SlotForm action={bookForCandidateAction} initial={form} month={month} hidden={hidden} path={path(month.kind, month.interviewId ?? "")} verb="Book" partner={month.candidate.name} forCandidate={false}>
        <FocusField />
      </SlotForm>
    </>
  );
}
