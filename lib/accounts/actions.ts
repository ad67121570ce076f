"use server";

import { confirmProfile } from "#lib/accounts/commands/people.ts";
import { keepRecoveryCodes, resetSecondFactor } from "#lib/accounts/commands/second-factor.ts";
import { endAllSessions, endSession } from "#lib/accounts/commands/sessions.ts";
import {
  confirmProfileSchema,
  demoSignInSchema,
  endAllSessionsSchema,
  endSessionSchema,
  enrolSecondFactorSchema,
  keepRecoveryCodesSchema,
  passSecondFactorSchema,
  redeemSignInSchema,
  renewSecondFactorSchema,
  requestSignInSchema,
  resetSecondFactorSchema,
} from "#lib/accounts/schema.ts";
import { accountWords } from "#lib/accounts/words.ts";
import { secondFactorWords } from "#lib/accounts/words/second-factor.ts";
import { ownPath } from "#lib/web/guard.ts";
import { demoSignInHere, redeemSignInHere, requestSignInHere, takeCookie } from "#lib/web/sign-in.ts";
import {
  enrolSecondFactorHere,
  passSecondFactorHere,
  renewSecondFactorHere,
} from "#lib/web/second-factor.ts";
import { formAction, openFormAction } from "#lib/web/write.ts";

export const requestSignInAction = openFormAction({
  as: "requestSignInAction",
  schema: requestSignInSchema,
  run: requestSignInHere,
  words: accountWords,
  done: ({ id }) => `/sign-in/${id}`,
});

export const redeemSignInAction = openFormAction({
  as: "redeemSignInAction",
  schema: redeemSignInSchema,
  run: redeemSignInHere,
  words: accountWords,
  secrets: ["token", "code"],
  done: ({ nextPath }) => ownPath(nextPath) ?? "/",
});

export const demoSignInAction = openFormAction({
  as: "demoSignInAction",
  schema: demoSignInSchema,
  run: demoSignInHere,
  words: accountWords,
  done: () => "/",
});

export const endSessionAction = formAction({
  as: "endSessionAction",
  schema: endSessionSchema,
  run: endSession,
  words: accountWords,
  done: () => "/you?done=session_ended",
});

export const signOutEverywhereAction = formAction({
  as: "signOutEverywhereAction",
  schema: endAllSessionsSchema,
  run: endAllSessions,
  words: accountWords,
  done: async () => {
    await takeCookie();
    return "/sign-in?done=everywhere";
  },
});

export const signOutAction = formAction({
  as: "signOutAction",
  unverified: true,
  schema: endSessionSchema,
  run: endSession,
  words: accountWords,
  done: async () => {
    await takeCookie();
    return "/sign-in?done=signed_out";
  },
});

export const welcomeAction = formAction({
  as: "welcomeAction",
  schema: confirmProfileSchema,
  run: confirmProfile,
  words: accountWords,
  done: () => "/",
});

export const confirmProfileAction = formAction({
  as: "confirmProfileAction",
  schema: confirmProfileSchema,
  run: confirmProfile,
  words: accountWords,
  done: () => "/you?done=profile",
});

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
