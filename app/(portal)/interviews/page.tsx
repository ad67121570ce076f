import type { Metadata } from "next";
import { ApplicationList } from "#components/interviews/application-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listApplications } from "#lib/interviews/queries.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Interviews" };

export default async function InterviewsPage() {
  const viewer = await gate("/interviews");
  const { now } = await thisSession();
  const applications = await listApplications(viewer, viewer.personId, now);
  const log = (
    <ButtonLink href="/interviews/new" variant={applications.length === 0 ? "primary" : "quiet"}>
      Log an interview
    </ButtonLink>
  );
  return (
    <>
      <PageTitle actions={applications.length === 0 ? null : log}>Interviews</PageTitle>
      {applications.length === 0 ? (
        <EmptyState title="Your interviews will stand here" action={log}>
          Each with its rounds and what you wrote about it. Once two or three are here, you can see what comes
          up again.
        </EmptyState>
      ) : (
        <ApplicationList applications={applications} />
      )}
    </>
  );
}
