import { z } from "zod";
import { accents, locales } from "#lib/core/house.ts";
import { isKnownZone } from "#lib/core/time.ts";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";
import { agencyLimits, policyLimits, settingsWords } from "#lib/settings/words.ts";

const addressShape = /^[^@\s<>"',;]+@[^@\s<>"',;]+$/;

export const changeAgencySchema = z.strictObject({
  key: formKey,
  version: shownVersion,
  name: line(agencyLimits.name).min(1, settingsWords.needed),
  helpLine: line(agencyLimits.helpLine),
  senderName: line(agencyLimits.senderName),
  replyTo: line(agencyLimits.replyTo).refine(
    (text) => text === "" || addressShape.test(text),
    settingsWords.notAnAddress,
  ),
  timeZone: line(agencyLimits.timeZone).refine(isKnownZone, settingsWords.zoneUnknown),
  locale: z.enum(locales, settingsWords.localeUnknown),
  accent: z.enum(accents, settingsWords.accentUnknown),
});
export type ChangeAgencyInput = z.output<typeof changeAgencySchema>;

/** A whole number as a form sends it, within the limits that the database holds too (laws.sql). */
function whole({ least, most }: { least: number; most: number }) {
  return line(10)
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
      settingsWords.between(least, most),
    )
    .transform(Number);
}

const wallTime = line(5).regex(/^([01]\d|2[0-3]):[0-5]\d$/, settingsWords.notATime);

const onOrOff = z.enum(["on", "off"], settingsWords.onOrOff).transform((chosen) => chosen === "on");

export const changePoliciesSchema = z.strictObject({
  key: formKey,
  version: shownVersion,
  noticeHours: whole(policyLimits.noticeHours),
  freeHours: whole(policyLimits.freeHours),
  openLimit: whole(policyLimits.openLimit),
  feedbackDays: whole(policyLimits.feedbackDays),
  quietFrom: wallTime,
  quietUntil: wallTime,
  retentionMonths: whole(policyLimits.retentionMonths),
  staffSecondFactor: onOrOff,
});
export type ChangePoliciesInput = z.output<typeof changePoliciesSchema>;
