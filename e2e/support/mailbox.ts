import { expect, type APIRequestContext } from "@playwright/test";

import type { ReceivedMail } from "../../scripts/services/received-mail.ts";

export type { ReceivedMail };

/** Reads the mails that the portal has sent, as they arrived by SMTP. */
export class MailboxReader {
  constructor(private readonly request: APIRequestContext) {}

  /** The mails to an address, newest first. */
  async mails(address: string): Promise<ReceivedMail[]> {
    const answer = await this.request.get(`${process.env["MAILBOX_URL"]}/api/mails`, {
      params: { to: address },
    });
    return (await answer.json()) as ReceivedMail[];
  }

  /**
   * Waits for a mail to an address: the newest whose subject matches and that is not among `seen`.
   * The mail leaves from a job, so it comes a moment after the answer of the page.
   */
  async waitFor(address: string, subject: RegExp, seen: ReceivedMail[] = []): Promise<ReceivedMail> {
    const known = new Set(seen.map(({ id }) => id));
    let found: ReceivedMail | undefined;
    await expect
      .poll(
        async () => {
          found = (await this.mails(address)).find(
            (mail) => subject.test(mail.subject) && !known.has(mail.id),
          );
          return found !== undefined;
        },
        { message: `a mail to ${address} with a subject like ${subject}`, timeout: 20_000, intervals: [100] },
      )
      .toBe(true);
    if (!found) throw new Error("A mail that was there is gone.");
    return found;
  }
}

/** The first address of the portal in a mail's text whose path begins so. */
export function linkIn(mail: ReceivedMail, path = "/"): string {
  const link = mail.text
    .match(/https?:\/\/[^\s<>"]+/g)
    ?.find((found) => new URL(found).pathname.startsWith(path));
  if (!link) throw new Error(`The mail "${mail.subject}" has no link to ${path}…`);
  return link;
}

/** The six digits of a sign-in mail. */
export function codeIn(mail: ReceivedMail): string {
  const [, first, second] = /\b(\d{3})\s?(\d{3})\b/.exec(mail.text) ?? [];
  if (!first || !second) throw new Error(`The mail "${mail.subject}" has no code of six digits.`);
  return first + second;
}
