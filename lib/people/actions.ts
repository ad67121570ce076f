"use server";

import { changeRole, inviteAgain, invitePerson } from "#lib/people/commands.ts";
import { deactivate, reactivate } from "#lib/people/commands/deactivation.ts";
import { handOverCandidate } from "#lib/people/commands/handing-over.ts";
import { confirmImport, previewImport, takeBackImport } from "#lib/people/commands/import.ts";
import {
  acceptInvitationSchema,
  changeImportSchema,
  changeRoleSchema,
  deactivateSchema,
  handOverCandidateSchema,
  inviteAgainSchema,
  invitePersonSchema,
  previewImportSchema,
  reactivateSchema,
} from "#lib/people/schema.ts";
import { peopleWords } from "#lib/people/words.ts";
import { importWords } from "#lib/people/words/import.ts";
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
  done: ({ id }) => `/people/${id}?done=role`,
});

export const acceptInvitationAction = openFormAction({
  as: "acceptInvitationAction",
  schema: acceptInvitationSchema,
  run: acceptInvitationHere,
  words: { too_many: "That was a lot of mails in a short time. Please wait a quarter of an hour." },
  done: ({ id }) => `/sign-in/${id}`,
});

export const handOverCandidateAction = formAction({
  as: "handOverCandidateAction",
  schema: handOverCandidateSchema,
  run: handOverCandidate,
  words: peopleWords,
  at: { no_counselor: "counselor", same_counselor: "counselor" },
  done: ({ id }) => `/people/${id}?done=handed_over`,
});

export const deactivateAction = formAction({
  as: "deactivateAction",
  schema: deactivateSchema,
  run: deactivate,
  words: peopleWords,
  done: ({ id }) => `/people/${id}?done=deactivated`,
});

export const reactivateAction = formAction({
  as: "reactivateAction",
  schema: reactivateSchema,
  run: reactivate,
  words: peopleWords,
  done: ({ id }) => `/people/${id}?done=reactivated`,
});

export const previewImportAction = formAction({
  as: "previewImportAction",
  schema: previewImportSchema,
  run: previewImport,
  words: importWords,
  file: "file",
  at: {
    nothing: "file",
    both: "text",
    too_large: "file",
    spreadsheet: "file",
    unreadable: "file",
  },
  done: ({ id }) => `/people/import/${id}`,
});

export const confirmImportAction = formAction({
  as: "confirmImportAction",
  schema: changeImportSchema,
  run: confirmImport,
  words: importWords,
  done: ({ id }) => `/people/import/${id}`,
});

export const takeBackImportAction = formAction({
  as: "takeBackImportAction",
  schema: changeImportSchema,
  run: takeBackImport,
  words: importWords,
  done: () => "/people/import?done=taken_back",
});
