import type { Accent, Locale } from "#lib/core/house.ts";

/** The longest texts of the agency, in characters, as their columns have them. */
export const agencyLimits = { name: 80, helpLine: 120, senderName: 80, replyTo: 254, timeZone: 64 } as const;

/** Least and most of each policy that is a number, as laws.sql has them. */
export const policyLimits = {
  noticeHours: { least: 1, most: 168 },
  freeHours: { least: 1, most: 168 },
  openLimit: { least: 1, most: 10 },
  feedbackDays: { least: 1, most: 60 },
  retentionMonths: { least: 6, most: 120 },
} as const;

/** The longest that quiet hours can be: there is a day left in which mails go out. */
export const quietHoursMost = 16;

export const localeLabels: Readonly<Record<Locale, string>> = {
  "en-GB": "British English: Tuesday 7 May, 13:30",
  "en-IE": "Irish English: Tuesday 7 May, 13:30",
  "en-AU": "Australian English: Tuesday 7 May, 1:30 pm",
  "en-IN": "Indian English: Tuesday 7 May, 1:30 pm",
  "en-US": "American English: Tuesday, May 7, 1:30 pm",
  "en-CA": "Canadian English: Tuesday, May 7, 1:30 pm",
};

export const accentLabels: Readonly<Record<Accent, string>> = {
  harbour: "Harbour blue",
  teal: "Teal",
  indigo: "Indigo",
  moss: "Moss green",
  berry: "Berry",
  slate: "Slate",
};

/** What an admin reads when a change cannot be made. */
export const settingsWords = {
  needed: "Please write something here; people read it.",
  zoneUnknown: "Please choose a time zone from the list.",
  localeUnknown: "Please choose one of these.",
  accentUnknown: "Please choose one of these colours.",
  notAnAddress:
    "That is not a mail address. Leave it empty, and answers go to the address that mails come from.",
  between: (least: number, most: number) => `Please enter a whole number from ${least} to ${most}.`,
  notATime: "Please write a time like 21:00.",
  onOrOff: "Please choose on or off.",
  stale:
    "Somebody else changed this in the meantime. What you typed stands in the form; what is saved now stands beside it where it differs. Saving again keeps what stands in the form.",
  unchanged: "Nothing differs from what is saved, so nothing was changed.",
  no_quiet: "Quiet hours have to end at another time than they begin.",
  quiet_too_long: `Please leave eight hours of the day in which mails may go out: quiet hours are ${quietHoursMost} hours at most.`,
};

/** What a page says after `?done=…`. */
export const settingsFlashes = {
  agency: "Saved. Pages and mails say so from now on, and the change stands in the history.",
  policies:
    "Saved. It holds from now on, for what is booked already too, and the change stands in the history.",
};

/** The names of the settings, in the order of their forms; the history tells changes by them. */
export const agencyLabels = {
  name: "Name of the agency",
  helpLine: "Help line",
  senderName: "Mails come from",
  replyTo: "Answers to mails go to",
  timeZone: "Time zone of the agency",
  locale: "How dates and times are written",
  accent: "Colour",
} as const;

export const policyLabels = {
  noticeHours: "Notice, hours",
  freeHours: "Free to move or cancel until, hours before",
  openLimit: "Sessions that a candidate may have booked at once",
  feedbackDays: "Feedback may be asked for, days after the answer",
  quietFrom: "Quiet hours from",
  quietUntil: "Quiet hours until",
  retentionMonths: "Keep what people wrote for, months",
  staffSecondFactor: "Second factor for staff",
} as const;

export const agencyHints: Readonly<Partial<Record<keyof typeof agencyLabels, string>>> = {
  name: "It stands on every page and in every mail.",
  helpLine: "Whom a candidate can call after a very bad day: a number and its hours. Empty: none is shown.",
  senderName: "The name beside the address that mails come from. Empty: the agency’s name.",
  replyTo: "Empty: the address that mails come from.",
  timeZone: "Used where nobody’s own zone is known yet, and in the previews of mails.",
};

export const policyHints: Readonly<Record<keyof typeof policyLabels, string>> = {
  noticeHours:
    "Candidates book no later than this before the start, or earlier where a counselor asks for more. Staff may book later.",
  freeHours:
    "Until then a candidate moves and cancels freely. Later, moving asks the counselor, and cancelling is noted as late.",
  openLimit: "More are refused until one is over or cancelled. What is booked already stays.",
  feedbackDays: "Counted from the moment that the outcome became a no or no reply.",
  quietFrom: "By the reader’s own clock: notes and nudges wait until the morning.",
  quietUntil: "What waited goes out then. The nudge of 09:00 is never earlier than this.",
  retentionMonths:
    "This is written down, and nothing is erased by itself yet: a later version of Debrief carries it out.",
  staffSecondFactor: "On: staff sign in with a code from their phone as well.",
};

/** The pages. */
export const settingsPageWords = {
  title: "Settings",
  intro: "How the agency appears, and the rules that everybody goes by.",
  agency: "Agency",
  agencyLine: "Name, help line, sender, zone, how dates are written, colour",
  agencyIntro: "How the agency appears on pages and in mails.",
  policies: "Policies",
  policiesLine: "Notice, free window, open sessions, feedback, quiet hours, second factor",
  policiesIntro: "The rules that everybody goes by. A change holds at once.",
  causes: "Causes",
  causesLine: "What a post-mortem can name, with its promises, actions and guide",
  mails: "Mails",
  mailsLine: "Each kind of mail as its reader gets it",
  history: "History of changes",
  historyLine: "Who changed which setting when, and what stood there before",
  sessions: "Mock interviews and prep sessions",
  afterwards: "Feedback",
  quiet: "Quiet hours",
  quietZone: "Times are wall time: each reader’s own clock counts.",
  keeping: "What is kept",
  signingIn: "Signing in",
  look: "Look",
  mailing: "Mails",
  on: "On",
  off: "Off",
  save: "Save",
};

export const historyWords = {
  title: "History of changes",
  intro:
    "Every change of the settings: who, when, what, and what stood there before. Nothing here can be changed.",
  empty: "Nothing was changed yet",
  emptyWhy:
    "Each change of the agency, the policies and the causes stands here, with who made it and what was there before.",
  older: "Older changes",
  start: "Newest changes",
  before: "Before",
  after: "After",
  nothing: "nothing",
  nobody: "the installation",
  cause: (name: string) => `Cause “${name}”`,
  action: (place: string, field: string) => `Action ${place}: ${field}`,
};

export const mailPreviewWords = {
  title: "Mails",
  intro: "Each kind of mail with made-up people and facts, put together as the real ones are.",
  caption: "Kinds of mail",
  columns: { kind: "Mail", subject: "Subject" },
  from: "From",
  replyTo: "Answers go to",
  subject: "Subject",
  asHtml: "As most people see it",
  asText: "As plain text",
  frame: (kind: string) => `Preview of “${kind}”`,
  hasCalendar: "A calendar entry is attached.",
};
