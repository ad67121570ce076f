import type { Metadata } from "next";
import { MailKinds } from "#components/settings/mail-previews.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { listMailPreviews } from "#lib/jobs/preview.ts";
import { mailPreviewWords, settingsPageWords } from "#lib/settings/words.ts";
import { gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: mailPreviewWords.title };

export default async function MailKindsPage() {
  await gate("/settings/mails");
  return (
    <>
      <PageTitle back={{ href: "/settings", label: settingsPageWords.title }} intro={mailPreviewWords.intro}>
        {mailPreviewWords.title}
      </PageTitle>
      <MailKinds kinds={await listMailPreviews()} />
    </>
  );
}
