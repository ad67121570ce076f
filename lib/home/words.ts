import type { MockKind } from "#lib/infra/prisma/enums.ts";

/** The card of the one next step. `what` is the session, the interview's employer, or the note's author. */
export const stepWords = {
  join: (what: string) => ({ title: `Your ${what} starts soon`, button: "See where you meet" }),
  write: (what: string) => ({ title: `How was it at ${what}?`, button: "Write your debrief" }),
  finish: (what: string) => ({ title: `You have started your debrief about ${what}`, button: "Go on" }),
  confirm: (what: string, by: string) => ({
    title: `${by} entered your debrief about ${what} on your call`,
    button: "Read and confirm",
  }),
  read: (what: string) => ({ title: `${what} has written to you`, button: "Read the note" }),
  prepare: (what: string) => ({ title: `Your interview with ${what}`, button: "See the details" }),
  session: (what: string) => ({ title: `Your ${what}`, button: "See the details" }),
  catchUp: (what: string) => ({ title: `What do you remember of ${what}?`, button: "Write your debrief" }),
  first: () => ({ title: "Start with an interview", button: "Log an interview" }),
  practise: () => ({ title: "Say it aloud to somebody", button: "Book a mock interview" }),
  nothing: () => ({ title: "Nothing to do right now", button: "Log an interview to come" }),
};

/** One line under the card's title, where it helps. */
export const stepLines = {
  write: "Two minutes while it is fresh: what they asked, and what to try next time.",
  finish: (audience: string) =>
    `Everything you entered is kept, and only you can see it. If you send it: ${audience}`,
  catchUp: "What is still there is enough: a question or two, and one thing to try next time.",
  first:
    "One that is over, or one to come. Afterwards you write down what happened, and your counselor helps to make the next one better.",
  practise: "Your counselor asks, you answer, and the next real one is easier. Nothing hangs on it.",
  nothing: "After your next interview this is where you go on.",
};

export const sessionNames: Readonly<Record<MockKind, string>> = {
  mock: "mock interview",
  prep: "prep session",
};

export const homeWords = {
  justHad: "I've just had an interview",
  sendAsItIs: "Send as it is",
  heardBack: "I've heard back",
  heardAnything: "Heard anything?",
  notYet: "Not yet",
  waiting: "Waiting for an answer",
  nextInterview: "Next interview",
  nextSession: "Next session",
  notes: "Notes you have not read yet",
};
