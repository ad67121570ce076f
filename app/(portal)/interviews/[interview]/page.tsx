import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InterviewFacts } from "#components/interviews/interview-facts.tsx";
import { InterviewSteps } from "#components/interviews/interview-steps.tsx";
import { Rounds } from "#components/interviews/rounds.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { WhoCanSee } from "#components/ui/words.tsx";
import { zoneCity } from "#lib/core/format.ts";
import { getInterview } from "#lib/interviews/queries.ts";
import { interviewFlashes, roundLabel } from "#lib/interviews/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Interview" };

export default async function InterviewPage({ params, searchParams }: PageProps<"/interviews/[interview]">) {
  const viewer = await gate("/interviews/[interview]");
  const [{ interview: id }, { done }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  const interview = await getInterview(viewer, id, now);
  if (!interview) notFound();
  const flash = flashFor(interviewFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={interview.back}
        intro={`${interview.jobTitle}, ${roundLabel(interview.round).toLowerCase()}`}
      >
        {interview.employer}
      </PageTitle>
      <div className="max-w-column space-y-6">
        <InterviewSteps interview={interview} />
        <InterviewFacts interview={interview} zone={zoneCity(viewer.timeZone)} />
        <Rounds interview={interview} />
        <WhoCanSee>{interview.audience}</WhoCanSee>
      </div>
    </>
  );
}
