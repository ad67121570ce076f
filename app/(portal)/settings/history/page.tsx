import type { Metadata } from "next";
import { ChangeHistory } from "#components/settings/change-history.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listCauseNames } from "#lib/causes/queries.ts";
import { listSettingChanges } from "#lib/settings/queries.ts";
import { pagePlaceFrom } from "#lib/core/paging.ts";
import { historyWords, settingsPageWords } from "#lib/settings/words.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: historyWords.title };

export default async function HistoryPage({ searchParams }: PageProps<"/settings/history">) {
  const viewer = await gate("/settings/history");
  const [{ after }, { now }] = await Promise.all([searchParams, thisSession()]);
  const [{ savings, next }, causes] = await Promise.all([
    listSettingChanges(viewer, { after: pagePlaceFrom(after), now }),
    listCauseNames(),
  ]);
  return (
    <>
      <PageTitle back={{ href: "/settings", label: settingsPageWords.title }} intro={historyWords.intro}>
        {historyWords.title}
      </PageTitle>
      <ChangeHistory savings={savings} next={next} causes={causes} />
    </>
  );
}
