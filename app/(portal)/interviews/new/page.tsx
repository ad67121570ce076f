import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogForm } from "#components/interviews/log-form.tsx";
import { RoundForm } from "#components/interviews/round-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { zoneCity } from "#lib/core/zone.ts";
import { getLogForm, getRoundForm } from "#lib/interviews/queries.ts";
import { logPages, roundLabel } from "#lib/interviews/words.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Log an interview" };

export default async function NewInterviewPage({ searchParams }: PageProps<"/interviews/new">) {
  const viewer = await gate("/interviews/new");
  const [{ application, just, kept }, { now }] = await Promise.all([searchParams, thisSession()]);
  const [form, round, initial] = await Promise.all([
    getLogForm(viewer, viewer.personId, now),
    typeof application === "string" ? getRoundForm(viewer, application, now) : null,
    keptForm(viewer, kept),
  ]);
  if (!form || (application !== undefined && !round)) notFound();
  const moment = just === undefined ? "start" : "end";
  const { title, intro, back } = logPages[moment];
  const shown = { initial, moment, zone: zoneCity(viewer.timeZone) } as const;
  return (
    <>
      <PageTitle back={back} intro={round ? `${round.employer}, ${round.jobTitle}` : intro}>
        {round ? roundLabel(round.round) : title}
      </PageTitle>
      {round ? <RoundForm form={round} {...shown} /> : <LogForm form={form} isOwn {...shown} />}
    </>
  );
}
