import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Attendance } from "#components/mocks/attendance.tsx";
import { CandidateLink, SessionFacts } from "#components/mocks/session-facts.tsx";
import { StaffChanges } from "#components/mocks/session-changes.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { isId } from "#lib/core/id.ts";
import { now } from "#lib/infra/clock.ts";
import { getMock } from "#lib/mocks/queries/sessions.ts";
import { mockFlashes } from "#lib/mocks/words.ts";
import { attendanceFlashes } from "#lib/mocks/words/attendance.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Session" };

export default async function CalendarMockPage({
  params,
  searchParams,
}: PageProps<"/calendar/mocks/[mock]">) {
  const viewer = await gate("/calendar/mocks/[mock]");
  const [{ mock }, { done }] = await Promise.all([params, searchParams]);
  const session = isId(mock) ? await getMock(viewer, mock, now()) : null;
  if (!session) notFound();
  const flash = flashFor({ ...mockFlashes, ...attendanceFlashes }, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle back={{ href: "/calendar", label: "Calendar" }}>
        {session.title}: {session.candidate.name}
      </PageTitle>
      <div className="max-w-column">
        <SessionFacts session={session} partner={<CandidateLink {...session.candidate} />} />
      </div>
      <Attendance session={session} initial={freshForm()} />
      {session.isOpen ? <StaffChanges session={session} cancelling={freshForm()} /> : null}
    </>
  );
}
