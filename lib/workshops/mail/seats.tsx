import type { ReactNode } from "react";
import type { CalendarEvent } from "#lib/infra/calendar.ts";
import { Facts, MailLayout, NextStep, Paragraph } from "#lib/mail/mail.tsx";
import type { MailBody } from "#lib/mail/mail.tsx";
import { seatMailWords } from "#lib/workshops/words/seats.ts";

/** What every mail about a seat says. */
export type SeatMail = {
  agency: string;
  /** "workshop", "job fair": its title may say what its reader works on, and a subject shows on a locked screen. */
  kind: string;
  title: string;
  /** Day and time in the reader's zone, short enough for a subject. */
  start: string;
  /** From when to when, in the reader's zone with the zone's name; at the venue too where its zone differs. */
  when: string;
  atVenue: string | null;
  /** Where, in a few words for everybody. */
  area: string;
  link: string;
};

/** With a seat: the address or link, and the calendar's entry. */
export type SeatedMail = SeatMail & { place: string; calendar: CalendarEvent };
/** Without one any more: the entry goes. */
export type UnseatedMail = SeatMail & { calendar: CalendarEvent };

export function takenMail(mail: SeatedMail): MailBody {
  const words = seatMailWords.taken;
  return {
    subject: words.subject(mail.kind, mail.start),
    calendar: mail.calendar,
    content: (
      <Frame mail={mail} heading={words.heading}>
        <WhatWhenWhere mail={mail} place={mail.place} />
        <NextStep href={mail.link}>{seatMailWords.giveBack}</NextStep>
      </Frame>
    ),
  };
}

/** `by` is the first name of whoever placed them. */
export function placedMail({ by, ...mail }: SeatedMail & { by: string }): MailBody {
  const words = seatMailWords.placed;
  return {
    subject: words.subject(mail.kind, mail.start),
    calendar: mail.calendar,
    content: (
      <Frame mail={mail} heading={words.heading} byStaff>
        <Paragraph>{words.line(by)}</Paragraph>
        <WhatWhenWhere mail={mail} place={mail.place} />
        <NextStep href={mail.link}>{seatMailWords.giveBack}</NextStep>
      </Frame>
    ),
  };
}

/** `byStaff`: their access has ended, and the seat with it. */
export function givenBackMail({ byStaff, ...mail }: UnseatedMail & { byStaff: boolean }): MailBody {
  const { line, byStaff: ended, ...words } = seatMailWords.givenBack;
  return plainMail(mail, { ...words, line: byStaff ? ended : line }, { calendar: mail.calendar, byStaff });
}

export function movedToWaitlistMail(mail: UnseatedMail): MailBody {
  return plainMail(mail, seatMailWords.moved, { calendar: mail.calendar, byStaff: true });
}

/** `before`: how many wait before the reader. */
export function joinedMail({ before, ...mail }: SeatMail & { before: number }): MailBody {
  return plainMail(mail, seatMailWords.joined, { place: seatMailWords.position(before) });
}

/** `until` in the reader's zone; the two links lead to a page with one button, since opening a link changes nothing. */
export function offeredMail({
  until,
  untilInFull,
  accept,
  decline,
  ...mail
}: SeatMail & { until: string; untilInFull: string; accept: string; decline: string }): MailBody {
  const words = seatMailWords.offered;
  return {
    subject: words.subject(mail.kind, until),
    calendar: null,
    content: (
      <Frame mail={mail} heading={words.heading}>
        <WhatWhenWhere mail={mail} until={untilInFull} />
        <Paragraph>{words.line}</Paragraph>
        <NextStep href={accept}>{words.accept}</NextStep>
        <NextStep href={decline}>{words.decline}</NextStep>
      </Frame>
    ),
  };
}

/** `isOut`: it was the second time. */
export function offerExpiredMail({ isOut, ...mail }: SeatMail & { isOut: boolean }): MailBody {
  const { end, out, ...words } = seatMailWords.expired;
  return plainMail(mail, { ...words, line: isOut ? out : end });
}

export function offerWithdrawnMail(mail: SeatMail): MailBody {
  return plainMail(mail, seatMailWords.withdrawn, { byStaff: true });
}

export function seatFreeMail(mail: SeatMail): MailBody {
  return plainMail(mail, seatMailWords.free);
}

export function waitlistClosedMail(mail: SeatMail): MailBody {
  return plainMail(mail, seatMailWords.closed);
}

type PlainWords = {
  subject: (kind: string, start: string) => string;
  heading: string;
  line: string;
};

/** A sentence, the session, and the way to it. */
function plainMail(
  mail: SeatMail,
  words: PlainWords,
  rest: { calendar?: CalendarEvent; byStaff?: boolean; place?: string } = {},
): MailBody {
  return {
    subject: words.subject(mail.kind, mail.start),
    calendar: rest.calendar ?? null,
    content: (
      <Frame mail={mail} heading={words.heading} byStaff={rest.byStaff ?? false}>
        {rest.place ? <Paragraph>{`${rest.place}.`}</Paragraph> : null}
        <Paragraph>{words.line}</Paragraph>
        <WhatWhenWhere mail={mail} />
        <NextStep href={mail.link}>{seatMailWords.see}</NextStep>
      </Frame>
    ),
  };
}

type FrameProps = { mail: SeatMail; heading: string; byStaff?: boolean; children: ReactNode };

function Frame({ mail, heading, byStaff = false, children }: FrameProps) {
  const why = byStaff ? seatMailWords.reasons.staff : seatMailWords.reasons.own;
  return (
    <MailLayout
      agency={mail.agency}
      heading={heading}
      preview={`${mail.title}, ${mail.start}`}
      why={why(mail.kind)}
    >
      {children}
    </MailLayout>
  );
}

function WhatWhenWhere({ mail, place, until }: { mail: SeatMail; place?: string; until?: string }) {
  return (
    <Facts
      facts={[
        ["What", mail.title],
        ["When", mail.when],
        ...(mail.atVenue === null ? [] : [["At the venue", mail.atVenue] as const]),
        ["Where", place ? `${mail.area}: ${place}` : mail.area],
        ...(until === undefined ? [] : [["Held until", until] as const]),
      ]}
    />
  );
}
