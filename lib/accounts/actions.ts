"use server";

import { changeAddress } from "#lib/accounts/commands/address.ts";
import { makeFeed, revokeFeed } from "#lib/accounts/commands/feeds.ts";
import { confirmProfile } from "#lib/accounts/commands/people.ts";
import { endAllSessions, endSession } from "#lib/accounts/commands/sessions.ts";
import {
  changeAddressSchema,
  confirmProfileSchema,
  demoSignInSchema,
  endAllSessionsSchema,
  endSessionSchema,
  makeFeedSchema,
  redeemSignInSchema,
  requestSignInSchema,
  revokeFeedSchema,
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

export const makeFeedAction = formAction({
  as: "makeFeedAction",
  schema: makeFeedSchema,
  run: makeFeed,
  words: accountWords,
  done: () => "/you?done=feed_made#calendar",
});

export const revokeFeedAction = formAction({
  as: "revokeFeedAction",
  schema: revokeFeedSchema,
  run: revokeFeed,
  words: accountWords,
  done: () => "/you?done=feed_revoked#calendar",
});

export const changeAddressAction = formAction({
  as: "changeAddressAction",
  schema: changeAddressSchema,
  run: changeAddress,
  words: accountWords,
  at: { address_known: "email", address_unclear: "email", same_address: "email" },
  done: ({ id }) => `/people/${id}/address?done=saved`,
});
