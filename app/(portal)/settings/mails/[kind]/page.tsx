import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailInFull } from "#components/settings/mail-previews.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { previewMail } from "#lib/jobs/preview.ts";
import { mailPreviewWords } from "#lib/settings/words.ts";
import { gate } from "#lib/web/session.ts";

export const metadata: Metadata = { title: mailPreviewWords.title };

export default async function MailKindPage({ params }: PageProps<"/settings/mails/[kind]">) {
  await gate("/settings/mails/[kind]");
  const mail = await previewMail((await params).kind);
  if (!mail) notFound();
  return (
    <>
      <PageTitle back={{ href: "/settings/mails", label: mailPreviewWords.title }}>{mail.label}</PageTitle>
      <MailInFull mail={mail} />
    </>
  );
}
