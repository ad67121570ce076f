import { ok } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { MailBody } from "#lib/mail/mail.tsx";
import type { SuppressReason } from "#lib/mail/words.ts";

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

/** One kind of mail: `facts` reads as the recipient when it is sent; a refusal means it is not sent at all (I20). */
export function mailOf<Facts>(kind: {
  facts: (due: Due) => Promise<Result<Facts, SuppressReason>>;
  body: (facts: Facts) => MailBody;
}): Compose {
  return async (due) => {
    const facts = await kind.facts(due);
    return facts.ok ? ok(kind.body(facts.value)) : facts;
  };
}
