import { z } from "zod";
import {
  ApplicationSource,
  InterviewFormat,
  Outcome,
  OutcomeReason,
  RoleFamily,
} from "#lib/infra/prisma/enums.ts";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";
import { nameKey } from "#lib/interviews/rules.ts";
import { interviewLimits, interviewWords } from "#lib/interviews/words.ts";

const employer = line(interviewLimits.employer)
  .min(1, interviewWords.employerNeeded)
  // Some letters become several when they are compared, and the compared name is stored too.
  .refine((name) => nameKey(name).length <= interviewLimits.employer, interviewWords.employerLong)
  .refine((name) => nameKey(name) !== "", interviewWords.employerNeeded);
const jobTitle = line(interviewLimits.jobTitle).min(1, interviewWords.jobTitleNeeded);
const format = z.enum(InterviewFormat, interviewWords.formatNeeded);

const when = {
  date: z.iso.date(interviewWords.dateNeeded).transform((text) => Temporal.PlainDate.from(text)),
  time: z.iso
    .time({ precision: -1, error: interviewWords.timeNeeded })
    .transform((text) => Temporal.PlainTime.from(text)),
  minutes: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, interviewWords.minutesNeeded)
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine(
      (minutes) =>
        minutes === null || (minutes >= interviewLimits.shortest && minutes <= interviewLimits.longest),
      interviewWords.minutesNeeded,
    ),
};
/** Whether date and time are those of its start, or of its end ("I've just had an interview"). */
const moment = z.enum(["start", "end"]);

export const logInterviewSchema = z.strictObject({
  key: formKey,
  candidate: z.uuid().toLowerCase(),
  moment,
  employer,
  jobTitle,
  format,
  ...when,
  source: z.enum(ApplicationSource, interviewWords.sourceNeeded),
  roleFamily: z.enum(RoleFamily, interviewWords.familyNeeded),
});
export type LogInterviewInput = z.output<typeof logInterviewSchema>;

export const logRoundSchema = z.strictObject({
  key: formKey,
  application: z.uuid().toLowerCase(),
  moment,
  format,
  ...when,
});
export type LogRoundInput = z.output<typeof logRoundSchema>;

export const correctInterviewSchema = z.strictObject({
  key: formKey,
  interview: z.uuid().toLowerCase(),
  version: shownVersion,
  jobTitle,
  format,
  ...when,
});
export type CorrectInterviewInput = z.output<typeof correctInterviewSchema>;

export const setOutcomeSchema = z.strictObject({
  key: formKey,
  interview: z.uuid().toLowerCase(),
  version: shownVersion,
  outcome: z.enum(Outcome, interviewWords.outcomeNeeded),
  reason: z.enum(OutcomeReason, interviewWords.outcomeNeeded).optional(),
});
export type SetOutcomeInput = z.output<typeof setOutcomeSchema>;

/** "Not yet", to "Heard anything?". */
export const sayNotHeardSchema = z.strictObject({ key: formKey, interview: z.uuid().toLowerCase() });
export type SayNotHeardInput = z.output<typeof sayNotHeardSchema>;
