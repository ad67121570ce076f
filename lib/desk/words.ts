import type { Mood } from "#lib/infra/prisma/enums.ts";

/** The one next act of each row. */
export const deskActs = {
  session: "Open the session",
  attendance: "Set attendance",
  review: "Review",
  answer: "Read the answer",
  no_prep: "Book a prep session",
  no_post_mortem: "See the candidate",
  call: "Call",
  very_low: "See the candidate",
  good_news: "Well done",
  help_request: "Accept or answer",
};

const moods: Readonly<Record<Mood, string>> = {
  great: "feels great",
  good: "feels good",
  unsure: "feels unsure",
  low: "feels low",
  very_low: "feels very low",
};

/** Why a row stands on the desk, in one line. Times come as labels in the counselor's zone. */
export const deskReasons = {
  session: (what: string, when: string) => `${what}, ${when}.`,
  attendance: (what: string, when: string) => `${what}, ${when}, and nobody has said who came.`,
  review: ({
    employer,
    finished,
    mood,
    next,
  }: {
    employer: string;
    finished: string;
    mood: Mood | null;
    next: string | null;
  }) =>
    `Post-mortem about ${employer}, finished ${finished}${mood ? `; ${moods[mood]}` : ""}.${next ? ` Next interview ${next}.` : ""}`,
  shared: (employer: string, counselor: string | null) =>
    `Post-mortem about ${employer}, shared with the agency and not reviewed in time.${counselor ? ` ${counselor} is their counselor.` : ""}`,
  call_asked: (employer: string, when: string) => `Asked for a call ${when}, after ${employer}.`,
  three_very_low: (employer: string, when: string) =>
    `Very low three times in a row, the last time after ${employer}, ${when}.`,
  very_low: (employer: string, when: string, isHalf: boolean) =>
    `Feels very low after ${employer}; ${isHalf ? "wrote the first half" : "finished the post-mortem"} ${when}. No review is due.`,
  good_news: (employer: string, outcome: string, finished: string) =>
    `Good news from ${employer}: ${outcome.toLowerCase()}. Post-mortem finished ${finished}; no review is due.`,
  help_request: (topic: string, when: string) =>
    `Asks for help with ${topic}, confirmed ${when}. Nobody looks after them yet.`,
  answer: (author: string, when: string) => `Answered ${author} ${when}.`,
  no_prep: (employer: string, when: string) =>
    `Interview with ${employer}, ${when}, and no prep session yet.`,
  no_post_mortem: (employer: string, when: string, isStarted: boolean) =>
    `Interview with ${employer} ended ${when}; ${isStarted ? "a post-mortem is started, not finished" : "no post-mortem yet"}.`,
};

/** What a row was done with, for the line on top. */
export const deskFlashes = { called: "Written down: you have called." };

export const deskWords = {
  called: "I have called",
  calledLabel: (candidate: string) => `I have called ${candidate}`,
  title: "Desk",
  intro: "Who needs you now, the most urgent first.",
  until: "by",
  overdue: "was due",
  emptyTitle: "Nobody is waiting for you",
  empty:
    "Post-mortems to review, answers to your notes, sessions and interviews that are near stand here as they come.",
  emptyAction: "See your candidates",
  cut: (shown: number) => `These are the ${shown} most urgent. The others come up as these are done.`,
  next: "Next",
  previous: "Previous",
};
