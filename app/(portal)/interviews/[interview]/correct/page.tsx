import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CorrectForm, SavedNow } from "#components/interviews/correct-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { zoneCity } from "#lib/core/zone.ts";
import { getInterview } from "#lib/interviews/queries.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Correct an interview" };

export default async function CorrectPage({
  params,
  searchParams,
}: PageProps<"/interviews/[interview]/correct">) {
  const viewer = await gate("/interviews/[interview]/correct");
  const [{ interview: id }, { kept }, { now }] = await Promise.all([params, searchParams, thisSession()]);
  const [interview, initial] = await Promise.all([getInterview(viewer, id, now), keptForm(viewer, kept)]);
  if (!interview) notFound();
  return (
    <div className="max-w-column">
      <PageTitle back={{ href: `/interviews/${id}`, label: interview.employer }}>
        Correct this interview
      </PageTitle>
      <SavedNow interview={interview} />
      <CorrectForm initial={initial} interview={interview} zone={zoneCity(viewer.timeZone)} />
    </div>
  );
}
