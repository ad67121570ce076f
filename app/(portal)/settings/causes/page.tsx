import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CauseTable } from "#components/causes/cause-table.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listCausesForAdmin } from "#lib/causes/queries.ts";
import { causeFlashes, causeSettingsWords } from "#lib/causes/words/settings.ts";
import { settingsPageWords } from "#lib/settings/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, thisSession } from "#lib/web/session.ts";

export const metadata: Metadata = { title: causeSettingsWords.title };

export default async function CausesPage({ searchParams }: PageProps<"/settings/causes">) {
  const viewer = await gate("/settings/causes");
  const [{ done }, { now }] = await Promise.all([searchParams, thisSession()]);
  const listed = await listCausesForAdmin(viewer, now);
  if (!listed) notFound();
  const flash = flashFor(causeFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={{ href: "/settings", label: settingsPageWords.title }}
        intro={causeSettingsWords.intro}
      >
        {causeSettingsWords.title}
      </PageTitle>
      <CauseTable {...listed} />
    </>
  );
}
