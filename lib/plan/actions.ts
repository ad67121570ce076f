"use server";

import { acceptAction, addAction, editAction, replaceAction } from "#lib/plan/commands/changes.ts";
import { reopenPostMortem } from "#lib/plan/commands/closing.ts";
import { markActionDone, reopenAction, setActionAside } from "#lib/plan/commands/endings.ts";
import { chooseCauses, finishHeardBack, finishPostMortem } from "#lib/plan/commands/finish.ts";
import {
  acceptActionSchema,
  addActionSchema,
  editActionSchema,
  markActionDoneSchema,
  reopenActionSchema,
  reopenPostMortemSchema,
  replaceActionSchema,
  setActionAsideSchema,
} from "#lib/plan/schema.ts";
import { planWords } from "#lib/plan/words.ts";
import {
  chooseCausesSchema,
  finishHeardBackSchema,
  finishPostMortemSchema,
} from "#lib/post-mortems/schema.ts";
import { postMortemWords } from "#lib/post-mortems/words/form.ts";
import { formAction } from "#lib/web/write.ts";

export const finishPostMortemAction = formAction({
  as: "finishPostMortemAction",
  schema: finishPostMortemSchema,
  run: finishPostMortem,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=finished`,
});

export const chooseCausesAction = formAction({
  as: "chooseCausesAction",
  schema: chooseCausesSchema,
  run: chooseCauses,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=chosen`,
});

export const finishHeardBackAction = formAction({
  as: "finishHeardBackAction",
  schema: finishHeardBackSchema,
  run: finishHeardBack,
  words: postMortemWords,
  done: ({ next }) => `${next}?done=heard_back`,
});

export const markActionDoneAction = formAction({
  as: "markActionDoneAction",
  schema: markActionDoneSchema,
  run: markActionDone,
  words: planWords,
  done: () => null,
});

export const setActionAsideAction = formAction({
  as: "setActionAsideAction",
  schema: setActionAsideSchema,
  run: setActionAside,
  words: planWords,
  done: () => null,
});

export const reopenActionAction = formAction({
  as: "reopenActionAction",
  schema: reopenActionSchema,
  run: reopenAction,
  words: planWords,
  done: () => null,
});

export const acceptActionAction = formAction({
  as: "acceptActionAction",
  schema: acceptActionSchema,
  run: acceptAction,
  words: planWords,
  done: () => null,
});

export const editActionAction = formAction({
  as: "editActionAction",
  schema: editActionSchema,
  run: editAction,
  words: planWords,
  done: () => null,
});

export const replaceActionAction = formAction({
  as: "replaceActionAction",
  schema: replaceActionSchema,
  run: replaceAction,
  words: planWords,
  at: { text_needed: "text", one_of_two: "text", already_there: "choice", not_a_choice: "choice" },
  done: () => null,
});

export const addActionAction = formAction({
  as: "addActionAction",
  schema: addActionSchema,
  run: addAction,
  words: planWords,
  at: { text_needed: "text", one_of_two: "text", already_there: "choice", not_a_choice: "choice" },
  done: () => null,
});

export const reopenPostMortemAction = formAction({
  as: "reopenPostMortemAction",
  schema: reopenPostMortemSchema,
  run: reopenPostMortem,
  words: planWords,
  done: () => null,
});
