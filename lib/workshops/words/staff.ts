import type { SeatAttendance, WorkshopKind } from "#lib/infra/prisma/enums.ts";

/** Longest texts of workshops and their seats, in characters; seats, in whole numbers; lengths, in hours. */
export const workshopLimits = {
  title: 120,
  about: 2000,
  link: 500,
  materials: 2000,
  area: 120,
  place: 300,
  facilitator: 120,
  why: 300,
  placedReason: 300,
  walkInName: 120,
  leastSeats: 1,
  mostSeats: 5000,
  longestHours: 8,
};

/** What it is, as a label of its own; within a sentence, and in mails, `workshopKinds` of words/seats. */
export const workshopKindWords: Readonly<Record<WorkshopKind, string>> = {
  workshop: "Workshop",
  job_fair: "Job fair",
  information_session: "Information session",
};

/** Sentences that more than one key says: a field that is empty and a refusal, a start and an end. */
const seatsRange = `Please enter a whole number of seats from ${workshopLimits.leastSeats} to ${workshopLimits.mostSeats}.`;
const wholeAddress = "Please enter the whole address, beginning with https://.";
const noSuchTime =
  "Clocks go forward then, so this time does not exist on that day at that place. Please enter one an hour earlier or later.";
const twice = "Clocks go back then, so this time comes twice. Please choose which of the two it is.";

/** What the list can be narrowed to. */
export const sessionFilters = {
  coming: "Coming",
  past: "Past",
  drafts: "Drafts",
  cancelled: "Cancelled",
} as const;
export type SessionFilter = keyof typeof sessionFilters;

/** Sentences of what is refused, and of fields that need mending. */
export const workshopWords = {
  kindNeeded: "Please choose what it is.",
  titleNeeded: "Please give it a title.",
  aboutNeeded: "Please say in a few lines what it is about.",
  areaNeeded: "Please say roughly where, such as “Online” or “Our office”.",
  facilitatorNeeded: "Please say who leads it.",
  zoneNeeded: "Please choose the zone of the place.",
  dateNeeded: "Please enter the date.",
  timeNeeded: "Please enter the time, such as 14:30.",
  heldNeeded: "Please choose where the seats are kept.",
  linkNeeded: wholeAddress,
  capacityNeeded: seatsRange,
  turnNeeded: "Please choose which of the two it is.",
  whyNeeded: "Please write a line for those who are told.",
  materialLine: (line: number) =>
    `Line ${line} needs a label and then its address, such as: Handout https://example.org/handout.`,
  place_needed: "Please enter the address or the link. Only those with a seat see it.",
  capacity_needed: seatsRange,
  link_needed: wholeAddress,
  start_no_such_time: noSuchTime,
  end_no_such_time: noSuchTime,
  start_twice: twice,
  end_twice: twice,
  window_no_such_time:
    "Clocks go forward then, so this time does not exist on that day. Please enter another one.",
  window_twice: "Clocks go back then, so this time comes twice. Please enter one outside that hour.",
  window_half: "Please enter both the date and the time, or neither.",
  window_order: "Registration has to open before it closes.",
  window_late: "Registration has to close no later than the session starts.",
  ends_before: "This ends before it starts. If it ends on the next day, please enter that date too.",
  too_long: `A session is at most ${workshopLimits.longestHours} hours long. Please enter an earlier end, or make two sessions of it.`,
  past: "This lies in the past. Please enter a time to come.",
  out_of_range: "Please enter a date from 2000 to 2099.",
  nothing_to_come: "None of its sessions is still to come. Please change one, or add one, and publish then.",
  already_published: "It is published already.",
  cancelled: "It is cancelled already, and that does not come back. A copy can be made of it.",
  started: "It has started already, so this cannot be changed any more.",
  stale:
    "Somebody changed this in the meantime. What you typed is still here, and what is saved now stands beside it. Send it again if yours is still right.",
  capacity_range: seatsRange,
  queue_closed: "It starts within the hour, so nobody can be put on the waitlist any more.",
  seats_taken: "More seats than that are taken or held already. Please choose below what happens to them.",
  too_early: "Attendance is marked from one hour before the start.",
  marked_meanwhile: "A colleague marked this person in the meantime. How it stands now is shown here.",
  no_seat: "This seat was given back in the meantime.",
  has_seat: "This person has a seat already: they are on the list.",
  elsewhere: "It is held elsewhere, so no seats are kept here.",
  full: "Every seat is taken or held for somebody.",
  name_needed: "Please enter a name, or choose a candidate.",
};

/** What a page says after `?done=…`. */
export const workshopFlashes = {
  published: "Published. Candidates can see it now.",
  draft: "Saved as a draft. Only staff see it.",
  changed: "Saved. Where something changed for those with a seat, a mail tells them.",
  added: "The session is added.",
  cancelled: "Cancelled. A mail is on its way to everybody with a seat or on the waitlist.",
  copied: "Saved.",
};

export const attendanceWords: Readonly<Record<SeatAttendance, string>> = {
  attended: "Attended",
  absent: "Absent",
  excused: "Excused",
};
