import type { OfferEnd, WorkshopKind } from "#lib/infra/prisma/enums.ts";

/** What it is, as candidates read it within a sentence. */
export const workshopKinds: Readonly<Record<WorkshopKind, string>> = {
  workshop: "workshop",
  job_fair: "job fair",
  information_session: "information session",
};

/** Who can see that somebody comes. */
export const audienceWords = {
  candidate:
    "You and the agency's counselors and admins can see that you come or wait. Nobody else who comes can.",
  staff: "You, all counselors and admins can see who comes and who waits. Candidates see only themselves.",
};

/** What became of an offer, where its link is opened later. */
export const offerEndWords: Readonly<Record<OfferEnd, string>> = {
  accepted: "You have said yes already, and the seat is yours.",
  declined: "You have said no to this seat already, and it went to the next person.",
  expired: "The time to answer is over, so the seat went to the next person.",
  withdrawn: "This seat is not held for you any more.",
};

/** Refusals of everything that is about seats. */
export const seatWords = {
  cancelled: "This session is cancelled, so there are no seats any more.",
  elsewhere: "This one is held elsewhere. Its link leads to where you can join.",
  not_yet: "Seats cannot be taken yet. The page says from when on.",
  registration_over: "Registration for this session is over.",
  queue_closed: "It starts within the hour, so seats are given at the door now.",
  started: "This session has started, so its seats cannot be changed any more.",
  no_seat: "You have no seat here at the moment.",
  not_waiting: "You are not on the waitlist at the moment.",
  offer_accepted: offerEndWords.accepted,
  offer_declined: offerEndWords.declined,
  offer_late: "The time to answer is over, so the seat went on. This page says how it stands now.",
  offer_withdrawn: "This seat is not held for you any more. This page says how it stands now.",
  has_seat: "They have a seat already.",
  full: "All seats are taken. Raise the capacity first, or wait for one to be given back.",
  reason_needed: "Please say in a few words why.",
};

/** Seats left, as a list says it. */
export const seatsLeft = (free: number) => (free === 1 ? "1 seat left" : `${free} seats left`);
export const fullWords = (waiting: number) => (waiting === 0 ? "full" : `full, ${waiting} waiting`);

/** Where somebody stands with a session, in a list and at the head of its page. */
export const standingWords = {
  seat: "You have a seat",
  offer: (until: string) => `A seat is held for you until ${until}`,
  next: "You are next on the waitlist",
  waiting: (before: number) =>
    before === 1 ? "On the waitlist, 1 person before you" : `On the waitlist, ${before} people before you`,
  free: "A seat is free, and the first tap has it",
  not_yet: (from: string) => `Seats can be taken from ${from}`,
  registration_over: "Registration is over",
  closed: "Starts within the hour: seats are given at the door",
  started: "Has started",
  over: "Is over",
  cancelled: "Cancelled",
  elsewhere: "Held elsewhere",
};

/** The candidate's pages. */
export const seatPages = {
  title: "Workshops",
  intro: "Workshops, job fairs and information sessions of the agency. A seat is one tap, and one tap back.",
  yours: "Yours",
  forYou: "For you",
  others: "All others",
  emptyTitle: "No workshop is planned at the moment",
  emptyWhy:
    "When the agency publishes one, it stands here with its time, its place and how many seats are left. Those that help with what got in your way come first.",
  entry: "Workshops and fairs",
  when: "When",
  venueTime: "At the venue",
  zone: "Time zone",
  where: "Where",
  place: "Address or link",
  placeHidden: "For those with a seat.",
  facilitator: "With",
  helps: "Helps with",
  seats: "Seats",
  materials: "To read",
  about: "About",
  visit: "Open its page",
  take: "Take a seat",
  takeOffered: "Yes, take the seat",
  decline: "No, let the next have it",
  declineHint: "You leave the waitlist with it.",
  join: "Join the waitlist",
  joinHint: "It is full. When a seat is given back, it is offered to the first who waits.",
  giveBack: "Give the seat back",
  giveBackFree: "Until it starts. If you change your mind, take one again while there are seats.",
  giveBackQueue: (waiting: number) =>
    waiting === 1
      ? "1 person waits: your seat is offered to them at once."
      : `${waiting} people wait: your seat is offered to the first at once.`,
  takeAgain: "Undo: take a seat again",
  leave: "Leave the waitlist",
  leaveHint: "Joining again later means the end of the queue.",
  held: (until: string) => `A seat is held for you until ${until}.`,
  heldHint: "After that it goes to the next, and you to the end of the waitlist.",
  heldHintLast: "After that it goes to the next, and you leave the waitlist.",
  rushHint: "It starts soon: whoever taps first has a free seat.",
  queueHint:
    "You get a mail when a seat is held for you. In the last six hours everybody who waits hears of a free seat at once.",
  overlaps: (what: string) => `At that time you also have: ${what}. You can still come, if you like.`,
  offerTitle: "A seat for you",
  offerOver: "This offer is over",
  see: "See the session",
};

