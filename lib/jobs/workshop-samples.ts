import { formatDateTime, formatInFull, formatRangeInZone } from "#lib/core/format.ts";
import type { CalendarEvent } from "#lib/infra/calendar.ts";
import type { seatMails } from "#lib/jobs/mails/seats.ts";
import type { workshopChangeMails } from "#lib/jobs/mails/workshop-changes.ts";
import type { SampleHouse } from "#lib/jobs/sample-house.ts";
import { changedFieldWords } from "#lib/workshops/words/changes.ts";
import { workshopKinds } from "#lib/workshops/words/seats.ts";

type WorkshopMails = typeof seatMails & typeof workshopChangeMails;
type WorkshopFacts = { readonly [Kind in keyof WorkshopMails]: Parameters<WorkshopMails[Kind]["body"]>[0] };

const at = (text: string) => Temporal.Instant.from(text);
const start = at("2026-05-14T15:00:00Z");
const end = at("2026-05-14T16:30:00Z");
const heldUntil = at("2026-05-12T15:00:00Z");

/** Made-up facts for the mails of one workshop, as a candidate of the agency's own zone reads them. */
export function workshopSamplesOf(house: SampleHouse): WorkshopFacts {
  const { agency, timeZone, link } = house;
  const place = "12 Harbour Street, second floor";
  const title = "Telling stories that stay";
  const seat = {
    agency,
    kind: workshopKinds.workshop,
    title,
    start: formatDateTime(start, timeZone),
    when: formatRangeInZone(start, end, timeZone),
    atVenue: null,
    area: "Our office",
    link: link("/practice/workshops"),
  };
  const come = calendar(house, "REQUEST", title, place);
  const gone = calendar(house, "CANCEL", title, place);
  const seated = { ...seat, place, calendar: come };
  return {
    "seat.taken": seated,
    "seat.placed": { ...seated, by: "Ana" },
    "seat.given_back": { ...seat, calendar: gone, byStaff: false },
    "seat.moved_to_waitlist": { ...seat, calendar: gone },
    "seat.offered": {
      ...seat,
      until: formatDateTime(heldUntil, timeZone),
      untilInFull: formatInFull(heldUntil, timeZone),
      accept: seat.link,
      decline: seat.link,
    },
    "seat.offer_expired": { ...seat, isOut: false },
    "seat.offer_withdrawn": seat,
    "seat.free": seat,
    "waitlist.joined": { ...seat, before: 2 },
    "waitlist.closed": seat,
    "workshop.changed": {
      ...seat,
      changes: [{ label: changedFieldWords.place, before: "4 Mill Lane", after: place }],
      calendar: come,
    },
    "workshop.cancelled": { ...seat, reason: "Our facilitator is ill.", calendar: gone },
  };
}

function calendar(
  { agency, senderAddress, link }: SampleHouse,
  method: CalendarEvent["method"],
  summary: string,
  location: string,
): CalendarEvent {
  const page = link("/practice/workshops");
  return {
    uid: "preview-workshop@example.org",
    sequence: method === "CANCEL" ? 1 : 0,
    method,
    start,
    end,
    stamp: heldUntil,
    summary,
    description: page,
    location,
    url: page,
    organizer: { name: agency, address: senderAddress },
    attendee: { name: "Maya Lindgren", address: "maya@example.org" },
  };
}
