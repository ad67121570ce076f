import { z } from "zod";
import { accountLimits, accountWords } from "#lib/accounts/words.ts";
import { isKnownZone } from "#lib/core/time.ts";
import { plainRecoveryCode } from "#lib/accounts/rules/second-factor.ts";
import { secondFactorWords } from "#lib/accounts/words/second-factor.ts";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";

export const email = line(accountLimits.email).pipe(z.email(accountWords.emailNeeded));
export const timeZone = line(64).refine(isKnownZone, accountWords.zoneNeeded);
export const personName = line(accountLimits.name).min(1, accountWords.nameNeeded);
export const requestSignInSchema = z.strictObject({ key: formKey, email, next: line(500).optional() });
export type RequestSignInInput = z.output<typeof requestSignInSchema>;

export const redeemSignInSchema = z.strictObject({
  key: formKey,
  request: z.uuid().toLowerCase(),
  token: line(100).optional(),
  code: line(12)
    .transform((typed) => typed.replaceAll(/\s/g, ""))
    .transform((typed) => (typed === "" ? undefined : typed))
    .pipe(
      z
        .string()
        .regex(/^\d{6}$/, accountWords.codeNeeded)
        .optional(),
    )
    .optional(),
});
export type RedeemSignInInput = z.output<typeof redeemSignInSchema>;

export const demoSignInSchema = z.strictObject({ key: formKey, person: z.uuid().toLowerCase() });

export const endSessionSchema = z.strictObject({ key: formKey, session: z.uuid().toLowerCase() });
export const endAllSessionsSchema = z.strictObject({ key: formKey });

export const confirmProfileSchema = z.strictObject({
  key: formKey,
  name: personName,
  timeZone,
  version: shownVersion,
});
export type ConfirmProfileInput = z.output<typeof confirmProfileSchema>;

const appCode = line(12)
  .transform((typed) => typed.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, secondFactorWords.codeNeeded));
const recoveryCode = line(60).refine(
  (typed) => plainRecoveryCode(typed) !== null,
  secondFactorWords.recoveryNeeded,
);
/** Where to go afterwards; whether it is a path of our own is decided when it is gone to. */
const next = line(500).optional();

export const enrolSecondFactorSchema = z.strictObject({ key: formKey, code: appCode, next });
export type EnrolSecondFactorInput = z.output<typeof enrolSecondFactorSchema>;

export const passSecondFactorSchema = z.strictObject({
  key: formKey,
  code: appCode.optional(),
  recovery: recoveryCode.optional(),
  next,
});
export type PassSecondFactorInput = z.output<typeof passSecondFactorSchema>;

export const keepRecoveryCodesSchema = z.strictObject({ key: formKey, next });

/** `current` is of the app as it was, or one of its recovery codes. */
export const renewSecondFactorSchema = z.strictObject({
  key: formKey,
  current: line(60).min(1, secondFactorWords.currentNeeded),
  code: appCode,
});
export type RenewSecondFactorInput = z.output<typeof renewSecondFactorSchema>;

export const resetSecondFactorSchema = z.strictObject({ key: formKey, person: z.uuid().toLowerCase() });
