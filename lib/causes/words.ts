import type { CauseCode } from "#lib/infra/prisma/enums.ts";

/** What the help with a cause works on: skill, confidence, both, or something practical. */
export const kindLabels = { S: "Skill", C: "Confidence", B: "Skill and confidence", P: "Practical" };
export type CauseKind = keyof typeof kindLabels;

export type CauseText = {
  readonly name: string;
  readonly line: string;
  readonly kinds: readonly CauseKind[];
  /** How a promise about it begins, after "Next time, if …". */
  readonly promiseIf: string;
  /** Two ways to end it, after "then I will …". */
  readonly promiseThen: readonly [string, string];
};

/** The taxonomy of product.md, in its order. */
export const causes: Record<CauseCode, CauseText> = {
  NERVES: {
    name: "Nerves took over",
    line: "I knew it, but blanked, rushed or froze",
    kinds: ["B", "C"],
    promiseIf: "my mind goes blank",
    promiseThen: [
      "say “let me think about that for a moment”, breathe out once, and start with one fact",
      "ask them to say the question once more and use that time",
    ],
  },
  NO_ANSWER: {
    name: "A question I had nothing ready for",
    line: "It came up, and I had no answer yet",
    kinds: ["S"],
    promiseIf: "they ask something I have not prepared",
    promiseThen: [
      "say how I would find out, and give the nearest thing I have done",
      "name one situation that comes close, and what I learned from it",
    ],
  },
  NO_EXAMPLES: {
    name: "I stayed general",
    line: "No example, number or part of my own",
    kinds: ["S", "B"],
    promiseIf: "they ask how I work",
    promiseThen: [
      "start with “for example, last year” and tell one situation to its end",
      "say what I did myself and put one number to it",
    ],
  },
  RAMBLED: {
    name: "My answers ran long or short",
    line: "They cut in, or waited for more",
    kinds: ["S", "B"],
    promiseIf: "I notice that I have talked for more than a minute",
    promiseThen: [
      "finish the sentence, say the result, and ask whether they want more detail",
      "stop and ask “is that what you were after?”",
    ],
  },
  OFF_TARGET: {
    name: "I answered another question than they asked",
    line: "They had to ask again",
    kinds: ["S"],
    promiseIf: "a question has more than one part",
    promiseThen: [
      "say it back in my own words before I answer",
      "count its parts on my fingers and answer one after the other",
    ],
  },
  EMPLOYER_PREP: {
    name: "They expected me to know more about them",
    line: "What they do, for whom, and why them",
    kinds: ["S", "B"],
    promiseIf: "they ask what I know about them",
    promiseThen: [
      "name one product or customer of theirs and why it matters to me",
      "tell them one thing I read that week, and ask about it",
    ],
  },
  PITCH: {
    name: "I did not connect me to the job",
    line: "Why me, why here, why now",
    kinds: ["S", "C"],
    promiseIf: "they say “tell me about yourself”",
    promiseThen: [
      "give my three lines: what I do, what I did that fits, why this job",
      "start with the job’s main task and the time I did just that",
    ],
  },
  SKILL_GAP: {
    name: "They wanted something I do not have yet",
    line: "A skill, a certificate, a number of years",
    kinds: ["S", "C"],
    promiseIf: "they ask for something I have not done yet",
    promiseThen: [
      "say so plainly, name the closest thing I have done, and how I would learn the rest",
      "tell them about the last thing I learned quickly, and how long it took",
    ],
  },
  HISTORY: {
    name: "Hard topics",
    line: "Gaps, reasons for leaving, pay, references",
    kinds: ["B"],
    promiseIf: "they ask about my gap or why I left",
    promiseThen: [
      "say my three true sentences and then come back to this job",
      "say what happened in one sentence and what I did with the time in the next",
    ],
  },
  APPEARANCE: {
    name: "Appearance or setting",
    line: "Dress, room, camera, sound",
    kinds: ["P"],
    promiseIf: "the interview is on video",
    promiseThen: [
      "test camera, sound and light with somebody the day before",
      "sit facing the window, with the phone off and the door closed",
    ],
  },
  DISPOSITION: {
    name: "How I came across",
    line: "Energy, warmth, listening",
    kinds: ["B", "S"],
    promiseIf: "I walk in and greet them",
    promiseThen: [
      "use their names and say one thing I am looking forward to",
      "listen to the end of each question before I start to answer",
    ],
  },
  LOGISTICS: {
    name: "A practical problem",
    line: "Time, place, tech or papers",
    kinds: ["P"],
    promiseIf: "it is the evening before an interview",
    promiseThen: [
      "check the way, the link and my papers, and plan to be there fifteen minutes early",
      "put the number to call on my phone in case something goes amiss",
    ],
  },
  CLOSING: {
    name: "The ending",
    line: "Questions, thanks, next step",
    kinds: ["S", "P"],
    promiseIf: "they ask whether I have questions",
    promiseThen: [
      "ask what a good first three months would look like",
      "ask what happens next and by when, and thank them by name",
    ],
  },
  OUTSIDE: {
    name: "Outside my control",
    line: "It was decided by something else",
    kinds: [],
    promiseIf: "it is decided by something I cannot change",
    promiseThen: [
      "write down one thing that went well, the same evening",
      "ask them to keep me in mind for the next opening",
    ],
  },
  UNSURE: {
    name: "Not sure yet",
    line: "I would like to think about it, or hear more",
    kinds: [],
    promiseIf: "a question feels hard",
    promiseThen: ["take one breath before I answer", "write the question down on the way home"],
  },
};

/** Why a cause is suggested, said to the person who wrote it. */
export const becauseWords = {
  a_requirement: "They said that a requirement decided it.",
  knew_it: "You went blank on a question that you knew.",
  blank_about_them: "You went blank on a question about them.",
  hard_topic: "A hard topic felt rough.",
  about_yourself: "“Tell me about yourself” felt rough.",
  blank: "You went blank on a question.",
  cut_me_off: "They cut you off.",
  asked_again: "They asked again.",
  late: "It started late.",
  tech_problem: "There was a tech problem.",
  tech_problem_on_video: "There was a tech problem on video.",
  not_interested: "They seemed not interested.",
  asked_nothing: "You asked nothing at the end.",
  no_story: "You rated a question okay or rough. An example often helps.",
  from_the_list: "One of the usual places to look.",
  decided_elsewhere: "They said that something else decided it.",
  always: "Always a fair answer.",
};

/** What a question is about, where that suggests a cause. */
export const questionTags = [
  "tell_me_about_yourself",
  "about_us",
  "why_us",
  "gap",
  "reason_for_leaving",
  "pay",
  "references",
] as const;
export type QuestionTag = (typeof questionTags)[number];
