import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InterviewFacts } from "#components/interviews/interview-facts.tsx";
import { InterviewSteps } from "#components/interviews/interview-steps.tsx";
import { Rounds } from "#components/interviews/rounds.tsx";
import { StartCall } from "#components/post-mortems/start-call.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { WhoCanSee } from "#components/ui/words.tsx";
import { zoneCity } from "#lib/core/zone.ts";
import { isId } from "#lib/core/id.ts";
import { firstName } from "#lib/core/text.ts";
import { getInterview } from "#lib/interviews/queries.ts";
import { interviewFlashes, roundLabel } from "#lib/interviews/words.ts";
import { listCalls } from "#lib/post-mortems/queries/on-a-call.ts";
import { flashFor } from "#lib/web/flash.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Interview" };

export default async function InterviewPage({ params, searchParams }: PageProps<"/interviews/[interview]">) {
  const viewer = await gate("/interviews/[interview]");
  const [{ interview: id }, { done }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  const [interview, calls] = await Promise.all([
    getInterview(viewer, id, now),
    isId(id) ? listCalls(viewer, id, now) : [],
  ]);
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
        <StartCall calls={calls} candidate={firstName(interview.candidate.name)} form={() => freshForm()} />
        <InterviewFacts interview={interview} zone={zoneCity(viewer.timeZone)} />
        <Rounds interview={interview} />
        <WhoCanSee>{interview.audience}</WhoCanSee>
      </div>
    </>
  );
}