/** Why a workshop stands first: its cause, and how often it came up. Numbers are of the candidate's own interviews. */
export const helpsWords = {
  maybe: (cause: string) => `Helps with: ${cause}, which came up in two of your last three`,
  pattern: (cause: string) => `Helps with: ${cause}, which came up in three or more of your last five`,
  counted: (cause: string, count: number, of: number) =>
    `Helps with: ${cause}, which came up in ${count} of your ${of} interviews`,
};

/** What a page says after `?done=…`. What a tap on "Take a seat" came to, the page itself knows. */
export const seatFlashes = {
  seat: "You have a seat. A mail with a calendar entry is on its way.",
  waiting: "It is full, so you are on the waitlist now. A mail is on its way.",
  given_back: "Given back. A mail that takes it out of your calendar is on its way.",
  left: "You have left the waitlist.",
  declined: "The seat goes to the next person, and you have left the waitlist.",
};

/** Mails about seats; `what` is "workshop", `start` day and time in the reader's zone. */
export const seatMailWords = {
  taken: {
    subject: (what: string, start: string) => `Your seat: ${what} on ${start}`,
    heading: "You have a seat",
  },
  placed: {
    subject: (what: string, start: string) => `A seat for you: ${what} on ${start}`,
    heading: "You have a seat",
    line: (by: string) => `${by} gave it to you. If you cannot come, give it back with one tap.`,
  },
  givenBack: {
    subject: (what: string, start: string) => `Given back: ${what} on ${start}`,
    heading: "Your seat is given back",
    line: "If you change your mind, take one again while there are seats.",
    byStaff: "Your access to the portal has ended, and with it your seat.",
  },
  moved: {
    subject: (what: string, start: string) => `On the waitlist: ${what} on ${start}`,
    heading: "You are on the waitlist now",
    line: "There are fewer seats than planned, and you were one of the last to take one. We are sorry. You wait at the front: a seat that is given back is offered to you before those who waited already.",
  },
  joined: {
    subject: (what: string, start: string) => `On the waitlist: ${what} on ${start}`,
    heading: "You are on the waitlist",
    line: "When a seat is given back it is offered to the first who waits, by mail, and held for some hours. In the last six hours everybody who waits hears of a free seat at once.",
  },
  offered: {
    subject: (what: string, until: string) => `A seat in a ${what} is held for you until ${until}`,
    heading: "A seat is held for you",
    line: "Say yes or no with one tap. If you say no, it goes to the next person at once.",
    accept: "Take the seat",
    decline: "Let the next have it",
  },
  expired: {
    subject: (what: string, start: string) => `The seat went on: ${what} on ${start}`,
    heading: "The seat went to the next person",
    end: "The time to answer ran out. You are still on the waitlist, now at its end.",
    out: "The time to answer ran out for the second time, so you are not on the waitlist any more. You can join it again at any time.",
  },
  withdrawn: {
    subject: (what: string, start: string) => `Still on the waitlist: ${what} on ${start}`,
    heading: "The seat is not held for you any more",
    line: "The agency needs that seat. We are sorry. You keep your place on the waitlist, and hear from us when the next one is free.",
  },
  free: {
    subject: (what: string, start: string) => `A seat is free: ${what} on ${start}`,
    heading: "A seat is free",
    line: "Everybody who waits gets this mail, and the first tap has it.",
  },
  closed: {
    subject: (what: string, start: string) => `The waitlist is closed: ${what} on ${start}`,
    heading: "No seat came free in time",
    line: "It starts within the hour. If you are near, come by: seats of those who do not turn up are given at the door.",
  },
  reasons: {
    own: (what: string) => `This mail came because you asked for a seat in this ${what}.`,
    staff: (what: string) => `This mail came because the agency changed the seats of this ${what}.`,
  },
  see: "See the session",
  giveBack: "See it, or give the seat back",
  position: (before: number) =>
    before === 0 ? "You are the first" : before === 1 ? "1 person before you" : `${before} people before you`,
};

/** What the calendar entry of a seat says below its title. */
export const calendarWords = {
  come: (link: string) => `Give the seat back here: ${link}`,
  gone: "No seat any more.",
};

/** What else is at that time. */
export const overlapWords = {
  interview: (employer: string) => `your interview with ${employer}`,
  mock: "a mock interview",
  prep: "a prep session",
};
