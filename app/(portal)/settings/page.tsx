import type { Metadata } from "next";
import { SettingsPlaces } from "#components/settings/places.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { settingsPageWords } from "#lib/settings/words.ts";
import { gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: settingsPageWords.title };

export default async function SettingsPage() {
  await gate("/settings");
  return (
    <>
      <PageTitle intro={settingsPageWords.intro}>{settingsPageWords.title}</PageTitle>
      <SettingsPlaces />
    </>
  );
}
