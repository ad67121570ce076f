import type { FeedbackWish } from "#lib/infra/prisma/enums.ts";

/** Around the steps that are opened from "Anything else?". */
export const moreWords = {
  causes: "Other things that got in the way, at most two",
  title: "If you like",
  ratings: "Rate yourself",
  feedback: "Any feedback so far",
  worked_well: "What worked",
  done: "written down",
};

/** What a candidate may want done about feedback that has not come. */
export const feedbackWishLabels: Record<FeedbackWish, { label: string; hint: string }> = {
  remind_me: { label: "Remind me once I’ve heard", hint: "" },
  ask_now: { label: "I’d like to ask them now", hint: "With a ready mail that you can change." },
  ask_agency: { label: "Ask the agency to ask them", hint: "They know whom to call." },
};

/** The same as the candidate's page and the counselor's summary say it afterwards. */
export const feedbackWishShown: Record<FeedbackWish, { own: string; staff: string }> = {
  remind_me: {
    own: "You would like to be reminded once you have heard.",
    staff: "Would like to be reminded once they have heard.",
  },
  ask_now: { own: "You would like to ask them.", staff: "Would like to ask the employer themselves." },
  ask_agency: {
    own: "You would like the agency to ask them.",
    staff: "Would like you to ask the client.",
  },
};

export const feedbackWords = {
  words: "What they said",
  from: "Who said it",
  fromHint: "A first name or a role is enough.",
  wishes: "Nothing yet?",
  said: (from: string) => `Said by ${from}`,
};

export const workedWords = { line: "In one line" };

export const nextRoundWords = {
  date: "Date",
  time: "Time",
  zone: (zone: string) => `${zone} time`,
  format: "How you talk",
  logged: (when: string) => `The next round is logged already: ${when}.`,
  toIt: "See it",
  atFinish: "It stands with your interviews as soon as you finish.",
};

/** After a very low one. `counselor` is a first name. */
export const enoughWords = {
  button: "That is enough for today",
  sends:
    "It shares how you feel, how it ended and the line that you kept with whom you choose here, and nothing else. The rest waits for you.",
  title: "That is enough for today",
  body: "What you wrote down is safe. Nothing more is needed now.",
  restTitle: "The rest",
  rest: "The rest is here whenever you want. It takes about two minutes.",
  goOn: "Go on with the rest",
  toHome: "To Home",
  keepLabel: "To keep",
  askCall: (counselor: string) => `Ask ${counselor} to call me`,
  askCallMeans: (counselor: string) =>
    `${counselor} gets a mail at once. If you change your mind, take it back here.`,
  askCallOnly: (counselor: string) =>
    `${counselor} learns that you would like a call, and nothing of what you wrote.`,
  asked: (counselor: string) => `You asked ${counselor} to call you.`,
  takeBack: "Take it back",
  called: (name: string, when: string) => `${name} noted a call with you, ${when}.`,
  helpLine: "Or the agency’s help line",
};

/** What the counselor reads of a very low one. `name` is a first name. */
export const lowMomentWords = {
  title: (name: string) => `${name} feels very low`,
  titleCall: (name: string) => `${name} would like a call`,
  sent: "Sent",
  mood: "Mood",
  outcome: "Outcome",
  keep: "Kept while it was fresh",
  noReview: "No review is due. The rest may follow when they want to.",
  askedCall: (when: string) => `Asked for a call, ${when}.`,
  onlyCall: "Nothing else of it is shared with you.",
  candidate: (name: string) => `All about ${name}`,
  iCalled: "I called",
  called: (name: string, when: string) => `${name} called, ${when}.`,
};

/** Who can see the first half of a very low one. Names are first names. */
export const enoughSeenByWords = {
  my_counselor: (counselor: string | null) =>
    counselor
      ? `You and ${counselor} can see how you feel, how it ended and the line that you kept. Anything else is only yours until you finish.`
      : "You can see this, and your counselor once you have one.",
  agency:
    "You and every counselor of the agency can see how you feel, how it ended and the line that you kept. Anything else is only yours until you finish.",
};
