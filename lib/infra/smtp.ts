import { createTransport } from "nodemailer";
import { environment } from "#lib/infra/env.ts";

export type Mailbox = { readonly name: string; readonly address: string };

/** One message to one person. */
export type Letter = {
  /** Id of the mail's row: the Message-ID is made of it, one for all attempts (I7). */
  readonly id: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** Where answers go, if elsewhere than to `from`. */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly source: string } | null;
};

/** `again`: try later. `dead`: this recipient or this text is refused for good. The reason is a code for the log. */
export type Delivery = { result: "sent" } | { result: "again" | "dead"; reason: string };

/** Milliseconds. A send that hangs somewhere else than in a read is ended too. */
const patience = { connection: 10_000, socket: 30_000, send: 60_000 };

type Pool = ReturnType<typeof openPool>;

const keep = globalThis as typeof globalThis & { debriefSmtp?: Pool };

/** Pooled: on loopback 1,400 mails a second, where one connection a mail makes 9 (quality.md, "Speed"). */
function openPool() {
  return createTransport({
    url: environment().SMTP_URL,
    pool: true,
    maxConnections: 5,
    maxMessages: 1_000,
    // One call is one attempt: trying again is the queue's work.
    maxRequeues: 0,
    connectionTimeout: patience.connection,
    greetingTimeout: patience.connection,
    socketTimeout: patience.socket,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * Hands one letter to the SMTP server. Never throws for what a server can answer: 5xx on the recipient or on the text
 * is `dead`; 4xx, no connection, a refused login or sender (ours to mend) is `again`.
 */
export async function deliver(letter: Letter): Promise<Delivery> {
  keep.debriefSmtp ??= openPool();
  try {
    await keep.debriefSmtp.sendMail({
      from: letter.from,
      to: [letter.to],
      ...(letter.replyTo !== null && { replyTo: { name: "", address: letter.replyTo } }),
      envelope: { from: letter.from.address, to: [letter.to.address] },
      messageId: messageIdOf(letter.id),
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      // Nobody's holiday answer is wanted (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated" },
      ...(letter.calendar && {
        icalEvent: { method: letter.calendar.method, content: letter.calendar.source },
      }),
      signal: AbortSignal.timeout(patience.send),
    });
    return { result: "sent" };
  } catch (error) {
    return readSmtpTrouble(error);
  }
}

/** One for all attempts, so that a second copy of a mail is recognised as the same (I7). */
export function messageIdOf(mailId: string): string {
  return `<${mailId}@${mailHost()}>`;
}

/** The right side of Message-IDs and calendar UIDs: the host of the configured origin. */
export function mailHost(): string {
  return new URL(environment().ORIGIN).hostname;
}

/** Ends the connections; the next letter opens new ones. */
export function closeSmtp(): void {
  keep.debriefSmtp?.close();
  delete keep.debriefSmtp;
}

function readSmtpTrouble(error: unknown): Delivery {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  const isForGood = responseCode !== undefined && responseCode >= 500;
  if (isForGood && command === "RCPT TO") return { result: "dead", reason: "address_refused" };
  if (isForGood && command === "DATA") return { result: "dead", reason: "text_refused" };
  if (responseCode !== undefined) return { result: "again", reason: `smtp_${responseCode}` };
  return {
    result: "again",
    reason: code === "ETIMEDOUT" || code === "EABORT" ? "smtp_slow" : "smtp_unreachable",
  };
}
