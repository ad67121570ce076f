import { ok } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { MailBody } from "#lib/mail/mail.tsx";
import type { SuppressReason } from "#lib/mail/words.ts";
import type { Policies } from "#lib/settings/rules.ts";

/** A mail at the moment of sending: what happened, who reads it, and how the house signs. */
export type Due = {
  readonly event: {
    readonly id: string;
    readonly subjectId: string;
    readonly at: Instant;
    readonly actorId: string | null;
    readonly actorName: string | null;
  };
  readonly reader: Viewer;
  readonly readerAddress: string;
  readonly agency: string;
  /** Those that hold at the moment of sending. */
  readonly policies: Policies;
  /** The name beside the address that mails come from. */
  readonly senderName: string;
  /** Where answers go, if elsewhere than to that address. */
  readonly replyTo: string | null;
  /** The address that mails come from. */
  readonly senderAddress: string;
  readonly now: Instant;
  /** An address of the portal in full: `/desk` from the configured origin. */
  readonly link: (path: string) => string;
  /** Right side of calendar UIDs. */
  readonly host: string;
};

/** Composes a mail, or says why it is no longer true. */
export type Compose = (due: Due) => Promise<Result<MailBody, SuppressReason>>;

/** A kind of mail: how it is composed, and its body for facts that are at hand. */
export type KindOfMail<Facts> = { readonly compose: Compose; readonly body: (facts: Facts) => MailBody };

/** One kind of mail: `facts` reads as the recipient when it is sent; a refusal means it is not sent at all (I20). */
export function mailOf<Facts>({
  facts: load,
  body,
}: {
  facts: (due: Due) => Promise<Result<Facts, SuppressReason>>;
  body: (facts: Facts) => MailBody;
}): KindOfMail<Facts> {
  const compose: Compose = async (due) => {
    const facts = await load(due);
    return facts.ok ? ok(body(facts.value)) : facts;
  };
  return { compose, body };
}
