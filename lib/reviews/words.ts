/** Longest texts of the feature, in characters. */
export const reviewLimits = { note: 4000, answer: 4000, internalNote: 4000, contributing: 2 };

export const reviewWords = {
  noteNeeded: "Please write the note first.",
  answerNeeded: "Please write your answer first.",
  internalNeeded: "Please write the internal note first.",
  causeNeeded: "Please choose what got in the way most. “Not sure yet” is a choice.",
  twoAtMost: "Please choose at most two beside the main one.",
  stale:
    "This note was changed somewhere else in the meantime. What you typed stands in the form; the saved text stands above it.",
  already_chosen: "A choice is written down already, and first choices are kept.",
  already_reviewed: "A colleague was a moment quicker: this is reviewed already.",
  already_settled: "This answer was settled in the meantime.",
};

/** What a page says after `?done=…`. */
export const reviewFlashes = {
  shared: "Shared. A mail is on its way.",
  shared_reviewed: "Shared, and marked as reviewed. A mail is on its way.",
  reviewed: "Marked as reviewed.",
};

/** Staff's words of the review page. Names are first names. */
export const reviewPageWords = {
  causesTitle: "What got in the way?",
  causesHint: (name: string) =>
    `Choose before you see what ${name} chose: two views are worth more than one that follows.`,
  primary: "Most of all",
  contributing: "And beside it, at most two",
  choose: "Keep my choice",
  waitingForOther: (name: string) =>
    `Your choice is written down. ${name} sees it after choosing too, and so do you.`,
  nobodyAsked: "After good news nobody is asked for causes.",
  afterTalking: "You have talked, and see it differently now?",
  conversation: (name: string) => `Notes to ${name}`,
  nextTitle: "And then",
  book: "Book a mock",
  candidate: (name: string) => `All about ${name}`,
  noteTitle: (name: string) => `A note to ${name}`,
  noteHint: "What you saw, what helps, one thing to try. It goes out by mail, and they can answer.",
  share: "Share the note",
  shareAndReview: "Share and mark as reviewed",
  review: "Mark as reviewed",
  reviewed: (name: string, when: string) => `Reviewed by ${name}, ${when}.`,
  wellDone: "Say “Well done”",
  wellDoneNote: "Well done!",
  ratings: "Rates themselves",
  feedback: "The employer said",
  saidBy: (from: string) => `said by ${from}`,
  workedWell: "What worked",
  keepLine: "Kept while it was fresh",
  notReadYet: (name: string) => `${name} has not read this yet.`,
  readOn: (name: string, when: string) => `${name} read this ${when}.`,
  readBefore: (name: string, when: string) => `${name} read this ${when}, before it was edited.`,
  settle: "Nothing to add",
  internalTitle: "Internal notes",
  internalWarning:
    "Write it as if the candidate might read it: the law can give people a right to see what is kept about them.",
  internalSave: "Save the internal note",
};

/** A candidate's words around the notes. Names are first names. */
export const noteWords = {
  title: (names: readonly string[]) => (names.length === 1 ? `Note from ${names[0] ?? ""}` : "Notes"),
  from: (name: string, when: string) => `${name}, ${when}`,
  edited: (when: string) => `edited ${when}`,
  you: "You",
  answerLabel: (name: string) => `Answer ${name}`,
  answerHint: "A thought, a question, or what you will try. It goes to them by mail.",
  send: "Send the answer",
  readOn: (name: string, when: string) => `${name} read this ${when}.`,
};

/** Who can see an internal note, in one line. `candidate` is a first name. */
export const internalAudience = {
  ofPostMortem: (candidate: string) =>
    `Every colleague who can read this post-mortem can see this. ${candidate} cannot.`,
  ofCandidate: (candidate: string) =>
    `The counselor of ${candidate} and the agency's admins can see this. ${candidate} cannot.`,
};
