/** Longest texts, in characters, and how many actions of one post-mortem may be open at once. */
export const planLimits = { text: 160, why: 300, open: 3 } as const;

/** What the plan says where it makes an action itself. */
export const ownActionTexts = {
  draftRoughest: "Draft an answer to your roughest question",
  sayPromise: "Say your promise aloud to somebody",
  sayBestAnswer: "Say your best answer aloud to somebody",
  checkWithClient: "Check with the client what decided it",
};

/** When an action is due. `day` is relative: "tomorrow", "Thu 26 Nov". */
export const dueWords = {
  today: "today",
  by: (day: string) => `by ${day}`,
  undated: "before your next interview",
  /** For what is no preparation: whenever it suits. */
  anyTime: "no date",
};

/** The candidate's own plan, on the page of the debrief and on Home. Names are first names. */
export const nextStepsWords = {
  title: "Next steps",
  homeTitle: "Your next steps",
  more: (count: number) => `${count} more`,
  done: "Done",
  undo: "Undo",
  isDone: "Done",
  isNotDoing: "Not doing this",
  isCarried: "Goes on in a later debrief",
  notDoing: "Not doing this",
  whyLabel: "What makes it not for you?",
  whyHint: "One line is enough. It can come back at any time.",
  saveNotDoing: "Not doing this",
  bringBack: "Bring it back",
  book: "Book a mock interview",
  guide: (cause: string) => `Guide: ${cause}`,
  ownedBy: (name: string) => `${name} does this.`,
  accepted: (name: string) => `${name} says: a good thing to do.`,
  addedBy: (name: string) => `Added by ${name}.`,
  about: (employer: string) => `From your debrief about ${employer}`,
  emptyAfterChoice: "Nothing to do from this one. What you wrote down is already something to go on.",
  emptyBeforeChoice: "Up to three next steps will stand here once you have said what got in the way.",
  closedDone: "Closed · everything is done",
  closedQuiet: "Closed after 60 quiet days",
  reopen: "Open it again",
};

/** The candidate's plan on the review page, for staff. Names are first names. */
export const planReviewWords = {
  title: "The plan",
  blind: (name: string) => `The plan of ${name} stands here once both of you have chosen causes.`,
  empty: (name: string) => `${name} has no next step from this post-mortem.`,
  emptyOwn: "Nothing added yet.",
  accept: "A good thing to do",
  accepted: (name: string) => `Accepted by ${name}`,
  madeBy: (name: string) => `Added by ${name}`,
  owner: (name: string) => `${name} does this`,
  change: "Change",
  text: "What to do",
  dueOn: "Due on",
  dueHint: "Without a date it follows the next interview.",
  save: "Save the change",
  replace: "Replace",
  replaceBy: "By one of these",
  replaceOwn: "Or in your own words",
  saveReplacement: "Replace it",
  add: "Add a next step",
  addFrom: "From the causes",
  addOwn: "Or in your own words",
  kind: "What it works on",
  saveAddition: "Add it",
  chooseFirst: "Choose causes above first; then what helps with them can be added here.",
  full: "Three are open, and more at once helps nobody. One that is done makes room.",
  suggested: "What helps with the causes that you chose",
  choose: "Choose",
  undated: "before their next interview",
  carried: "Goes on in a later post-mortem",
  done: (name: string) => `${name} has done this`,
  setAside: (name: string) => `${name} is not doing this`,
};

export const planWords = {
  stale: "This was changed somewhere else in the meantime. What you see now is how it stands.",
  already_ended: "This next step is settled already.",
  already_open: "This is open already.",
  three_already: "Three next steps are open already, and three are plenty. Settle one to make room.",
  already_there: "This is part of the plan already.",
  choose_first: "Choose causes first; both sides choose before either sees the other's plan.",
  text_needed: "Please say in a few words what to do, or take one from the list.",
  one_of_two: "Please take one from the list or write your own, not both.",
  why_needed: "One line of why is enough, and helps to find something that fits better.",
  not_a_choice: "Please choose one of those on the list.",
  date_needed: "Please give a date, or leave it empty.",
};
