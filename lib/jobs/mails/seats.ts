import { formatDateTime, formatInFull, formatRange, zoneLabel } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { firstName } from "#lib/core/text.ts";
import { isBefore, isSameZone } from "#lib/core/time.ts";
import { stableId } from "#lib/infra/hash.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import type { Due } from "#lib/jobs/compose.ts";
import type { SuppressReason } from "#lib/mail/words.ts";
import { findSeatPath } from "#lib/people/queries/help.ts";
import {
  givenBackMail,
  joinedMail,
  movedToWaitlistMail,
  offeredMail,
  offerExpiredMail,
  offerWithdrawnMail,
  placedMail,
  seatFreeMail,
  takenMail,
  waitlistClosedMail,
} from "#lib/workshops/mail/seats.tsx";
import type { SeatMail } from "#lib/workshops/mail/seats.tsx";
import { findSeatFacts } from "#lib/workshops/queries/mails.ts";
import type { SeatFacts } from "#lib/workshops/queries/mails.ts";
import { calendarSequence, calendarUid } from "#lib/workshops/rules/calendar.ts";
import { phaseOf } from "#lib/workshops/rules/phases.ts";
import { freeSeats } from "#lib/workshops/rules/seats.ts";
import { calendarWords, workshopKinds } from "#lib/workshops/words/seats.ts";

/**
 * Each tells where its reader stands with the session when it is sent, and goes only while that is what it is about: of
 * several about one seat only what still holds. Calendar parts carry the state and number of that moment, so that whatever
 * order mails arrive in, a calendar ends in the right state (I18).
 */
export const seatMails = {
  "seat.taken": mailOf({ facts: seated, body: takenMail }),
  "seat.placed": mailOf({
    async facts(due) {
      const facts = await seated(due);
      return facts.ok ? ok({ ...facts.value, by: firstName(due.event.actorName ?? due.agency) }) : facts;
    },
    body: placedMail,
  }),
  "seat.given_back": mailOf({ facts: unseated, body: givenBackMail }),
  "seat.moved_to_waitlist": mailOf({ facts: unseated, body: movedToWaitlistMail }),
  "waitlist.joined": mailOf({
    facts: (due) => about(due, (seat) => (seat.entry && !seat.openOffer ? { before: seat.before } : null)),
    body: joinedMail,
  }),
  "seat.offered": mailOf({ facts: offered, body: offeredMail }),
  "seat.offer_expired": mailOf({
    facts: (due) =>
      about(due, (seat) => (seat.hasSeat || seat.openOffer ? null : { isOut: seat.entry === null })),
    body: offerExpiredMail,
  }),
  "seat.offer_withdrawn": mailOf({
    facts: (due) => about(due, (seat) => (seat.entry && !seat.openOffer ? {} : null)),
    body: offerWithdrawnMail,
  }),
  "seat.free": mailOf({
    facts: (due) =>
      about(due, (seat) =>
        seat.entry && freeSeats(seat.session) > 0 && phaseOf(seat.session, due.now) === "rush" ? {} : null,
      ),
    body: seatFreeMail,
  }),
  "waitlist.closed": mailOf({
    facts: (due) => about(due, (seat) => (seat.hasSeat || seat.entry ? null : {})),
    body: waitlistClosedMail,
  }),
};

/** `page`: where the reader sees it. */
type Seat = SeatFacts & { readonly page: string };

/** The reader's page of a session; a guest, who cannot sign in, has it behind the link of their request. */
async function pageOf({ reader, link }: Due, sessionId: string): Promise<string> {
  const own = reader.role === "guest" ? await findSeatPath(reader.personId, sessionId) : null;
  return link(own ?? `/practice/workshops/${sessionId}`);
}

/** What is said of the session, with what `read` finds; not sent where it finds nothing, or the session is cancelled or past. */
async function about<Rest extends object>(
  due: Due,
  read: (seat: Seat) => Rest | null,
): Promise<Result<SeatMail & Rest, SuppressReason>> {
  const found = await findSeatFacts(due.event.subjectId, due.reader.personId);
  if (!found) return refuse("gone");
  const seat = { ...found, page: await pageOf(due, found.session.id) };
  if (seat.session.cancelledAt) return refuse("cancelled");
  if (!isBefore(due.now, seat.session.startsAt)) return refuse("past");
  const rest = read(seat);
  return rest ? ok({ ...sessionOf(seat, due), ...rest }) : refuse("gone");
}

function seated(due: Due) {
  return about(due, (seat) =>
    seat.hasSeat ? { place: seat.session.place, calendar: calendarOf(seat, due) } : null,
  );
}

function unseated(due: Due) {
  return about(due, (seat) => (seat.hasSeat ? null : { calendar: calendarOf(seat, due) }));
}

async function offered(due: Due) {
  const id = stableId("seat.offer", due.event.id, due.reader.personId);
  return about(due, ({ openOffer, page: seatPage }) => {
    if (openOffer?.id !== id || !isBefore(due.now, openOffer.expiresAt)) return null;
    const page = due.reader.role === "guest" ? seatPage : due.link(`/practice/workshops/offers/${id}`);
    return {
      until: formatDateTime(openOffer.expiresAt, due.reader.timeZone),
      untilInFull: formatInFull(openOffer.expiresAt, due.reader.timeZone),
      accept: page,
      decline: `${page}?answer=no`,
    };
  });
}

function sessionOf({ session, page }: Seat, due: Due): SeatMail {
  const { startsAt, endsAt, timeZone } = session;
  const zone = due.reader.timeZone;
  const said = (in_: string) => `${formatRange(startsAt, endsAt, in_)} (${zoneLabel(startsAt, in_)})`;
  return {
    agency: due.agency,
    kind: workshopKinds[session.workshop.kind],
    title: session.workshop.title,
    start: formatDateTime(startsAt, zone),
    when: said(zone),
    atVenue: isSameZone(zone, timeZone) ? null : said(timeZone),
    area: session.area,
    link: page,
  };
}

function calendarOf({ session, hasSeat, seats, page: link }: Seat, due: Due) {
  return {
    uid: calendarUid(session.id, due.reader.personId, due.host),
    sequence: calendarSequence(session, seats),
    method: hasSeat ? ("REQUEST" as const) : ("CANCEL" as const),
    start: session.startsAt,
    end: session.endsAt,
    stamp: due.event.at,
    summary: session.workshop.title,
    description: hasSeat ? calendarWords.come(link) : calendarWords.gone,
    location: hasSeat ? `${session.area}: ${session.place}` : session.area,
    url: link,
    organizer: { name: due.agency, address: due.senderAddress },
    attendee: { name: due.reader.name, address: due.readerAddress },
  };
}
