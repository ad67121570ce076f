import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";
import { readRanges } from "#lib/mocks/rules/hours.ts";
import { hoursWords, mockLimits } from "#lib/mocks/words.ts";
import { timeOffWords } from "#lib/mocks/words/time-off.ts";

/** A date of this century, as a date field sends it. */
const date = z.iso
  .date(timeOffWords.unreadable)
  .regex(/^20/, timeOffWords.unreadable)
  .transform((text) => Temporal.PlainDate.from(text));

const ranges = line(mockLimits.dayOfHours)
  .optional()
  .transform((text, context) => {
    const read = readRanges(text ?? "");
    if (read.ok) return read.value;
    context.issues.push({ code: "custom", message: hoursWords[read.refusal], input: text });
    return z.NEVER;
  });

/** Days as a form or an address names them: both included, no last day is one day. Whether they go together: `decideDays`. */
const days = {
  startsOn: date,
  endsOn: z
    .union([z.literal(""), date])
    .optional()
    .transform((value) => (value === "" || value === undefined ? null : value)),
  hours: ranges,
};
export const setDaysSchema = z.strictObject({ key: formKey, ...days });
export type SetDaysInput = z.output<typeof setDaysSchema>;

export const offTodaySchema = z.strictObject({ key: formKey });
export type OffTodayInput = z.output<typeof offTodaySchema>;

export const takeBackTimeOffSchema = z.strictObject({ key: formKey, timeOff: z.uuid().toLowerCase() });
export type TakeBackTimeOffInput = z.output<typeof takeBackTimeOffSchema>;

export const usualHoursSchema = z.strictObject({ key: formKey, on: date });
export type UsualHoursInput = z.output<typeof usualHoursSchema>;
