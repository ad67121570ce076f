import type { Mood, PromiseAnswer, Rating, Sharing, Signal } from "#lib/infra/prisma/enums.ts";
import { newsRefusals } from "./news.ts";

/** The longest texts (in characters) and lists of the form. */
export const limits = {
  question: 300,
  surprise: 1000,
  promise: 300,
  feedbackWords: 2000,
  feedbackFrom: 120,
  workedWell: 300,
  keepLine: 1000,
  bankId: 60,
  /** The stored text of any answer. */
  value: 2000,
  questions: 5,
  contributing: 2,
  /** How old an answer may be when a device sends it, in milliseconds: 30 days. */
  ageMs: 30 * 24 * 60 * 60 * 1000,
  answersAtOnce: 200,
  /** Rows of answers of one draft, every change counted. */
  rows: 4000,
} as const;

export const moodLabels: Record<Mood, string> = {
  great: "Great",
  good: "Good",
  unsure: "Unsure",
  low: "Low",
  very_low: "Very low",
};

export const ratingLabels: Record<Rating, string> = {
  strong: "Strong",
  okay: "Okay",
  rough: "Rough",
  blank: "Blank",
};

/** How one question went, as one tap. */
export const ratingChoiceLabels = {
  strong: { label: "Strong", hint: "" },
  okay: { label: "Okay", hint: "" },
  rough: { label: "Rough", hint: "" },
  blank: { label: "Blank", hint: "I had nothing to say" },
  blank_knew_it: { label: "Blank, but I knew it", hint: "I had an answer, it just did not come out" },
};

export const signalLabels: Record<Signal, string> = {
  late: "Late start",
  tech_problem: "Tech problem",
  cut_short: "Cut short",
  asked_again: "They asked again",
  moved_on_fast: "Moved on fast",
  pushed_back: "Pushed back",
  cut_me_off: "Cut me off",
  sold_me_the_job: "Sold me the job",
  not_interested: "Not interested",
  asked_nothing: "I asked nothing",
  surprise: "A surprise",
};

export const promiseAnswerLabels: Record<PromiseAnswer, string> = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
  did_not_come_up: "It did not come up",
};

export const promiseNextLabels = { keep: "Keep it", new: "Make a new one" };

/** What each choice is called, and what it means, in one line. `counselor` is a first name. */
export const sharingWords: Record<Sharing, { label: string; meaning: (counselor: string) => string }> = {
  only_me: {
    label: "Only me",
    meaning: () => "Nobody at the agency can read it. It counts in totals, without a word of it.",
  },
  my_counselor: {
    label: "My counselor",
    meaning: (counselor) =>
      `${counselor} reads it and can answer you. Somebody standing in for ${counselor} can too, and that is logged.`,
  },
  agency: { label: "The agency", meaning: () => "Every counselor of the agency can read it and help." },
};

export const formWords = {
  name: "Debrief",
  onlyYou: "Only yours until you finish.",
  onlyYouMeans:
    "Until then your counselor sees that you started, nothing else. It takes about two minutes; stop at any point and go on later.",
  progress: (position: number, of: number) => `${position} of ${of}`,
  back: "Back",
  next: "Next",
  skip: "Skip this",
  finish: "Finish",
  planned: (ifText: string, thenText: string) => `You planned: “if ${ifText}, then I will ${thenText}”.`,
  choose: "Your answer",
  saidWhy: "They said no, and why",
  chooseAny: "Choose any",
  add: "Add",
  addQuestion: "Add another",
  addOwnQuestion: "In your words",
  fromTheList: "Or one of these",
  fiveGiven: "Five are plenty. Remove one to add another.",
  questionsSoFar: (count: number) =>
    count === 1 ? "1 question written down" : `${count} questions written down`,
  seeThem: "See them",
  rate: "Say how it went",
  change: "Change",
  yourCounselor: "your counselor",
  finishing: "Sending…",
  ownPromise: "Or in your own words: next time,",
  cannotRecall: "I can’t recall",
  removeQuestion: "Remove",
  surpriseLabel: "What surprised you?",
  causesFirst: "Suggested from what you wrote",
  causesUsual: "The usual places to look",
  causesBeside: "Or",
  causesMore: "More",
  promiseIf: "If",
  promiseThen: "then I will",
  promiseSuggestions: "Take one of these",
  nothingNoticed: "Nothing in particular",
  plannedSentence: (ifText: string, thenText: string) => `If ${ifText}, then I will ${thenText}.`,
  promiseSentence: (ifText: string, thenText: string) => `Next time, if ${ifText}, then I will ${thenText}.`,
  readBy: (name: string, when: string) => `${name} read this ${when}`,
};

