import type { CalendarEvent } from "#lib/infra/calendar.ts";
import { Facts, MailLayout, NextStep, Paragraph, Quote } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";
import { changeMailWords as words } from "#lib/workshops/words/changes.ts";

type AboutSession = {
  agency: string;
  /** "workshop", "job fair": for the subject, as mails about seats have it. */
  kind: string;
  title: string;
  /** Day and time in the reader's zone, short enough for a subject. */
  start: string;
  /** From when to when, in the reader's zone with its name. */
  when: string;
  link: string;
};

export type ChangedMail = AboutSession & {
  /** What changed, each with how it was and how it is. */
  changes: readonly { label: string; before: string; after: string }[];
  /** Null for those who wait. */
  calendar: CalendarEvent | null;
};

export function changedMail({
  agency,
  kind,
  title,
  start,
  when,
  link,
  changes,
  calendar,
}: ChangedMail): MailBody {
  const { subject, heading, seat, waiting, why, link: see } = words.changed;
  return {
    subject: subject(kind, start),
    calendar,
    content: (
      <MailLayout agency={agency} heading={heading(title)} preview={when} why={why}>
        <Facts facts={changes.map(({ label, before, after }) => [label, words.from(before, after)])} />
        <Paragraph>{calendar ? seat : waiting}</Paragraph>
        <NextStep href={link}>{see}</NextStep>
      </MailLayout>
    ),
  };
}

export type CancelledMail = AboutSession & {
  /** In the words of whoever cancelled it. */
  reason: string | null;
  /** Null for those who waited. */
  calendar: CalendarEvent | null;
};

export function cancelledMail({
  agency,
  kind,
  title,
  start,
  when,
  link,
  reason,
  calendar,
}: CancelledMail): MailBody {
  const { subject, heading, line, why, link: see } = words.cancelled;
  return {
    subject: subject(kind, start),
    calendar,
    content: (
      <MailLayout agency={agency} heading={heading(title)} preview={when} why={why}>
        <Facts facts={[[words.itWas, when]]} />
        {reason === null ? null : <Quote>{reason}</Quote>}
        <Paragraph>{line}</Paragraph>
        <NextStep href={link}>{see}</NextStep>
      </MailLayout>
    ),
  };
}
