/** The admin's overview: one section a matter, with what it says when nothing is there. Names are whole names. */
export const overviewWords = {
  title: "Reports",
  intro: "What is overdue, and where it is mended.",
  whoSees:
    "Only admins see this page. What candidates shared with their counselor alone is counted here by counselor, without names or text.",
  more: (count: number) => `and ${count} more`,
  atLeast: (count: number) => `${count} or more`,
  withCounselor: (name: string) => `With ${name}`,
  noCounselor: "Nobody looks after them",
  waiting: (count: number, since: string) =>
    count === 1 ? `1, since ${since}` : `${count}, the oldest since ${since}`,
  since: (when: string) => `since ${when}`,
  last: (when: string) => `last active ${when}`,
  never: "nothing yet",
  counselorLeft: (name: string) => `${name} was deactivated`,
  missed: (what: string, when: string) => `${what}, ${when}`,
  flagged: "Mails come back; the address wants mending",
  dead: "A mail was given up",
} as const;

/** One matter of the overview. */
export const matterWords = {
  reviews: {
    title: "Reviews overdue",
    none: "No review is overdue.",
    link: "Candidates to review",
    hint: "Finished 48 hours ago, or with the next interview within a day.",
  },
  wishes: {
    title: "Feedback to ask the client for",
    none: "No candidate waits for feedback that the agency was asked to fetch.",
    link: "All candidates",
    hint: "Candidates asked the agency to ask.",
  },
  sessions: {
    title: "Next workshop sessions",
    none: "No workshop session is to come.",
    link: "Workshops",
    hint: "With how many of their seats are taken.",
  },
  absences: {
    title: "Absences",
    none: "Nobody was marked absent in the last 30 days.",
    link: "Workshops",
    hint: "Marked absent from a workshop session in the last 30 days.",
  },
  unassigned: {
    title: "Candidates without a counselor",
    none: "Every candidate has an active counselor.",
    link: "Show them all",
    hint: "No counselor, or one who was deactivated.",
  },
  silent: {
    title: "Silent candidates",
    none: "No candidate has been silent for 14 days.",
    link: "Show them all",
    hint: "Nothing from them for 14 days.",
  },
  mails: {
    title: "Mails that do not arrive",
    none: "No mail was given up in the last seven days, and no address is flagged.",
    link: "Mails given up",
    hint: "Given up in the last seven days, and addresses from which mails come back.",
  },
} as const;

export type MatterKind = keyof typeof matterWords;
