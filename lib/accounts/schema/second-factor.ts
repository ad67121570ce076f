import { z } from "zod";
import { plainRecoveryCode } from "#lib/accounts/rules/second-factor.ts";
import { secondFactorWords } from "#lib/accounts/words/second-factor.ts";
import { formKey } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";

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
