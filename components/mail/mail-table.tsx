import { Table } from "#components/ui/table.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { Tone } from "#components/ui/words.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import type { listMails } from "#lib/mail/queries.ts";

type Mail = Awaited<ReturnType<typeof listMails>>["mails"][number];

const looks: Record<Mail["state"], { icon: IconName; tone: Tone }> = {
  waiting: { icon: "clock", tone: "plain" },
  sent: { icon: "done", tone: "done" },
  suppressed: { icon: "cancelled", tone: "plain" },
  dead: { icon: "attention", tone: "attention" },
};

/** Mails with what became of each, and why. */
export function MailTable({ mails, caption }: { mails: Mail[]; caption: string }) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: "to", label: "To" },
        { key: "kind", label: "Mail" },
        { key: "state", label: "State" },
        { key: "queued", label: "Queued" },
        { key: "settled", label: "Settled" },
        { key: "tries", label: "Tries", numeric: true },
      ]}
      rows={mails.map((mail) => ({
        key: mail.id,
        cells: [
          mail.to,
          mail.kind,
          <StateOf key="state" mail={mail} />,
          <span key="queued" className="whitespace-nowrap">
            <Time {...mail.queued} />
          </span>,
          <span key="settled" className="whitespace-nowrap">
            {mail.settled ? <Time {...mail.settled} /> : "Not yet"}
          </span>,
          mail.tries,
        ],
      }))}
    />
  );
}

function StateOf({ mail }: { mail: Mail }) {
  return (
    <>
      <Tag {...looks[mail.state]}>{mail.stateLabel}</Tag>
      {mail.reason ? <span className="mt-1 block text-quiet">{mail.reason}</span> : null}
    </>
  );
}
