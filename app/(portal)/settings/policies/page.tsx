import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PoliciesForm } from "#components/settings/policies-form.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { getSettings } from "#lib/settings/queries.ts";
import { settingsFlashes, settingsPageWords } from "#lib/settings/words.ts";
import { flashFor } from "#lib/web/flash.ts";
import { gate, keptForm } from "#lib/web/session.ts";

export const metadata: Metadata = { title: settingsPageWords.policies };

export default async function PoliciesPage({ searchParams }: PageProps<"/settings/policies">) {
  const viewer = await gate("/settings/policies");
  const { done, kept } = await searchParams;
  const [settings, initial] = await Promise.all([getSettings(viewer), keptForm(viewer, kept)]);
  if (!settings) notFound();
  const flash = flashFor(settingsFlashes, done);
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={{ href: "/settings", label: settingsPageWords.title }}
        intro={settingsPageWords.policiesIntro}
      >
        {settingsPageWords.policies}
      </PageTitle>
      <PoliciesForm policies={settings.policies} initial={initial} />
    </>
  );
}
