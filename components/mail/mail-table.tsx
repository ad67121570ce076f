import { Table } from "#components/ui/table.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { Tone } from "#components/ui/words.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { VisuallyHidden } from "#components/ui/hidden.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { resendMailAction } from "#lib/mail/actions.ts";
import type { listMails } from "#lib/mail/queries/log.ts";
import { logAddress } from "#lib/mail/rules.ts";
import { mailLogWords } from "#lib/mail/words.ts";
import type { FormState } from "#lib/web/form-state.ts";

type Mail = Awaited<ReturnType<typeof listMails>>["mails"][number];

const looks: Record<Mail["state"], { icon: IconName; tone: Tone }> = {
  waiting: { icon: "clock", tone: "plain" },
  sent: { icon: "done", tone: "done" },
  suppressed: { icon: "cancelled", tone: "plain" },
  dead: { icon: "attention", tone: "attention" },
};

/** Mails with what became of each, and why. `form` makes a new form for each row, with a key of its own. */
export function MailTable({
  mails,
  caption,
  form,
}: {
  mails: Mail[];
  caption: string;
  form: () => FormState;
}) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: "to", label: "To" },
        { key: "kind", label: "Mail" },
        { key: "state", label: "State" },
        { key: "times", label: "Queued, settled" },
        { key: "tries", label: "Tries", numeric: true },
        { key: "act", label: "Again" },
      ]}
      rows={mails.map((mail) => ({
        key: mail.id,
        cells: [
          <Reader key="to" mail={mail} />,
          <Kind key="kind" mail={mail} />,
          <StateOf key="state" mail={mail} />,
          <Times key="times" mail={mail} />,
          mail.tries,
          mail.canResend ? <Resend key="act" mail={mail} form={form()} /> : null,
        ],
      }))}
    />
  );
}

function Reader({ mail }: { mail: Mail }) {
  return (
    <>
      <TextLink href={logAddress({ person: mail.toId })}>{mail.to}</TextLink>
      {mail.isFlagged ? (
        <span className="mt-1 block">
          <Tag icon="attention" tone="attention">
            {mailLogWords.flagged}
          </Tag>
        </span>
      ) : null}
    </>
  );
}

/** What it is, who caused it, and the way to what it is about. */
function Kind({ mail }: { mail: Mail }) {
  const { thing } = mail;
  const label =
    thing &&
    {
      session: mailLogWords.openSession,
      post_mortem: mailLogWords.openPostMortem,
      candidate: mailLogWords.openCandidate(mail.toFirst),
    }[thing.to];
  return (
    <>
      {mail.kind}
      <span className="mt-1 block text-quiet">
        {mail.from ? mailLogWords.from(mail.from) : mailLogWords.byItself}
      </span>
      {mail.copyBy === null ? null : (
        <span className="block text-quiet">
          {mail.copyBy === "" ? mailLogWords.copy : mailLogWords.copyOf(mail.copyBy)}
        </span>
      )}
      {thing && label ? <TextLink href={thing.href}>{label}</TextLink> : null}
    </>
  );
}

function Times({ mail }: { mail: Mail }) {
  return (
    <>
      <span className="block whitespace-nowrap">
        <Time {...mail.queued} />
      </span>
      <span className="block whitespace-nowrap text-quiet">
        {mail.settled ? <Time {...mail.settled} /> : "Not yet"}
      </span>
    </>
  );
}

function Resend({ mail, form }: { mail: Mail; form: FormState }) {
  return (
    <ActionForm action={resendMailAction} initial={form} hidden={{ mail: mail.id }} className="space-y-2">
      <SubmitButton variant="quiet" size="small" pendingLabel={mailLogWords.resending}>
        {mailLogWords.resend}
        <VisuallyHidden>
          : {mail.kind}, {mail.to}
        </VisuallyHidden>
      </SubmitButton>
    </ActionForm>
  );
}

function StateOf({ mail }: { mail: Mail }) {
  const reason = mail.reason ?? (mail.isSignIn && mail.state !== "waiting" ? mailLogWords.signIn : null);
  return (
    <>
      <Tag {...looks[mail.state]}>{mail.stateLabel}</Tag>
      {reason ? <span className="mt-1 block text-quiet">{reason}</span> : null}
    </>
  );
}
