"use server";

import { changeRole, inviteAgain, invitePerson } from "#lib/people/commands.ts";
import {
  acceptInvitationSchema,
  changeRoleSchema,
  inviteAgainSchema,
  invitePersonSchema,
} from "#lib/people/schema.ts";
import { peopleWords } from "#lib/people/words.ts";
import { acceptInvitationHere } from "#lib/web/sign-in.ts";
import { formAction, openFormAction } from "#lib/web/write.ts";

export const inviteColleagueAction = formAction({
  as: "inviteColleagueAction",
  schema: invitePersonSchema,
  run: invitePerson,
  words: peopleWords,
  at: { address_known: "email", address_unclear: "email", no_counselor: "counselor" },
  done: () => "/people?done=invited",
});

export const inviteCandidateAction = formAction({
  as: "inviteCandidateAction",
  schema: invitePersonSchema,
  run: invitePerson,
  words: peopleWords,
  at: { address_known: "email", address_unclear: "email", no_counselor: "counselor" },
  done: ({ id }) => `/candidates/${id}?done=invited`,
});

export const inviteAgainAction = formAction({
  as: "inviteAgainAction",
  schema: inviteAgainSchema,
  run: inviteAgain,
  words: peopleWords,
  done: () => null,
});

export const changeRoleAction = formAction({
  as: "changeRoleAction",
  schema: changeRoleSchema,
  run: changeRole,
  words: peopleWords,
  done: () => "/people?done=role",
});

export const acceptInvitationAction = openFormAction({
  as: "acceptInvitationAction",
  schema: acceptInvitationSchema,
  run: acceptInvitationHere,
  words: { too_many: "That was a lot of mails in a short time. Please wait a quarter of an hour." },
  done: ({ id }) => `/sign-in/${id}`,
});
