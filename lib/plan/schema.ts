import { z } from "zod";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { ActionKind } from "#lib/infra/prisma/enums.ts";
import { line } from "#lib/infra/text-schema.ts";
import { planLimits, planWords } from "./words.ts";

const id = z.uuid().toLowerCase();

/** One action as the page showed it. */
const shownAction = { key: formKey, action: id, version: shownVersion };

/** A date, or empty. */
const maybeDate = z
  .union([z.literal(""), z.iso.date(planWords.date_needed)])
  .optional()
  .transform((text) => (text ? Temporal.PlainDate.from(text) : null));

/** An action of the taxonomy by its name (`choiceName`), or empty for own words. */
const maybeChoice = z
  .string()
  .max(60, planWords.not_a_choice)
  .optional()
  .transform((name) => name || null);

const maybeText = line(planLimits.text)
  .optional()
  .transform((text) => text || null);

export const markActionDoneSchema = z.strictObject(shownAction);
export type MarkActionDoneInput = z.output<typeof markActionDoneSchema>;

export const setActionAsideSchema = z.strictObject({
  ...shownAction,
  why: line(planLimits.why).min(1, planWords.why_needed),
});
export type SetActionAsideInput = z.output<typeof setActionAsideSchema>;

export const reopenActionSchema = z.strictObject(shownAction);
export type ReopenActionInput = z.output<typeof reopenActionSchema>;

export const acceptActionSchema = z.strictObject(shownAction);
export type AcceptActionInput = z.output<typeof acceptActionSchema>;

export const editActionSchema = z.strictObject({
  ...shownAction,
  text: line(planLimits.text).min(1, planWords.text_needed),
  dueOn: maybeDate,
});
export type EditActionInput = z.output<typeof editActionSchema>;

export const replaceActionSchema = z.strictObject({ ...shownAction, choice: maybeChoice, text: maybeText });
export type ReplaceActionInput = z.output<typeof replaceActionSchema>;

export const addActionSchema = z.strictObject({
  key: formKey,
  postMortem: id,
  choice: maybeChoice,
  text: maybeText,
  /** What own words work on. */
  kind: z.enum(ActionKind, planWords.not_a_choice).optional(),
  dueOn: maybeDate,
});
export type AddActionInput = z.output<typeof addActionSchema>;

export const reopenPostMortemSchema = z.strictObject({ key: formKey, postMortem: id });
export type ReopenPostMortemInput = z.output<typeof reopenPostMortemSchema>;
