import type { MailState } from "#lib/infra/prisma/enums.ts";

/** Every kind of mail, with its name for staff. A kind without a body in lib/jobs/mails does not compile. */
export const mailKinds = {
  "sign_in.requested": "Sign-in link and code",
  "second_factor.enrolled": "Second step set up",
  "second_factor.recovery_used": "Recovery code used",
  "second_factor.reset": "Second step reset",
  "person.invited": "Invitation",
  "help.asked": "Request for help, to confirm",
  "help.answered": "Answer to a request for help",
  "person.handed_over": "Another counselor",
  "person.received": "Candidates to look after",
  "note.shared": "Note from a counselor",
  "note.answered": "Answer to a note",
  "post_mortem.finished": "Debrief to review",
  "post_mortem.very_low": "First half of a debrief",
  "call.asked": "A call is asked for",
  "post_mortem.heard_back": "An answer added to a debrief",
  "post_mortem.entered": "Debrief entered on a call",
  "post_mortem.prompt": "Prompt after an interview",
  "post_mortem.nudge": "Nudge the next morning",
  // Named like the other: that somebody stopped half-way is no word for a log that colleagues read.
  "post_mortem.rest": "Nudge the next morning",
  "mock.booked": "Session booked",
  "mock.moved": "Session moved",
  "mock.cancelled": "Session cancelled",
  "mock.missed": "Session that did not happen",
  "mock.handed_over": "Session with another counselor",
  "seat.taken": "Seat taken",
  "seat.placed": "Seat given by staff",
  "seat.given_back": "Seat given back",
  "seat.moved_to_waitlist": "Seat lost to a lower capacity",
  "seat.offered": "Seat offered",
  "seat.offer_expired": "Offer of a seat ran out",
  "seat.offer_withdrawn": "Offer of a seat withdrawn",
  "seat.free": "Seat free in the last hours",
  "waitlist.joined": "On a waitlist",
  "waitlist.closed": "Waitlist closed",
  "workshop.changed": "Workshop changed",
  "workshop.cancelled": "Workshop cancelled",
} as const;

export type MailKind = keyof typeof mailKinds;

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(mailKinds, kind);
}

/** States in the words of the log. */
export const mailStates: Record<MailState, string> = {
  waiting: "Waiting",
  sent: "Sent",
  suppressed: "Not sent",
  dead: "Given up",
};

/** Why a mail was not sent: when its turn came, it was no longer true. */
export const suppressReasons = {
  deactivated: "The person's access had ended.",
  gone: "What it was about was gone, or no longer theirs to see.",
  expired: "The link would not have worked any more.",
  already_here: "They had signed in already.",
  reviewed: "The debrief was reviewed already.",
  called: "Somebody had called already.",
  confirmed: "The debrief was finished already.",
  cancelled: "The session was cancelled before.",
  moved: "The session was moved before; the newer mail tells the time.",
  past: "The session was over.",
  withdrawn: "The interview was withdrawn.",
  interview_moved: "The interview was moved; its new time has a mail of its own.",
  written: "The debrief was written before.",
  writing: "They were writing the debrief at that moment.",
  late: "It could not go out in time, and would have been of no use any more.",
  not_today: "It was not due any more.",
  listed: "It was not due any more.",
  address_flagged: "Mails to this address came back, so no nudge is sent there.",
} as const;
export type SuppressReason = keyof typeof suppressReasons;

const otherReasons: Readonly<Record<string, string>> = {
  sending: "On its way.",
  quiet_hours: "It is night where they are.",
  grace: "It waits ten minutes, so that what it tells can be undone.",
  broken: "It could not be put together; the log of the server says more.",
  smtp_unreachable: "The mail server could not be reached.",
  smtp_slow: "The mail server took too long.",
  address_refused: "The mail server refused the address.",
  text_refused: "The mail server refused the text.",
  killed: "The worker ended again and again while sending.",
};

/** A reason's code as a sentence. Codes of the mail server's answers, `smtp_451`, are told as they came. */
export function reasonWords(code: string): string {
  if (Object.hasOwn(suppressReasons, code)) return suppressReasons[code as SuppressReason];
  if (Object.hasOwn(otherReasons, code)) return otherReasons[code] ?? code;
  const answer = /^smtp_(\d{3})$/.exec(code);
  return answer ? `The mail server answered ${answer[1]}; it is tried again.` : code;
}

/** The page of the log. */
export const mailLogWords = {
  title: "Mails",
  intro: "Every mail of the portal: sent, waiting, or not sent and why.",
  caption: "Newest first",
  filter: "Show",
  all: "All",
  more: "Older mails",
  empty: "No mail yet",
  none: "No mail like this",
  noneWhy: "Nothing on the log matches what is chosen above.",
  waitsUntil: (when: string) => `Waits until ${when}, in the morning of its reader.`,
  emptyWhy: "Invitations, sign-in mails, notes and sessions stand here, each with what became of it.",
  kind: "Kind of mail",
  anyKind: "Every kind",
  search: "Name",
  searchAdmin: "Name or address",
  find: "Find",
  reset: "Show all mails",
  onlyOf: (name: string) => `Only the mails to ${name}.`,
  from: (name: string) => `From ${name}`,
  byItself: "By itself",
  copyOf: (name: string) => `Sent again by ${name}`,
  copy: "Sent again",
  openSession: "Open the session",
  openCandidate: (name: string) => `Open ${name}’s page`,
  openPostMortem: "Open the post-mortem",
  flagged: "Address flagged",
  resend: "Send again",
  resending: "Sending…",
  signIn: "Asked for anew at the sign-in page",
};

/** What a page says after `?done=…`. */
export const mailFlashes = {
  resent: "It is on its way once more. What it says is read again when it is sent.",
};

/** Why a mail is not sent again. */
export const resendWords = {
  sign_in_mail:
    "A sign-in mail is not sent again: its link lives ten minutes. They ask for a new one at the sign-in page.",
  still_waiting: "This mail still waits to be sent, so there is nothing to send again yet.",
  too_many_copies: "This mail was sent again ten times. Something else has to be mended first.",
};

/** Where mails to an address come back (the mail server refused the newest). Names are first names. */
export const flagWords = {
  title: "Mails do not arrive",
  ofCandidate: (name: string) =>
    `The newest mail to ${name}’s address came back: the mail server there refused it. Nudges are held back until one arrives.`,
  ask: "Ask for the right address; an admin can mend it.",
  mend: "Mend the address",
  see: "See the mails",
};

/** Whether mails go out, in words. */
export const healthWords = {
  title: "The queue",
  waiting: (count: number) => (count === 0 ? "Nothing waits" : `${count} ${count === 1 ? "waits" : "wait"}`),
  oldest: (when: string) => `the oldest since ${when}`,
  late: (count: number) =>
    count === 0
      ? "None is late"
      : `${count} ${count === 1 ? "is" : "are"} late by more than a quarter of an hour`,
  dead: (count: number) =>
    count === 0 ? "None was given up today" : `${count} ${count === 1 ? "was" : "were"} given up today`,
  working: (active: number) =>
    active === 0 ? "A worker is there and has nothing to do" : `A worker is at work on ${active}`,
  silent: "No worker is running; mails wait until one is",
  waitingLabel: "Waiting",
  lateLabel: "Late",
  deadLabel: "Given up",
  workerLabel: "Worker",
};
