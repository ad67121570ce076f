"use server";

import { correctInterview, logInterview, logRound, setOutcome } from "#lib/interviews/commands/interviews.ts";
import { sayNotHeard } from "#lib/interviews/commands/not-heard.ts";
import {
  correctInterviewSchema,
  logInterviewSchema,
  logRoundSchema,
  sayNotHeardSchema,
  setOutcomeSchema,
} from "#lib/interviews/schema.ts";
import { interviewWords } from "#lib/interviews/words.ts";
import { formAction } from "#lib/web/write.ts";

export const logInterviewAction = formAction({
  as: "logInterviewAction",
  schema: logInterviewSchema,
  run: logInterview,
  words: interviewWords,
  at: { no_such_time: "time", not_over: "time", out_of_range: "date" },
  done: ({ id }, { moment }) =>
    moment === "end" ? `/interviews/${id}/post-mortem` : `/interviews/${id}?done=logged`,
});

export const logRoundAction = formAction({
  as: "logRoundAction",
  schema: logRoundSchema,
  run: logRound,
  words: interviewWords,
  at: { no_such_time: "time", not_over: "time", out_of_range: "date" },
  done: ({ id }, { moment }) =>
    moment === "end" ? `/interviews/${id}/post-mortem` : `/interviews/${id}?done=logged`,
});

export const correctInterviewAction = formAction({
  as: "correctInterviewAction",
  schema: correctInterviewSchema,
  run: correctInterview,
  words: interviewWords,
  at: { no_such_time: "time", out_of_range: "date" },
  done: ({ id }) => `/interviews/${id}?done=corrected`,
});

export const setOutcomeAction = formAction({
  as: "setOutcomeAction",
  schema: setOutcomeSchema,
  run: setOutcome,
  words: interviewWords,
  done: ({ next }) => next,
});

export const sayNotHeardAction = formAction({
  as: "sayNotHeardAction",
  schema: sayNotHeardSchema,
  run: sayNotHeard,
  words: interviewWords,
  // Home as it is now: without the question.
  done: () => null,
});
