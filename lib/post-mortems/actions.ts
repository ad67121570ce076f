"use server";

import { answerStep, startPostMortem } from "#lib/post-mortems/commands/draft.ts";
import { askForCall, noteCall, sendFirstHalf, takeBackCall } from "#lib/post-mortems/commands/enough.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { handOver, startOnACall } from "#lib/post-mortems/commands/on-a-call.ts";
import {
  answerStepSchema,
  changeSharingSchema,
  handOverSchema,
  noteCallSchema,
  onePostMortemSchema,
  startOnACallSchema,
  startPostMortemSchema,
} from "#lib/post-mortems/schema.ts";
import { postMortemWords, refusalFields } from "#lib/post-mortems/words/form.ts";
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
  at: refusalFields,
  done: ({ next }) => next,
});

export const changeSharingAction = formAction({
  as: "changeSharingAction",
  schema: changeSharingSchema,
  run: changeSharing,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=sharing`,
});

export const sendFirstHalfAction = formAction({
  as: "sendFirstHalfAction",
  schema: onePostMortemSchema,
  run: sendFirstHalf,
  words: postMortemWords,
  // The bare address is the calm page; the form has a step in its address.
  done: ({ next }) => `${next}?done=enough`,
});

export const askForCallAction = formAction({
  as: "askForCallAction",
  schema: onePostMortemSchema,
  run: askForCall,
  words: postMortemWords,
  done: () => null,
});

export const takeBackCallAction = formAction({
  as: "takeBackCallAction",
  schema: onePostMortemSchema,
  run: takeBackCall,
  words: postMortemWords,
  done: () => null,
});

export const noteCallAction = formAction({
  as: "noteCallAction",
  schema: noteCallSchema,
  run: noteCall,
  words: postMortemWords,
  done: (_, { from }) => (from ? "/desk?done=called" : null),
});

export const startOnACallAction = formAction({
  as: "startOnACallAction",
  schema: startOnACallSchema,
  run: startOnACall,
  words: postMortemWords,
  done: (_started, { interview }) => `/interviews/${interview}/post-mortem?done=started`,
});

export const handOverAction = formAction({
  as: "handOverAction",
  schema: handOverSchema,
  run: handOver,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=handed_over`,
});