/** The parts of the page on which it is read afterwards. */
export const readWords = {
  interview: "Interview",
  finished: "Finished",
  mood: "How I felt",
  outcome: "How it ended",
  planned: "I had planned",
  kept: "Did I do it?",
  asked: "What they asked",
  noticed: "What I noticed",
  causes: "What got in the way",
  promise: "One promise for next time",
  ratings: "How I rated myself",
  feedback: "What they said",
  workedWell: "What worked",
  keepLine: "What I kept while it was fresh",
  changeSharing: "Change who may see this",
};

/** Where there is nothing to read yet. */
export const waitingWords = {
  not_yet: {
    title: "This interview has not started yet",
    why: "Its debrief opens when it starts, so that you can write things down while they are fresh:",
  },
  started: {
    title: "Started, and not yet shared",
    why: "Only the candidate can read it until they share it. The interview was",
  },
  toInterview: "To the interview",
};

/** The sentences of the thirty-second summary, for the counselor. */
export const summaryWords = {
  title: "In thirty seconds",
  knewIt: "knew it",
  cannotRecall: "Could not recall the questions.",
  noQuestions: "No questions written down.",
  noSignals: "Nothing noticed in particular.",
};

/** Who can see a post-mortem, in one line. `counselor` and `candidate` are first names. */
export const seenByWords = {
  draft: "Only you can see this, until you finish.",
  only_me: "Only you can see this.",
  my_counselor: (counselor: string | null) =>
    counselor
      ? `You and ${counselor} can see this.`
      : "You can see this, and your counselor once you have one.",
  agency: "You and every counselor of the agency can see this.",
  staffAssigned: (candidate: string) => `${candidate} and you, as the assigned counselor, can see this.`,
  staffAgency: (candidate: string) => `${candidate} and every counselor of the agency can see this.`,
};

/** What a page says after `?done=…`. */
export const postMortemFlashes = {
  finished: "Finished. Well done for writing it down.",
  sharing: "Changed. The line below says who can see it now.",
  chosen: "Your view is written down.",
};

/** Two opinions side by side. `own` and `other` come from the reader’s side; `name` is the other person’s first name. */
export const opinionWords = {
  yoursFirst: (name: string) => `${name} has a view. Yours first?`,
  giveMine: "Give mine",
  showMe: "Show me",
  showMeMeans: "Shows both, and notes yours as “not sure yet”.",
  waitingForOther: (name: string) => `You will see ${name}’s view here as soon as there is one.`,
  agree: (name: string) => `You and ${name} see it the same way.`,
  differ: (name: string) => `You and ${name} see some of it differently. That is worth talking about.`,
  onlyOwn: (cause: string, name: string) => `${cause}: you chose this, ${name} did not.`,
  onlyOther: (cause: string, name: string) => `${cause}: ${name} chose this, you did not.`,
  ownWeighsMore: (cause: string, name: string) => `${cause}: the main thing for you, part of it for ${name}.`,
  otherWeighsMore: (cause: string, name: string) =>
    `${cause}: part of it for you, the main thing for ${name}.`,
  both: (cause: string) => `${cause}: you both chose this.`,
};

export const postMortemWords = {
  ...newsRefusals,
  not_found: "We cannot find that. It may have moved, or it is not yours to open.",
  not_yours: "We cannot find that. It may have moved, or it is not yours to open.",
  not_yet: "This interview has not started yet. Come back to its debrief afterwards.",
  full: "This debrief has taken as many changes as it can hold. Please finish it with what is there.",
  already_finished: "This debrief is already finished. What you sent is safe.",
  nothing_yet: "There is nothing to send yet. One answer is enough.",
  not_a_choice: "Please choose one of the answers on the screen.",
  too_many: "Please choose at most two.",
  too_long: "That is a little long for this box. Please shorten it.",
  not_clean: "This text has characters in it that cannot be shown. Please type it without them.",
  already_chosen: "A choice is written down already, and first choices are kept.",
  choose_one: "Please choose one of the answers on the screen.",
  question_needed: "Please type their question, or take one from the list.",
  five_already: "Five questions are enough. Remove one to add another.",
  promise_in_two: "A promise needs both halves: when it happens, and what you will do.",
  next_in_two: "Please give both, the date and the time, or leave both empty.",
  no_such_time:
    "Clocks go forward then, so the time of the next round does not exist on that day. Please go back to it and change it.",
  not_a_time: "Please enter a date from 2000 to 2099, and a time such as 14:30.",
  not_offered: "That opens a week after their answer. Until then you can be reminded.",
  not_enough_yet: "There is nothing to send yet. One tap on how you feel is enough.",
  already_sent: "This is sent already. The rest waits here whenever you want.",
  already_asked: "You have asked for a call already.",
  already_called: "The call is noted already.",
  too_old: "This answer has waited too long on your device. Please open the debrief and give it again.",
};

/** The field at which a refusal of one screen stands, in the browser and at the door alike. */
export const refusalFields = {
  promise_in_two: "promise_then",
  question_needed: "own_question",
  five_already: "own_question",
  next_in_two: "next_time",
  not_offered: "feedback_wish",
} as const;
