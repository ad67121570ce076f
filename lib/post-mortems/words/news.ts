/** The titles of the screens of the short path after the employer's answer. */
export const newsScreenWords = {
  news_mood: { title: "How does their answer feel?", hint: "There is no good or bad answer here." },
  news_reason: {
    title: "Did they say what decided it?",
    hint: "Skip this if they did not, or if you have not asked.",
  },
  news_words: {
    title: "What did they say?",
    hint: "In their own words, as well as you remember. Leave it empty if there was nothing.",
  },
  news_wish: { title: "Would you like to hear more from them?", hint: "Nothing is sent without your tap." },
  news_done: { title: "That is all", hint: "" },
} as const;

/** The short path after the answer, and what tells of it afterwards. */
export const newsWords = {
  words: "Their words",
  from: "Who said it",
  fromHint: "A name or a role, such as the team lead.",
  doneMeans: "What you added goes into your debrief. Who can see it stays as it is.",
  done: "Done",
  /** On the finished page, once the answer is known and nothing was added yet. */
  offerTitle: "You know how it ended now",
  offer: "Two or three taps: how it feels, what they said, and only what may change.",
  begin: "Add what came back",
  wishes: {
    ask_now: "Ask them for feedback",
    ask_agency: "Ask the agency to ask them",
    remind_me: "Remind me later",
  },
  /** On reading pages. */
  felt: "How their answer felt",
  staffFelt: "Mood after the answer",
};

/** "Fill in on a call". Names are first names. */
export const callWords = {
  start: "Fill in on a call",
  startMeans: (candidate: string) =>
    `You write down what ${candidate} tells you. ${candidate} confirms it, and only then is it finished.`,
  goOn: "Go on with the call",
  atWork: (candidate: string) =>
    `You fill this in for ${candidate}, on a call. Read the questions out. Only the two of you can read it, and you no longer once you hand it over.`,
  handOver: (candidate: string) => `${candidate} confirms it`,
  handOverMeans: (candidate: string) =>
    `${candidate} gets a mail, can change every answer, says who may see it, and finishes it.`,
  theirsToChoose: (candidate: string) => `${candidate} chooses alone`,
  theirsToChooseMeans: (candidate: string) =>
    `${candidate} chooses when confirming, and you in your review: two views are worth more than one.`,
  together: "We chose it together",
  togetherMeans: "One choice for both of you. It counts as no agreement.",
  /** What the candidate reads, before confirming and afterwards. */
  entered: (counselor: string) => `${counselor} entered this with you on a call.`,
  confirm: "Change anything you like. Finish confirms it; until then nothing is shared.",
  written: "What is written down so far",
  nothingWritten: "Nothing yet.",
  enteredBy: (counselor: string) => `Entered by ${counselor} on a call, confirmed by the candidate.`,
  chosenTogether: (name: string) => `You and ${name} chose this together on the call.`,
};

/** The titles of the two screens that only a call has. */
export const callScreenWords = {
  together: {
    title: "What got in the way: did you choose it together?",
    hint: "Tick this only if you both named it.",
  },
  hand_over: { title: "Hand it over", hint: "" },
} as const;

/** What a page says after `?done=…`. */
export const newsFlashes = {
  heard_back: "Added to your debrief.",
  handed_over: "Handed over. A mail is on its way.",
};

export const newsRefusals = {
  not_heard:
    "How it ended was changed in the meantime, so there is nothing to add. What you entered is kept.",
  not_asked: "This step is not asked any more. What you sent before is safe.",
  begun_already: "This was begun already, so the person it is about goes on with it.",
};
