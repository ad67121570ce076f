import type { CauseCode, CauseSignal } from "#lib/infra/prisma/enums.ts";

type FirstCause = {
  readonly code: CauseCode;
  readonly name: string;
  readonly line: string;
  readonly suggestedWhen: readonly CauseSignal[];
  /** How a promise about it begins, after "Next time, if …". */
  readonly promiseIf: string;
  /** Two ways to end it, after "then I will …". */
  readonly promiseThen: string;
  readonly promiseOr: string;
};

/** The taxonomy of product.md, in its order, as an installation begins with it. */
export const firstTaxonomy: readonly FirstCause[] = [
  {
    code: "NERVES",
    name: "Nerves took over",
    line: "I knew it, but blanked, rushed or froze",
    suggestedWhen: ["knew_it"],
    promiseIf: "my mind goes blank",
    promiseThen: "say “let me think about that for a moment”, breathe out once, and start with one fact",
    promiseOr: "ask them to say the question once more and use that time",
  },
  {
    code: "NO_ANSWER",
    name: "A question I had nothing ready for",
    line: "It came up, and I had no answer yet",
    suggestedWhen: ["blank"],
    promiseIf: "they ask something I have not prepared",
    promiseThen: "say how I would find out, and give the nearest thing I have done",
    promiseOr: "name one situation that comes close, and what I learned from it",
  },
  {
    code: "NO_EXAMPLES",
    name: "I stayed general",
    line: "No example, number or part of my own",
    suggestedWhen: ["no_story"],
    promiseIf: "they ask how I work",
    promiseThen: "start with “for example, last year” and tell one situation to its end",
    promiseOr: "say what I did myself and put one number to it",
  },
  {
    code: "RAMBLED",
    name: "My answers ran long or short",
    line: "They cut in, or waited for more",
    suggestedWhen: ["cut_me_off"],
    promiseIf: "I notice that I have talked for more than a minute",
    promiseThen: "finish the sentence, say the result, and ask whether they want more detail",
    promiseOr: "stop and ask “is that what you were after?”",
  },
  {
    code: "OFF_TARGET",
    name: "I answered another question than they asked",
    line: "They had to ask again",
    suggestedWhen: ["asked_again"],
    promiseIf: "a question has more than one part",
    promiseThen: "say it back in my own words before I answer",
    promiseOr: "count its parts on my fingers and answer one after the other",
  },
  {
    code: "EMPLOYER_PREP",
    name: "They expected me to know more about them",
    line: "What they do, for whom, and why them",
    suggestedWhen: ["blank_about_them"],
    promiseIf: "they ask what I know about them",
    promiseThen: "name one product or customer of theirs and why it matters to me",
    promiseOr: "tell them one thing I read that week, and ask about it",
  },
  {
    code: "PITCH",
    name: "I did not connect me to the job",
    line: "Why me, why here, why now",
    suggestedWhen: ["about_yourself"],
    promiseIf: "they say “tell me about yourself”",
    promiseThen: "give my three lines: what I do, what I did that fits, why this job",
    promiseOr: "start with the job’s main task and the time I did just that",
  },
  {
    code: "SKILL_GAP",
    name: "They wanted something I do not have yet",
    line: "A skill, a certificate, a number of years",
    suggestedWhen: ["a_requirement"],
    promiseIf: "they ask for something I have not done yet",
    promiseThen: "say so plainly, name the closest thing I have done, and how I would learn the rest",
    promiseOr: "tell them about the last thing I learned quickly, and how long it took",
  },
  {
    code: "HISTORY",
    name: "Hard topics",
    line: "Gaps, reasons for leaving, pay, references",
    suggestedWhen: ["hard_topic"],
    promiseIf: "they ask about my gap or why I left",
    promiseThen: "say my three true sentences and then come back to this job",
    promiseOr: "say what happened in one sentence and what I did with the time in the next",
  },
  {
    code: "APPEARANCE",
    name: "Appearance or setting",
    line: "Dress, room, camera, sound",
    suggestedWhen: ["tech_problem_on_video", "appearance_rated_low"],
    promiseIf: "the interview is on video",
    promiseThen: "test camera, sound and light with somebody the day before",
    promiseOr: "sit facing the window, with the phone off and the door closed",
  },
  {
    code: "DISPOSITION",
    name: "How I came across",
    line: "Energy, warmth, listening",
    suggestedWhen: ["not_interested"],
    promiseIf: "I walk in and greet them",
    promiseThen: "use their names and say one thing I am looking forward to",
    promiseOr: "listen to the end of each question before I start to answer",
  },
  {
    code: "LOGISTICS",
    name: "A practical problem",
    line: "Time, place, tech or papers",
    suggestedWhen: ["late", "tech_problem"],
    promiseIf: "it is the evening before an interview",
    promiseThen: "check the way, the link and my papers, and plan to be there fifteen minutes early",
    promiseOr: "put the number to call on my phone in case something goes amiss",
  },
  {
    code: "CLOSING",
    name: "The ending",
    line: "Questions, thanks, next step",
    suggestedWhen: ["asked_nothing"],
    promiseIf: "they ask whether I have questions",
    promiseThen: "ask what a good first three months would look like",
    promiseOr: "ask what happens next and by when, and thank them by name",
  },
  {
    code: "OUTSIDE",
    name: "Outside my control",
    line: "It was decided by something else",
    suggestedWhen: ["decided_elsewhere"],
    promiseIf: "it is decided by something I cannot change",
    promiseThen: "write down one thing that went well, the same evening",
    promiseOr: "ask them to keep me in mind for the next opening",
  },
  {
    code: "UNSURE",
    name: "Not sure yet",
    line: "I would like to think about it, or hear more",
    suggestedWhen: ["few_details"],
    promiseIf: "a question feels hard",
    promiseThen: "take one breath before I answer",
    promiseOr: "write the question down on the way home",
  },
];
