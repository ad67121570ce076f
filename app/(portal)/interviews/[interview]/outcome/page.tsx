import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutcomeForm, OutcomeNow, ReasonForm } from "#components/interviews/outcome-form.tsx";
import { PageTitle, TextLink } from "#components/ui/page.tsx";
import { getInterview } from "#lib/interviews/queries.ts";
import { roundLabel } from "#lib/interviews/words.ts";
import { freshForm, gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "How it ended" };

export default async function OutcomePage({
  params,
  searchParams,
}: PageProps<"/interviews/[interview]/outcome">) {
  const viewer = await gate("/interviews/[interview]/outcome");
  const [{ interview: id }, { reason }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  const interview = await getInterview(viewer, id, now);
  if (!interview) notFound();
  const asksReason = reason !== undefined && interview.outcome === "rejected";
  return (
    <div className="max-w-column">
      <PageTitle
        back={{ href: `/interviews/${id}`, label: interview.employer }}
        intro={`${interview.employer}, ${interview.jobTitle}, ${roundLabel(interview.round).toLowerCase()}`}
      >
        {asksReason ? "Did they give a reason?" : "How did it end?"}
      </PageTitle>
      <OutcomeNow interview={interview} />
      {asksReason ? (
        <>
          <ReasonForm initial={freshForm()} interview={interview} />
          <p className="mt-6">
            <TextLink href={`/interviews/${id}?done=outcome`}>Leave this open</TextLink>
          </p>
        </>
      ) : (
        <OutcomeForm initial={freshForm()} interview={interview} />
      )}
    </div>
  );
}
