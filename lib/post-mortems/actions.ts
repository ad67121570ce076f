"use server";

import { markCalled } from "#lib/post-mortems/commands/call.ts";
import { answerStep, startPostMortem } from "#lib/post-mortems/commands/draft.ts";
import { changeSharing, finishPostMortem } from "#lib/post-mortems/commands/finish.ts";
import { chooseCauses } from "#lib/post-mortems/commands/opinions.ts";
import {
  answerStepSchema,
  changeSharingSchema,
  chooseCausesSchema,
  finishPostMortemSchema,
  markCalledSchema,
  startPostMortemSchema,
} from "#lib/post-mortems/schema.ts";
import { postMortemWords } from "#lib/post-mortems/words.ts";
import { formAction } from "#lib/web/write.ts";

export const startPostMortemAction = formAction({
  as: "startPostMortemAction",
  schema: startPostMortemSchema,
  run: startPostMortem,
  words: postMortemWords,
  // An address of its own, so that the next question starts at the top of the screen.
  done: (_started, { interview }) => `/interviews/${interview}/post-mortem?done=started`,
});

export const answerStepAction = formAction({
  as: "answerStepAction",
  schema: answerStepSchema,
  run: answerStep,
  words: postMortemWords,
  at: { promise_in_two: "promise_then", question_needed: "own_question", five_already: "own_question" },
  done: ({ next }) => next,
});

export const finishPostMortemAction = formAction({
  as: "finishPostMortemAction",
  schema: finishPostMortemSchema,
  run: finishPostMortem,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=finished`,
});

export const changeSharingAction = formAction({
  as: "changeSharingAction",
  schema: changeSharingSchema,
  run: changeSharing,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=sharing`,
});

export const markCalledAction = formAction({
  as: "markCalledAction",
  schema: markCalledSchema,
  run: markCalled,
  words: postMortemWords,
  done: () => "/desk?done=called",
});

export const chooseCausesAction = formAction({
  as: "chooseCausesAction",
  schema: chooseCausesSchema,
  run: chooseCauses,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=chosen`,
});
