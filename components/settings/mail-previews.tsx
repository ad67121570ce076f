import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Section, TextLink } from "#components/ui/page.tsx";
import { Table } from "#components/ui/table.tsx";
import type { listMailPreviews, MailPreview } from "#lib/jobs/preview.ts";
import { mailPreviewWords as words } from "#lib/settings/words.ts";

/** Every kind of mail with its subject; each leads to its preview. */
export function MailKinds({ kinds }: { kinds: Awaited<ReturnType<typeof listMailPreviews>> }) {
  return (
    <Table
      caption={words.caption}
      columns={[
        { key: "kind", label: words.columns.kind },
        { key: "subject", label: words.columns.subject },
      ]}
      rows={kinds.map(({ kind, label, subject }) => ({
        key: kind,
        cells: [
          <TextLink key="kind" href={`/settings/mails/${kind}`}>
            {label}
          </TextLink>,
          subject,
        ],
      }))}
    />
  );
}

/** One mail as its reader gets it. What a mail program shows stands in a frame of its own, which can do nothing. */
export function MailInFull({ mail }: { mail: Omit<MailPreview, "html"> }) {
  return (
    <>
      <DefinitionList
        facts={[
          { label: words.from, value: mail.from },
          mail.replyTo === null ? null : { label: words.replyTo, value: mail.replyTo },
          { label: words.subject, value: mail.subject },
        ]}
      />
      {mail.hasCalendar ? <p className="mt-3 text-sm text-quiet">{words.hasCalendar}</p> : null}
      <Section title={words.asHtml}>
        <iframe
          src={`/api/mail-previews/${mail.kind}`}
          title={words.frame(mail.label)}
          sandbox=""
          className="h-[40rem] w-full max-w-column rounded-lg border border-line bg-raised"
        />
      </Section>
      <Section title={words.asText}>
        <pre className="max-w-column rounded-lg border border-line bg-raised p-4 font-mono text-sm break-words whitespace-pre-wrap">
          {mail.text}
        </pre>
      </Section>
    </>
  );
}
