"use server";

import {
  answerNote,
  editNote,
  giveOpinion,
  reviewPostMortem,
  settleAnswer,
  shareNote,
  writeInternalNote,
} from "#lib/reviews/commands.ts";
import {
  answerNoteSchema,
  editNoteSchema,
  giveOpinionSchema,
  reviewPostMortemSchema,
  settleAnswerSchema,
  shareNoteSchema,
  writeInternalNoteSchema,
} from "#lib/reviews/schema.ts";
import { reviewWords } from "#lib/reviews/words.ts";
import { formAction } from "#lib/web/write.ts";

export const shareNoteAction = formAction({
  as: "shareNoteAction",
  schema: shareNoteSchema,
  run: shareNote,
  words: reviewWords,
  // To the top, where the flash says what was done and the way to the next one is.
  done: (_note, { postMortem, review }) =>
    `/desk/post-mortems/${postMortem}?done=${review ? "shared_reviewed" : "shared"}`,
});

export const editNoteAction = formAction({
  as: "editNoteAction",
  schema: editNoteSchema,
  run: editNote,
  words: reviewWords,
  done: () => null,
});

export const answerNoteAction = formAction({
  as: "answerNoteAction",
  schema: answerNoteSchema,
  run: answerNote,
  words: reviewWords,
  done: () => null,
});

export const settleAnswerAction = formAction({
  as: "settleAnswerAction",
  schema: settleAnswerSchema,
  run: settleAnswer,
  words: reviewWords,
  done: () => null,
});

export const writeInternalNoteAction = formAction({
  as: "writeInternalNoteAction",
  schema: writeInternalNoteSchema,
  run: writeInternalNote,
  words: reviewWords,
  done: () => null,
});

export const reviewPostMortemAction = formAction({
  as: "reviewPostMortemAction",
  schema: reviewPostMortemSchema,
  run: reviewPostMortem,
  words: reviewWords,
  done: ({ id }) => `/desk/post-mortems/${id}?done=reviewed`,
});

export const giveOpinionAction = formAction({
  as: "giveOpinionAction",
  schema: giveOpinionSchema,
  run: giveOpinion,
  words: reviewWords,
  at: { already_chosen: "primary" },
  done: () => null,
});
