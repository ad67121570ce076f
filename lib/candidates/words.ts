/** What the list may be narrowed to, by the address. */
export const candidateFilters = {
  all: "All",
  to_review: "To review",
  interview: "Interview to come",
  invited: "Not here yet",
  silent: "Silent for 14 days",
  no_counselor: "Without a counselor",
} as const;
export type CandidateFilter = keyof typeof candidateFilters;

export const candidatesWords = {
  title: "Candidates",
  filters: "Show",
  invite: "Invite a candidate",
  next: (when: string, employer: string) => `Interview ${when}, ${employer}`,
  noNext: "No interview to come",
  lastReviewed: (when: string) => `last post-mortem ${when}, reviewed`,
  lastToReview: (when: string) => `last post-mortem ${when}, to review`,
  due: "To review",
  emptyTitle: "No candidates yet",
  empty: "Whoever you invite stands here with their next interview and their last post-mortem.",
  noneTitle: "Nobody here at the moment",
  none: "No candidate of yours is in this state.",
  more: "More candidates",
};

/** What a page says after `?done=…`. */
export const candidateFlashes = { invited: "The invitation is on its way." };

/** The page of one candidate. Names are first names. */
export const candidatePageWords = {
  facts: "At a glance",
  timeline: "What happened",
  next: "Next interview",
  none: "None known",
  localTime: "Their time now",
  mail: "Mail address",
  counselor: "Counselor",
  promise: "Open promise",
  active: "Active causes",
  seen: "Causes seen so far",
  resolved: (count: number) => `Resolved (${count})`,
  open: "Still open",
  /** What only one of them named, where the other named nothing beside. */
  nothingBeside: "nothing beside",
  kept: "Promises kept",
  keptOf: (kept: number, cameUp: number) => `${kept} of ${cameUp}`,
  keptShare: (kept: number, cameUp: number, percent: number) => `${kept} of ${cameUp}, ${percent} %`,
  logInterview: "Log an interview",
  book: "Book a mock",
  invited: "Invited, has not signed in yet",
  emptyTitle: "Nothing has happened yet",
  empty: (name: string) =>
    `Interviews, post-mortems, notes and sessions of ${name} stand here, newest first. The first interview starts it.`,
  older: "Older",
  newest: "Back to the newest",
};

/** One line of the timeline. */
export const timelineWords = {
  interview: (employer: string, jobTitle: string) => `Interview with ${employer}, ${jobTitle}`,
  started: (employer: string) => `Post-mortem about ${employer} started`,
  startedHint: "Only the candidate can read it.",
  post_mortem: (employer: string) => `Post-mortem about ${employer}`,
  veryLow: (name: string, employer: string) => `${name} felt very low after ${employer}`,
  reviewed: "Reviewed",
  toReview: "To review",
  goodNews: "Good news",
  note: (author: string) => `Note from ${author}`,
  answer: (candidate: string) => `${candidate} answered`,
  session: (kind: string, counselor: string) => `${kind} with ${counselor}`,
  cancelled: "Cancelled",
  internal: (author: string) => `Internal note from ${author}`,
  staffOnly: "Staff only",
};
