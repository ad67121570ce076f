import { render, toPlainText } from "react-email";
import type { MailBody } from "#lib/mail/mail.tsx";

/** A body as it goes out: its subject, and its text in both forms. */
export async function writeText({ subject, content }: MailBody) {
  const html = await render(content);
  return { subject, html, text: toPlainText(html, { wordwrap: 90, selectors: plainSelectors }) };
}

/** Headings as they are written, addresses once and bare. */
const plainSelectors = [
  { selector: "h1", options: { uppercase: false } },
  { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: false as const } },
];
