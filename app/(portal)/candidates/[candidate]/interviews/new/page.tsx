import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogForm } from "#components/interviews/log-form.tsx";
import { RoundForm } from "#components/interviews/round-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { zoneCity } from "#lib/core/zone.ts";
import { getLogForm, getRoundForm } from "#lib/interviews/queries.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Log an interview" };

export default async function LogForCandidatePage({
  params,
  searchParams,
}: PageProps<"/candidates/[candidate]/interviews/new">) {
  const viewer = await gate("/candidates/[candidate]/interviews/new");
  const [{ candidate: id }, { application, kept }, { now }] = await Promise.all([
    params,
    searchParams,
    thisSession(),
  ]);
  const [form, round, initial] = await Promise.all([
    getLogForm(viewer, id, now),
    typeof application === "string" ? getRoundForm(viewer, application, now) : null,
    keptForm(viewer, kept),
  ]);
  if (!form || (application !== undefined && round?.candidateId !== id)) notFound();
  const shown = { initial, moment: "start", zone: zoneCity(viewer.timeZone) } as const;
  return (
    <div className="max-w-column">
      <PageTitle
        back={{ href: `/candidates/${id}`, label: form.candidate.name }}
        intro={
          round ? `${round.employer}, ${round.jobTitle}` : `${form.candidate.name} finds it under Interviews.`
        }
      >
        {round ? `Round ${round.round}` : "Log an interview"}
      </PageTitle>
      {round ? <RoundForm form={round} {...shown} /> : <LogForm form={form} isOwn={false} {...shown} />}
    </div>
  );
}
