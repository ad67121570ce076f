import type { Metadata } from "next";
import { FocusField } from "#components/mocks/focus-field.tsx";
import { PrepLinks } from "#components/mocks/prep-links.tsx";
import { SlotForm } from "#components/mocks/slot-form.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { now } from "#lib/infra/clock.ts";
import { bookMockAction } from "#lib/mocks/actions.ts";
import { getSlotsToBook } from "#lib/mocks/queries/slots.ts";
import { bookAddress, readChoice } from "#lib/mocks/rules/addresses.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Book a session" };

export default async function NewMockPage({ searchParams }: PageProps<"/practice/mocks/new">) {
  const viewer = await gate("/practice/mocks/new");
  const asked = await searchParams;
  const choice = readChoice(asked);
  const [month, form] = await Promise.all([getSlotsToBook(viewer, viewer.personId, choice, now()), keptForm(viewer, asked.kept)]);
  const back = { href: "/practice", label: "Practice" };
  if (!month) return <><PageTitle back={back}>Book a session</PageTitle><EmptyState title="No counselor yet">Once the agency names one, their free times stand here.</EmptyState></>;
  const path = (kind: "mock" | "prep", interview = "") => bookAddress("/practice/mocks/new", { kind, interview, postMortem: choice.postMortem });
  const hidden = { kind: month.kind, candidate: viewer.personId, counselor: month.counselor.id, interview: month.interviewId ?? "", postMortem: choice.postMortem ?? "" };
  return (
    <>
      <PageTitle back={back} intro={`With ${month.counselor.name}. Choosing a time books it; you can move or cancel it later.`}>
        {`Book a ${kindWords[month.kind]}`}
      </PageTitle>
      <PrepLinks kind={month.kind} interviewId={month.interviewId} interviews={month.interviews} path={path} />
      <SlotForm action={bookMockAction} initial={form} month={month} hidden={hidden} path={path(month.kind, month.interviewId ?? "")} verb="Book" partner={month.counselor.name} forCandidate>
        <FocusField />
      </SlotForm>
    </>
  );
}
