import {
  formatDateTime,
  formatDay,
  formatInFull,
  formatRangeInZone,
  formatTime,
  zoneLabel,
} from "#lib/core/format.ts";
import type { CalendarEvent } from "#lib/infra/calendar.ts";
import type { mails } from "#lib/jobs/mails.ts";
import type { SampleHouse } from "#lib/jobs/sample-house.ts";
import { workshopSamplesOf } from "#lib/jobs/workshop-samples.ts";
import type { MailKind } from "#lib/mail/words.ts";

/** What each kind of mail is put together from. */
export type FactsOf = { readonly [Kind in MailKind]: Parameters<(typeof mails)[Kind]["body"]>[0] };

const at = (text: string) => Temporal.Instant.from(text);
const interviewAt = at("2026-05-05T14:00:00Z");
const sessionAt = at("2026-05-07T17:30:00Z");
const sessionEnd = at("2026-05-07T18:15:00Z");
const codeUntil = at("2026-05-04T13:40:00Z");

/** Made-up people and facts for every kind of mail, for its preview. A kind without them does not compile. */
export function samplesOf(house: SampleHouse): FactsOf {
  const { agency, timeZone, link } = house;
  const interviewDay = formatDay(interviewAt, timeZone);
  const about = { agency, candidate: "Maya Lindgren", employer: "Northbank Retail" };
  const review = { ...about, jobTitle: "Store assistant", link: link("/desk") };
  const toWrite = {
    employer: "Northbank Retail",
    when: formatDateTime(interviewAt, timeZone),
    isStarted: false,
    link: link("/interviews"),
  };
  const rest = { ...toWrite, id: "sample", employer: "Fairlawn Clinic", isStarted: true };
  return {
    "sign_in.requested": {
      agency,
      code: "482 915",
      until: `${formatTime(codeUntil, timeZone)} (${zoneLabel(codeUntil, timeZone)})`,
      link: link("/sign-in"),
    },
    ...secondFactorSamples(house),
    ...peopleSamples(house),
    "note.shared": {
      agency,
      author: "Ana Torres",
      employer: "Northbank Retail",
      interviewDay,
      body: "You told the returns story well.\nBring the number forward next time: forty parcels an hour.",
      link: link("/interviews"),
    },
    "note.answered": {
      agency,
      candidate: "Maya Lindgren",
      body: "Thank you. I have moved the number to the first sentence.",
      link: link("/desk"),
    },
    "post_mortem.finished": { ...review, interviewWhen: formatInFull(interviewAt, timeZone) },
    "post_mortem.very_low": { ...about, link: link("/desk") },
    "call.asked": { agency, candidate: "Maya Lindgren", link: link("/desk") },
    "post_mortem.heard_back": review,
    "post_mortem.entered": {
      agency,
      counselor: "Ana Torres",
      employer: "Northbank Retail",
      interviewDay,
      link: link("/interviews"),
    },
    "post_mortem.prompt": { agency, latest: toWrite, others: [{ ...toWrite, employer: "Fairlawn Clinic" }] },
    "post_mortem.nudge": { agency, written: [toWrite], rests: [rest] },
    "post_mortem.rest": { agency, rests: [rest] },
    "mock.booked": session(house, "REQUEST", 0),
    "mock.moved": session(house, "REQUEST", 1),
    "mock.missed": { ...session(house, "REQUEST", 0), isOwn: true },
    "mock.handed_over": { isGivenAway: false, mail: session(house, "REQUEST", 1) },
    "mock.cancelled": { ...session(house, "CANCEL", 2), reason: "a real interview at that time" },
    ...workshopSamplesOf(house),
  };
}

function peopleSamples({ agency, link }: SampleHouse) {
  return {
    "person.invited": { agency, inviter: "Ana Torres", isCandidate: true, link: link("/invitations") },
    "person.handed_over": { agency, counselor: "Ben Okafor", shared: 2, link: link("/you/sharing") },
    "person.received": {
      agency,
      names: "Maya Lindgren, Luís Prado",
      many: "2",
      link: link("/candidates"),
    },
    "help.asked": { agency, isKnown: false, link: link("/help") },
    "help.answered": {
      agency,
      counselor: "Ana",
      answer: "Thank you for writing. Come by on Monday at ten, and bring the advertisement with you.",
      link: link("/help"),
    },
  } satisfies Partial<FactsOf>;
}

function secondFactorSamples({ agency, timeZone, link }: SampleHouse) {
  const used = { agency, when: formatDateTime(codeUntil, timeZone), link: link("/you") };
  return {
    "second_factor.enrolled": used,
    "second_factor.recovery_used": used,
    "second_factor.reset": { agency, admin: "Ana Torres", link: link("/sign-in") },
  };
}

/** As the candidate of the session reads it. */
function session(
  { agency, timeZone, senderAddress, link }: SampleHouse,
  method: CalendarEvent["method"],
  sequence: number,
): FactsOf["mock.booked"] {
  const place = "https://meet.example.org/ana";
  const page = link("/practice");
  return {
    agency,
    session: "mock interview",
    partner: "Ana Torres",
    actor: "Ana Torres",
    start: formatDateTime(sessionAt, timeZone),
    when: formatRangeInZone(sessionAt, sessionEnd, timeZone),
    place,
    link: page,
    calendar: {
      uid: "preview@example.org",
      sequence,
      method,
      start: sessionAt,
      end: sessionEnd,
      stamp: codeUntil,
      summary: "Mock interview with Ana Torres",
      description: page,
      location: place,
      url: page,
      organizer: { name: agency, address: senderAddress },
      attendee: { name: "Maya Lindgren", address: "maya@example.org" },
    },
  };
}
