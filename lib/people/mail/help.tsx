import { MailLayout, NextStep, Paragraph, Quote } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";
import { helpMailWords } from "#lib/people/words/help.ts";

type AskedMail = { agency: string; link: string; isKnown: boolean };

/** The link that confirms a request; for a person of the portal, the way to sign in. Nothing of what was typed. */
export function askedMail({ agency, link, isKnown }: AskedMail): MailBody {
  const words = isKnown ? helpMailWords.known : helpMailWords.asked;
  return {
    subject: words.subject(agency),
    calendar: null,
    content: (
      <MailLayout agency={agency} heading={words.heading} preview={words.heading} why={words.why}>
        <Paragraph>{words.line}</Paragraph>
        <NextStep href={link}>{words.button}</NextStep>
      </MailLayout>
    ),
  };
}

type AnsweredMail = { agency: string; counselor: string; answer: string; link: string };

export function answeredMail({ agency, counselor, answer, link }: AnsweredMail): MailBody {
  const words = helpMailWords.answered;
  const heading = words.heading(counselor);
  return {
    subject: words.subject(agency),
    calendar: null,
    content: (
      <MailLayout agency={agency} heading={heading} preview={heading} why={words.why}>
        <Quote>{answer}</Quote>
        <NextStep href={link}>{words.button}</NextStep>
      </MailLayout>
    ),
  };
}
