import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Overview } from "#components/reports/overview.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { WhoCanSee } from "#components/ui/words.tsx";
import { getOverview } from "#lib/reports/queries/overview.ts";
import { overviewWords } from "#lib/reports/words.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: overviewWords.title };

export default async function ReportsPage() {
  const viewer = await gate("/reports");
  const { now } = await thisSession();
  const matters = await getOverview(viewer, now);
  if (!matters) notFound();
  return (
    <>
      <PageTitle intro={overviewWords.intro}>{overviewWords.title}</PageTitle>
      <Overview matters={matters} />
      <div className="mt-6">
        <WhoCanSee>{overviewWords.whoSees}</WhoCanSee>
      </div>
    </>
  );
}
