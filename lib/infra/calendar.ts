import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";

/** What a calendar is told about one session: plain, so that mails can say it without knowing the format. */
export type CalendarEvent = {
  /** Fixed for the booking, whatever happens to it: RFC 5545 finds the entry by it. */
  readonly uid: string;
  /** The booking's version: rises with every change (I18). */
  readonly sequence: number;
  readonly method: "REQUEST" | "CANCEL";
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** When this was decided, never when it was sent: all attempts carry the same text. */
  readonly stamp: Temporal.Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  readonly organizer: { readonly name: string; readonly address: string };
  /** The reader, and nobody else: addresses are not shown to each other. */
  readonly attendee: { readonly name: string; readonly address: string };
};

/** The calendar part of a mail, after RFC 5545 and 5546. Times are in UTC: the reader's calendar knows its own zone. */
export function calendarText(event: CalendarEvent): string {
  const isOn = event.method === "REQUEST";
  const calendar = new ICalCalendar({
    method: isOn ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    prodId: { company: "Debrief", product: "Sessions", language: "EN" },
  });
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: event.stamp,
    start: event.start,
    end: event.end,
    status: isOn ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    summary: oneLine(event.summary),
    description: event.description,
    location: oneLine(event.location),
    url: event.url,
    organizer: { name: oneLine(event.organizer.name), email: event.organizer.address },
    attendees: [
      {
        name: oneLine(event.attendee.name),
        email: event.attendee.address,
        role: ICalAttendeeRole.REQ,
        // Booked by or for them already: nobody waits for an answer.
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      },
    ],
  });
  return calendar.toString();
}

/** A name must not begin a property of its own, nor end the quotes that it stands in. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll('"', "'")
    .trim();
}

/** One entry of a private calendar feed. No organizer and no attendee: nobody is invited by it. */
export type FeedEvent = Pick<
  CalendarEvent,
  "uid" | "sequence" | "start" | "end" | "stamp" | "summary" | "description" | "location" | "url"
>;

/** Hours after which a calendar program is asked to look again. */
const feedHours = 1;

/** A whole calendar to subscribe to (RFC 5545, with RFC 7986's refresh interval). The same entries give the same text. */
export function feedText(name: string, events: readonly FeedEvent[]): string {
  const calendar = new ICalCalendar({
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(name),
    ttl: feedHours * 3600,
    prodId: { company: "Debrief", product: "Feed", language: "EN" },
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: event.stamp,
      start: event.start,
      end: event.end,
      status: ICalEventStatus.CONFIRMED,
      summary: oneLine(event.summary),
      description: event.description,
      location: oneLine(event.location),
      url: event.url,
    });
  }
  return calendar.toString();
}
