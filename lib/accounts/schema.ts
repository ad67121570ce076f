import { z } from "zod";
import { accountLimits, accountWords } from "#lib/accounts/words.ts";
import { isKnownZone } from "#lib/core/time.ts";
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

export const changeAddressSchema = z.strictObject({
  key: formKey,
  person: z.uuid().toLowerCase(),
  email,
  version: shownVersion,
});
export type ChangeAddressInput = z.output<typeof changeAddressSchema>;

export const makeFeedSchema = z.strictObject({ key: formKey });
export const revokeFeedSchema = z.strictObject({ key: formKey, feed: z.uuid().toLowerCase() });
