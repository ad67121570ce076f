import { z } from "zod";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { CauseCode } from "#lib/infra/prisma/enums.ts";
import { paragraphs } from "#lib/infra/text-schema.ts";
import { reviewLimits, reviewWords } from "#lib/reviews/words.ts";

const note = paragraphs(reviewLimits.note).min(1, reviewWords.noteNeeded);

export const shareNoteSchema = z.strictObject({
  key: formKey,
  postMortem: z.uuid().toLowerCase(),
  body: note,
  /** Which button sent it: with `yes` the post-mortem is marked as reviewed too. */
  review: z
    .enum(["yes", "no"])
    .optional()
    .transform((pressed) => pressed === "yes"),
});
export type ShareNoteInput = z.output<typeof shareNoteSchema>;

export const editNoteSchema = z.strictObject({
  key: formKey,
  note: z.uuid().toLowerCase(),
  version: shownVersion,
  body: note,
});
export type EditNoteInput = z.output<typeof editNoteSchema>;

export const answerNoteSchema = z.strictObject({
  key: formKey,
  note: z.uuid().toLowerCase(),
  body: paragraphs(reviewLimits.answer).min(1, reviewWords.answerNeeded),
});
export type AnswerNoteInput = z.output<typeof answerNoteSchema>;

export const settleAnswerSchema = z.strictObject({ key: formKey, answer: z.uuid().toLowerCase() });
export type SettleAnswerInput = z.output<typeof settleAnswerSchema>;

export const writeInternalNoteSchema = z.strictObject({
  key: formKey,
  candidate: z.uuid().toLowerCase(),
  /** Empty on the candidate's own page. */
  postMortem: z
    .union([z.uuid().toLowerCase(), z.literal("")])
    .optional()
    .transform((value) => value || null),
  body: paragraphs(reviewLimits.internalNote).min(1, reviewWords.internalNeeded),
});
export type WriteInternalNoteInput = z.output<typeof writeInternalNoteSchema>;

export const reviewPostMortemSchema = z.strictObject({ key: formKey, postMortem: z.uuid().toLowerCase() });
export type ReviewPostMortemInput = z.output<typeof reviewPostMortemSchema>;

export const giveOpinionSchema = z.strictObject({
  key: formKey,
  postMortem: z.uuid().toLowerCase(),
  primary: z.enum(CauseCode, reviewWords.causeNeeded),
  contributing: z
    .array(z.enum(CauseCode, reviewWords.causeNeeded))
    .max(reviewLimits.contributing, reviewWords.twoAtMost)
    .default([]),
});
export type GiveOpinionInput = z.output<typeof giveOpinionSchema>;
