import type { ReactNode } from "react";
import { Facts, MailLayout, NextStep, Paragraph } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";
import type { CalendarEvent } from "#lib/infra/calendar.ts";

export type SessionMail = {
  agency: string;
  /** "mock interview" or "prep session". */
  session: string;
  /** Who the reader meets. */
  partner: string;
  /** Who booked, moved or cancelled; "you" for the reader. */
  actor: string;
  /** Day and time in the reader's zone, short enough for a subject. */
  start: string;
  /** From when to when, in the reader's zone with the zone's name. */
  when: string;
  place: string;
  link: string;
  calendar: CalendarEvent;
};

export function bookedMail(mail: SessionMail): MailBody {
  return {
    subject: `Booked: ${mail.session} on ${mail.start}`,
    calendar: mail.calendar,
    content: (
      <Frame mail={mail} heading={`Your ${mail.session} is booked`} act="booked">
        <WhenWhereWho mail={mail} />
        <NextStep href={mail.link}>See, move or cancel it</NextStep>
      </Frame>
    ),
  };
}

export function movedMail(mail: SessionMail): MailBody {
  return {
    subject: `Moved: ${mail.session}, now on ${mail.start}`,
    calendar: mail.calendar,
    content: (
      <Frame mail={mail} heading={`Your ${mail.session} has a new time`} act="moved">
        <WhenWhereWho mail={mail} />
        <NextStep href={mail.link}>See, move or cancel it</NextStep>
      </Frame>
    ),
  };
}

/** `reason` in words, or null where none was given. */
export function cancelledMail({ reason, ...mail }: SessionMail & { reason: string | null }): MailBody {
  return {
    subject: `Cancelled: ${mail.session} on ${mail.start}`,
    calendar: mail.calendar,
    content: (
      <Frame mail={mail} heading={`Your ${mail.session} is cancelled`} act="cancelled">
        <Facts
          facts={[
            ["It was", mail.when],
            ["With", mail.partner],
            ...(reason === null ? [] : [["Reason", reason] as const]),
          ]}
        />
        <Paragraph>The time is free again. Another one can be booked whenever you like.</Paragraph>
        <NextStep href={mail.link}>See the session</NextStep>
      </Frame>
    ),
  };
}

/** After a session to which one of the two did not come: kind, and with a way to book again. */
export function missedMail({
  agency,
  session,
  partner,
  when,
  isOwn,
  link,
}: Pick<SessionMail, "agency" | "session" | "partner" | "when" | "link"> & { isOwn: boolean }): MailBody {
  return {
    subject: isOwn ? `We missed you: ${session}` : `Sorry: your ${session} did not happen`,
    calendar: null,
    content: (
      <MailLayout
        agency={agency}
        heading={isOwn ? "We missed you" : "We are sorry"}
        preview={when}
        why={`This mail came because your ${session} with ${partner} did not happen.`}
      >
        <Paragraph>
          {isOwn
            ? `You had a ${session} with ${partner}, ${when}. Something may have come up; that happens, and nothing follows from it.`
            : `You had a ${session} with ${partner}, ${when}, and ${partner} was not there. That was on our side.`}
        </Paragraph>
        <Paragraph>Whenever you like, another time is three taps away.</Paragraph>
        <NextStep href={link}>Book another time</NextStep>
      </MailLayout>
    ),
  };
}

/** To the candidate and the new counselor: the same session, held by somebody else. */
export function handedOverMail(mail: SessionMail): MailBody {
  return {
    subject: `Still on ${mail.start}: ${mail.session}, now with ${mail.partner}`,
    calendar: mail.calendar,
    content: (
      <Frame mail={mail} heading={`Your ${mail.session} is with ${mail.partner} now`} act="handed over">
        <WhenWhereWho mail={mail} />
        <Paragraph>The time stays as it was. What else changed stands above.</Paragraph>
        <NextStep href={mail.link}>See, move or cancel it</NextStep>
      </Frame>
    ),
  };
}

/** To whom held it before: it leaves their calendar, and the portal is no place for them to go. */
export function givenAwayMail(mail: SessionMail): MailBody {
  return {
    subject: `Handed over: ${mail.session} on ${mail.start}`,
    calendar: mail.calendar,
    content: (
      <Frame mail={mail} heading={`Your ${mail.session} was handed over`} act="handed over">
        <Facts
          facts={[
            ["It was", mail.when],
            ["With", mail.partner],
          ]}
        />
        <Paragraph>A colleague holds it now. Nothing is left to do for you.</Paragraph>
      </Frame>
    ),
  };
}

function Frame({
  mail,
  heading,
  act,
  children,
}: {
  mail: SessionMail;
  heading: string;
  act: string;
  children: ReactNode;
}) {
  return (
    <MailLayout
      agency={mail.agency}
      heading={heading}
      preview={`${mail.start}, with ${mail.partner}`}
      why={`This mail came because ${mail.actor} ${act} this ${mail.session}.`}
    >
      {children}
    </MailLayout>
  );
}

function WhenWhereWho({ mail }: { mail: SessionMail }) {
  return (
    <Facts
      facts={[
        ["When", mail.when],
        ["Where", mail.place],
        ["With", mail.partner],
      ]}
    />
  );
}
