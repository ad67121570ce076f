import { z } from "zod";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { CancelReason, MockKind } from "#lib/infra/prisma/enums.ts";
import { line, paragraphs } from "#lib/infra/text-schema.ts";
import { readRanges } from "#lib/mocks/rules/hours.ts";
import { hoursWords, informationalWords, mockLimits, mockWords, talkLimits } from "#lib/mocks/words.ts";

const orNone = z
  .union([z.uuid().toLowerCase(), z.literal("")])
  .optional()
  .transform((value) => value || null);

/** Of this century only, as the database has it (I3): PostgreSQL cannot read what Prisma makes of other years. */
const instant = z.iso
  .datetime()
  .regex(/^20/)
  .transform((text) => Temporal.Instant.from(text));

export const bookMockSchema = z.strictObject({
  key: formKey,
  kind: z.enum(MockKind),
  candidate: z.uuid().toLowerCase(),
  counselor: z.uuid().toLowerCase(),
  interview: orNone,
  postMortem: orNone,
  focus: paragraphs(mockLimits.focus)
    .optional()
    .transform((text) => text || null),
  startsAt: instant,
});
export type BookMockInput = z.output<typeof bookMockSchema>;

export const moveMockSchema = z.strictObject({
  key: formKey,
  mock: z.uuid().toLowerCase(),
  version: shownVersion,
  startsAt: instant,
});
export type MoveMockInput = z.output<typeof moveMockSchema>;

export const cancelMockSchema = z.strictObject({
  key: formKey,
  mock: z.uuid().toLowerCase(),
  version: shownVersion,
  reason: z.enum(CancelReason, mockWords.reason_needed),
});
export type CancelMockInput = z.output<typeof cancelMockSchema>;

const dayOfHours = line(mockLimits.dayOfHours).transform((text, context) => {
  const ranges = readRanges(text);
  if (ranges.ok) return ranges.value;
  context.issues.push({ code: "custom", message: hoursWords[ranges.refusal], input: text });
  return z.NEVER;
});

/** A whole number as a form sends it, within the limits that the database holds too (laws.sql). */
function whole(least: number, most: number) {
  return line(4)
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
      hoursWords.between(least, most),
    )
    .transform(Number);
}

export const weeklyHoursSchema = z.strictObject({
  key: formKey,
  version: shownVersion,
  monday: dayOfHours,
  tuesday: dayOfHours,
  wednesday: dayOfHours,
  thursday: dayOfHours,
  friday: dayOfHours,
  saturday: dayOfHours,
  sunday: dayOfHours,
  place: line(mockLimits.place).min(1, hoursWords.placeNeeded),
  mockMinutes: whole(10, 240),
  prepMinutes: whole(10, 240),
  stepMinutes: whole(5, 240),
  bufferBeforeMinutes: whole(0, 240),
  bufferAfterMinutes: whole(0, 240),
  noticeHours: whole(0, 336),
  horizonDays: whole(1, 365),
  dailyMaximum: whole(1, 50),
});
export type WeeklyHoursInput = z.output<typeof weeklyHoursSchema>;

const told = {
  whom: line(talkLimits.whom).min(1, informationalWords.whomNeeded),
  learned: paragraphs(talkLimits.learned)
    .optional()
    .transform((text) => text || null),
  askNext: line(talkLimits.askNext)
    .optional()
    .transform((text) => text || null),
};

export const logInformationalInterviewSchema = z.strictObject({
  key: formKey,
  session: z.uuid().toLowerCase(),
  ...told,
});
export type LogInformationalInterviewInput = z.output<typeof logInformationalInterviewSchema>;

export const correctInformationalInterviewSchema = z.strictObject({
  key: formKey,
  informational: z.uuid().toLowerCase(),
  version: shownVersion,
  ...told,
});
export type CorrectInformationalInterviewInput = z.output<typeof correctInformationalInterviewSchema>;
