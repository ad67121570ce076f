"use server";

import { keepRecoveryCodes, resetSecondFactor } from "#lib/accounts/commands/second-factor.ts";
import {
  enrolSecondFactorSchema,
  keepRecoveryCodesSchema,
  passSecondFactorSchema,
  renewSecondFactorSchema,
  resetSecondFactorSchema,
} from "#lib/accounts/schema/second-factor.ts";
import { secondFactorWords } from "#lib/accounts/words/second-factor.ts";
import { ownPath } from "#lib/web/guard.ts";
import {
  enrolSecondFactorHere,
  passSecondFactorHere,
  renewSecondFactorHere,
} from "#lib/web/second-factor.ts";
import { formAction } from "#lib/web/write.ts";

/** The recovery codes come first, then where the person wanted to go. */
const codesThen = (next: string | undefined) => {
  const path = ownPath(next);
  return path ? `/second-factor/codes?next=${encodeURIComponent(path)}` : "/second-factor/codes";
};

export const enrolSecondFactorAction = formAction({
  as: "enrolSecondFactorAction",
  unverified: true,
  schema: enrolSecondFactorSchema,
  run: enrolSecondFactorHere,
  words: secondFactorWords,
  at: { not_valid: "code" },
  secrets: ["code"],
  done: (_value, { next }) => codesThen(next),
});

export const passSecondFactorAction = formAction({
  as: "passSecondFactorAction",
  unverified: true,
  schema: passSecondFactorSchema,
  run: passSecondFactorHere,
  words: secondFactorWords,
  secrets: ["code", "recovery"],
  done: (_value, { next }) => ownPath(next) ?? "/",
});

export const keepRecoveryCodesAction = formAction({
  as: "keepRecoveryCodesAction",
  schema: keepRecoveryCodesSchema,
  run: keepRecoveryCodes,
  words: {},
  done: (_value, { next }) => ownPath(next) ?? "/",
});

export const renewSecondFactorAction = formAction({
  as: "renewSecondFactorAction",
  schema: renewSecondFactorSchema,
  run: renewSecondFactorHere,
  words: secondFactorWords,
  secrets: ["current", "code"],
  done: () => codesThen("/you"),
});

export const resetSecondFactorAction = formAction({
  as: "resetSecondFactorAction",
  schema: resetSecondFactorSchema,
  run: resetSecondFactor,
  words: {},
  done: ({ id }) => `/people/${id}?done=second_factor`,
});
