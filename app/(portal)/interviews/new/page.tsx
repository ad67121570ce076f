import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogForm } from "#components/interviews/log-form.tsx";
import { RoundForm } from "#components/interviews/round-form.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { zoneCity } from "#lib/core/format.ts";
import { getLogForm, getRoundForm } from "#lib/interviews/queries.ts";
import { gate, keptForm, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Log an interview" };

export default async function NewInterviewPage({ searchParams }: PageProps<"/interviews/new">) {
  const viewer = await gate("/interviews/new");
  const { application, just, kept } = await searchParams;
  const { now } = await thisSession();
  const shown = { moment: just === undefined ? "start" : "end", zone: zoneCity(viewer.timeZone) } as const;
  const back = {
    href: just === undefined ? "/interviews" : "/home",
    label: just === undefined ? "Interviews" : "Home",
  };
  if (typeof application === "string") {
    const [form, initial] = await Promise.all([
      getRoundForm(viewer, application, now),
      keptForm(viewer, kept),
    ]);
    if (!form) notFound();
    return (
      <>
        <PageTitle back={back} intro={`${form.employer}, ${form.jobTitle}`}>
          Round {form.round}
        </PageTitle>
        <RoundForm initial={initial} form={form} {...shown} />
      </>
    );
  }
  const [form, initial] = await Promise.all([
    getLogForm(viewer, viewer.personId, now),
    keptForm(viewer, kept),
  ]);
  if (!form) notFound();
  return (
    <>
      <PageTitle
        back={back}
        intro={just === undefined ? null : "First which one it was. Then what happened, while it is fresh."}
      >
        {just === undefined ? "Log an interview" : "The interview you have just had"}
      </PageTitle>
      <LogForm initial={initial} form={form} isOwn {...shown} />
    </>
  );
}
