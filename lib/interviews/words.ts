import type {
  ApplicationSource,
  InterviewFormat,
  Outcome,
  OutcomeReason,
  RoleFamily,
} from "#lib/infra/prisma/enums.ts";

/** Longest texts, in characters; lengths of an interview, in minutes. */
export const interviewLimits = { employer: 120, jobTitle: 120, shortest: 5, longest: 480 };

export const interviewWords = {
  employerNeeded: "Please enter who the interview was or is with.",
  employerLong: `Please keep the name to ${interviewLimits.employer} characters.`,
  jobTitleNeeded: "Please enter the job, such as office coordinator.",
  formatNeeded: "Please choose how you talk: by phone, by video or on site.",
  sourceNeeded: "Please choose how this application came about.",
  familyNeeded: "Please choose the kind of work.",
  dateNeeded: "Please enter the date.",
  timeNeeded: "Please enter the time, such as 14:30.",
  minutesNeeded: `Please enter a length from ${interviewLimits.shortest} to ${interviewLimits.longest} minutes, or leave it empty.`,
  outcomeNeeded: "Please choose one of these.",
  no_such_time:
    "Clocks go forward then, so this time does not exist on that day. Please enter one an hour earlier or later.",
  out_of_range: "Please enter a date from 2000 to 2099.",
  not_over:
    "This is still to come. If the interview is not over yet, log it as one to come and write about it afterwards.",
  not_asked: "This is not asked any more. How it stands is shown here.",
  stale:
    "This changed somewhere else in the meantime. How it stands now is shown above; send yours again if it is still right.",
};

/** What a page says after `?done=…`. */
export const interviewFlashes = {
  logged: "The interview is logged.",
  corrected: "Saved.",
  outcome: "Saved how it ended.",
};

/** The page that logs an interview: one to come or long past, or one that is just over. */
export const logPages = {
  start: { title: "Log an interview", intro: null, back: { href: "/interviews", label: "Interviews" } },
  end: {
    title: "The interview you have just had",
    intro: "First which one it was. Then what happened, while it is fresh.",
    back: { href: "/home", label: "Home" },
  },
} as const;

/** The outcomes as candidates read them. */
export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  waiting: "Waiting",
  next_round: "Next round",
  offer: "Offer",
  rejected: "They said no",
  no_reply: "No reply",
  withdrawn: "I withdrew",
};

/** The same as staff read them: the words of the code. */
export const outcomeStaffLabels: Readonly<Record<Outcome, string>> = {
  waiting: "Waiting",
  next_round: "Next round",
  offer: "Offer",
  rejected: "Rejected",
  no_reply: "No reply",
  withdrawn: "Withdrawn",
};

export const outcomeHints: Readonly<Record<Outcome, string>> = {
  waiting: "Nothing heard yet",
  next_round: "They want to talk again",
  offer: "They want to hire",
  rejected: "This one ends here",
  no_reply: "It has been long enough",
  withdrawn: "This was not the one",
};

export const reasonLabels: Readonly<Record<OutcomeReason, string>> = {
  stronger_candidate: "Somebody fitted better",
  role_stopped: "The job was stopped",
  a_requirement: "A requirement I do not meet yet",
  none_given: "They gave no reason",
};

export const reasonStaffLabels: Readonly<Record<OutcomeReason, string>> = {
  stronger_candidate: "Stronger candidate",
  role_stopped: "Role stopped",
  a_requirement: "A requirement",
  none_given: "None given",
};

export const formatLabels: Readonly<Record<InterviewFormat, string>> = {
  phone: "Phone",
  video: "Video",
  on_site: "On site",
};

export const sourceLabels: Readonly<Record<ApplicationSource, string>> = {
  own: "I applied myself",
  agency: "Through the agency",
};

/** The same two as staff read them. */
export const sourceStaffLabels: Readonly<Record<ApplicationSource, string>> = {
  own: "Their own application",
  agency: "Through the agency",
};

export const familyLabels: Readonly<Record<RoleFamily, string>> = {
  office_admin: "Office and administration",
  customer_service: "Customer service",
  logistics_warehouse: "Warehouse and logistics",
  tech: "Tech",
  healthcare: "Care and health",
};

/** How far the post-mortem of an interview is, as its page and the list say it. */
export const postMortemLabels = {
  none: "No debrief yet",
  started: "Debrief started",
  finished: "Debrief finished",
  reviewed: "Debrief read by your counselor",
};

export const postMortemButtons = {
  none: "Write your debrief",
  started: "Go on with your debrief",
  finished: "Read your debrief",
  reviewed: "Read your debrief",
};

/** Why it is worth it, beside the button. */
export const postMortemLine = "Two minutes while it is fresh: what they asked, and what to try next time.";

export const postMortemStaffLabels: Readonly<Record<keyof typeof postMortemLabels, string>> = {
  none: "No post-mortem yet",
  started: "Post-mortem started",
  finished: "Post-mortem finished",
  reviewed: "Post-mortem reviewed",
};

/** Beside a time that clocks show twice on that day. */
export const twiceNotes = {
  earlier: "Clocks show this time twice that day; this is the earlier one.",
  later: "Clocks show this time twice that day; this is the later one.",
};

export function roundLabel(round: number): string {
  return `Round ${round}`;
}

/** "45 minutes", "1 hour", "1 hour 30 minutes" */
export function lengthLabel(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours === 0 ? "" : `${hours} ${hours === 1 ? "hour" : "hours"}`,
    rest === 0 ? "" : `${rest} minutes`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
