import type { CancelReason, MockKind } from "#lib/infra/prisma/enums.ts";

/** Longest texts of the feature, in characters. */
export const mockLimits = { place: 300, focus: 500, dayOfHours: 120 };

/** Longest texts of an informational interview, in characters. */
export const talkLimits = { whom: 120, learned: 1000, askNext: 200 };

export const kindWords: Readonly<Record<MockKind, string>> = { mock: "mock interview", prep: "prep session" };

/** Why a session is cancelled, as the candidate says it. */
export const candidateReasons = {
  real_interview: "I have a real interview then",
  ill: "I am ill",
  other_plans: "Something else came up",
  not_needed: "I do not need it any more",
} as const satisfies Partial<Record<CancelReason, string>>;

/** The same, as staff say it. */
export const staffReasons = {
  counselor_away: "I cannot make it",
  real_interview: "They have a real interview then",
  ill: "They are ill",
  other_plans: "Something else came up for them",
  not_needed: "It is not needed any more",
} as const satisfies Record<CancelReason, string>;

/** The same, as a fact about a session that is cancelled. */
export const reasonWords: Readonly<Record<CancelReason, string>> = {
  counselor_away: "the counselor could not make it",
  real_interview: "a real interview at that time",
  ill: "illness",
  other_plans: "something else came up",
  not_needed: "not needed any more",
};

export const mockWords = {
  taken: "That time is not free any more. These are the next ones that are.",
  too_soon: "That time is too close now. These are the next ones that can be booked.",
  not_open: "There are no times to book at the moment.",
  no_interview: "A prep session needs an interview that is still to come.",
  after_interview: "A prep session has to end before the interview starts. Please choose an earlier time.",
  changed:
    "This session changed in the meantime. What stands here now is how it is; nothing else was changed.",
  cancelled: "This session is cancelled already.",
  started: "This session has started already, so it cannot be changed any more.",
  reason_needed: "Please choose one of the reasons.",
  stale:
    "Your hours changed somewhere else in the meantime. What you typed is still here, and what is saved now stands beside it.",
};

/** What the agency's figures say, as `Policies` has them. */
type Figures = { readonly openLimit: number; readonly freeHours: number };

/** Every refusal, with the figures that hold now. */
export function mockWordsFor({ openLimit, freeHours }: Figures) {
  return {
    ...mockWords,
    limit_reached: `${openWords.title(openLimit)}, which is the most at once. ${openWords.until(openLimit)}`,
    late_move: `There are less than ${hoursLabel(freeHours)} to go, so the time is no longer yours alone to move. Ask your counselor, or cancel.`,
  };
}

/** As many sessions as may be open at once. */
export const openWords = {
  title: (limit: number) =>
    limit === 1
      ? "One session is booked already"
      : `${counted[limit] ?? String(limit)} sessions are booked already`,
  until: (limit: number) =>
    limit === 1
      ? "After it, or when it is cancelled, there is room for the next."
      : "After one of them, or when one is cancelled, there is room for the next.",
};

const counted: Readonly<Record<number, string>> = {
  2: "Two",
  3: "Three",
  4: "Four",
  5: "Five",
  6: "Six",
  7: "Seven",
  8: "Eight",
  9: "Nine",
  10: "Ten",
};

/** The free window of a session, before and after its end. */
export const windowWords = {
  late: (hours: number) => `It is less than ${hoursLabel(hours)} away.`,
  lateHint: (hours: number, counselor: string) =>
    `It is less than ${hoursLabel(hours)} away, so this is noted as late, unless you have a real interview or are ill. ${counselor} gets a mail at once.`,
};

/** "1 hour", "12 hours" */
function hoursLabel(hours: number): string {
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

/** Informational interviews, logged at a fair. */
export const informationalWords = {
  title: "Who you talked to",
  intro: "One line each is enough. Names and one thing that you learned are what helps later.",
  whom: "Whom did you talk to?",
  whomHint: "Name, employer, or both.",
  whomNeeded: "Please enter whom you talked to.",
  learned: "What did you learn?",
  askNext: "Whom to ask next?",
  add: "Save, and add another",
  save: "Save",
  correct: "Correct it",
  logged: "Logged here",
  none: "Nothing logged yet",
  noneWhy: "Everybody you talk to can stand here. Weeks later this is the list to go back to.",
  next: (who: string) => `Ask next: ${who}`,
  notYet: (when: string) => `The fair starts ${when}. From then on you can log here whom you talked to.`,
  whoSees: "You, your counselor and the agency's admins can see this.",
  staffTitle: "Informational interviews",
  not_started: "The fair has not started yet, so there is nothing to log.",
  stale: "This changed somewhere else in the meantime. How it stands now is shown below.",
};

export const informationalFlashes = {
  logged: "Saved. Add the next one whenever you like.",
  corrected: "Saved.",
};

export const hoursWords = {
  notice: (least: number) =>
    `Candidates book no later than this before the start, and never later than the agency’s ${hoursLabel(least)}. You may.`,
  unreadable: "Write ranges like 9:00-12:30, 13:30-17:00. The last minute of a day is 24:00.",
  no_length: "A range needs a length: its end is another time than its start.",
  too_many: "That is more than eight ranges in a day.",
  placeNeeded: "Please say where you meet: a link, a room, or “I call you”.",
  between: (least: number, most: number) => `Please enter a whole number from ${least} to ${most}.`,
};

/** What a page says after `?done=…`. */
export const mockFlashes = {
  booked: "Booked. A mail with a calendar entry is on its way to both of you.",
  moved: "Moved. A mail with the new time is on its way to both of you.",
  cancelled: "Cancelled. A mail is on its way to both of you, and the time is free again.",
  hours: "Saved. From now on only these times are offered; what is booked stays booked.",
};

/** ISO order, Monday first: the names of the fields and their words. */
export const weekdays = [
  { field: "monday", label: "Monday" },
  { field: "tuesday", label: "Tuesday" },
  { field: "wednesday", label: "Wednesday" },
  { field: "thursday", label: "Thursday" },
  { field: "friday", label: "Friday" },
  { field: "saturday", label: "Saturday" },
  { field: "sunday", label: "Sunday" },
] as const;
