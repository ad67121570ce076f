import { z } from "zod";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { CauseCode } from "#lib/infra/prisma/enums.ts";
import { line, paragraphs } from "#lib/infra/text-schema.ts";
import { causeLimits, causeWords } from "./words/settings.ts";

const needed = (max: number) => line(max).min(1, causeWords.needed);

const onOrOff = z.enum(["on", "off"], causeWords.onOrOff).transform((chosen) => chosen === "on");

/** Three lines; empty ones between them are dropped, and so are spaces around each. */
const threeLines = paragraphs(causeLimits.helps)
  .transform((text) =>
    text
      .split("\n")
      .map((each) => each.trim())
      .filter((each) => each !== "")
      .join("\n"),
  )
  .refine((text) => text.split("\n").length === causeLimits.helpsLines, causeWords.threeLines);

const days = line(2)
  .refine((text) => /^\d+$/.test(text) && Number(text) <= causeLimits.days, causeWords.between)
  .transform(Number);

const text = needed(causeLimits.action).optional();
const due = days.optional();
const on = onOrOff.optional();

/** A cause as an admin sends it: `version` is the number that the form was made from; its actions by their place, 1 to 3. */
export const editCauseSchema = z.strictObject({
  key: formKey,
  cause: z.enum(CauseCode),
  version: shownVersion,
  isOn: onOrOff,
  name: needed(causeLimits.name),
  line: needed(causeLimits.line),
  promiseIf: needed(causeLimits.promise),
  promiseThen: needed(causeLimits.promise),
  promiseOr: needed(causeLimits.promise),
  recognise: paragraphs(causeLimits.recognise).min(1, causeWords.needed),
  helps: threeLines,
  exercise: paragraphs(causeLimits.exercise).min(1, causeWords.needed),
  text1: text,
  days1: due,
  on1: on,
  text2: text,
  days2: due,
  on2: on,
  text3: text,
  days3: due,
  on3: on,
});
export type EditCauseInput = z.output<typeof editCauseSchema>;
