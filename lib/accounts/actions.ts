"use server";

import { confirmProfile } from "#lib/accounts/commands/people.ts";
import { endAllSessions, endSession } from "#lib/accounts/commands/sessions.ts";
import {
  confirmProfileSchema,
  demoSignInSchema,
  endAllSessionsSchema,
  endSessionSchema,
  redeemSignInSchema,
  requestSignInSchema,
} from "#lib/accounts/schema.ts";
import { accountWords } from "#lib/accounts/words.ts";
import { ownPath } from "#lib/web/guard.ts";
import { demoSignInHere, redeemSignInHere, requestSignInHere, takeCookie } from "#lib/web/sign-in.ts";
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
