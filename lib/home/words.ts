import type { MockKind } from "#lib/infra/prisma/enums.ts";

/** The card of the one next step. `what` is the session, the interview's employer, or the note's author. */
export const stepWords = {
  join: (what: string) => ({ title: `Your ${what} starts soon`, button: "See where you meet" }),
  answer: (what: string) => ({ title: `A seat in a ${what} is held for you`, button: "Answer" }),
  write: (what: string) => ({ title: `How was it at ${what}?`, button: "Write your debrief" }),
  finish: (what: string) => ({ title: `You have started your debrief about ${what}`, button: "Go on" }),
  read: (what: string) => ({ title: `${what} has written to you`, button: "Read the note" }),
  news: (what: string) => ({ title: `You have heard from ${what}`, button: "Say what came" }),
  do: (what: string) => ({ title: what, button: "See the step" }),
  rest: (what: string) => ({ title: `The rest of your debrief about ${what}`, button: "Open the rest" }),
  prepare: (what: string) => ({ title: `Your interview with ${what}`, button: "See the details" }),
  session: (what: string) => ({ title: `Your ${what}`, button: "See the details" }),
  catchUp: (what: string) => ({ title: `What do you remember of ${what}?`, button: "Write your debrief" }),
  first: () => ({ title: "Start with an interview", button: "Log an interview" }),
  practise: () => ({ title: "Say it aloud to somebody", button: "Book a mock interview" }),
  nothing: () => ({ title: "Nothing to do right now", button: "Log an interview to come" }),
};

/** The same card for a draft that a counselor entered on a call, where its candidate confirms it. */
export const confirmWords = (what: string, by: string) => ({
  title: `${by} entered your debrief about ${what} on your call`,
  button: "Read and confirm",
});

/** One line under the card's title, where it helps. */
export const stepLines = {
  write: "Two minutes while it is fresh: what they asked, and what to try next time.",
  finish: (audience: string) =>
    `Everything you entered is kept, and only you can see it. If you send it: ${audience}`,
  news: "An answer may change what you think got in the way. Half a minute, and you can skip all of it.",
  answer: (title: string, until: string) => `${title}. Until ${until}, then it goes to the next person.`,
  due: (on: string) => `A step of your plan, for ${on}.`,
  rest: "The first half was enough for that day, and it is kept. The other half takes two minutes, if you like.",
  catchUp: "What is still there is enough: a question or two, and one thing to try next time.",
  first:
    "One that is over, or one to come. Afterwards you write down what happened, and your counselor helps to make the next one better.",
  practise: "Your counselor asks, you answer, and the next real one is easier. Nothing hangs on it.",
  nothing: "After your next interview this is where you go on.",
};

/** Why a step is the next one, in one line. */
export const stepReasons = {
  join: "This comes first because somebody is waiting for you there.",
  answer: "This comes first because it is held for some hours only, and takes one tap.",
  write: "This comes first because memory fades fastest on the first day.",
  finish: "This comes first because you have begun, and only the end is left.",
  news: "This comes first because an answer is there.",
  read: "This comes first because somebody took the time to write to you.",
  prepare_today: "This comes first because it is today.",
  prepare_tomorrow: "This comes first because it is tomorrow.",
  prepare_ahead: "This is next because it is what comes up.",
  do_today: "This comes first because its day is today.",
  do_overdue: "This comes first because its day has come and gone. It still helps.",
  session: "This comes first because it is within a day.",
  rest: "This is next because a night lies between, and only if you like.",
  catchUp: "This is next because an interview of some days ago has something to teach too.",
  first: "This comes first because everything else starts from it.",
  practise: "This is next because everything is written down.",
  nothing: "You are up to date.",
};

export const sessionNames: Readonly<Record<MockKind, string>> = {
  mock: "mock interview",
  prep: "prep session",
};

export const homeWords = {
  afterThat: "After that:",
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
