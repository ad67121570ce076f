"use server";

import { answerAsGuest } from "#lib/people/commands/guest-seats.ts";
import { acceptHelp, answerHelp } from "#lib/people/commands/help-desk.ts";
import { askForHelp, confirmHelp } from "#lib/people/commands/help.ts";
import {
  acceptHelpSchema,
  answerAsGuestSchema,
  answerHelpSchema,
  askForHelpSchema,
  confirmHelpSchema,
} from "#lib/people/schema/help.ts";
import { helpWords } from "#lib/people/words/help.ts";
import { withinHelpLimits, withinLinkLimits } from "#lib/web/help.ts";
import { formAction, openFormAction } from "#lib/web/write.ts";
import { seatWords } from "#lib/workshops/words/seats.ts";

export const askForHelpAction = openFormAction({
  as: "askForHelpAction",
  schema: askForHelpSchema,
  run: (_actor, input, now) => withinHelpLimits(input.email, () => askForHelp(input, now)),
  words: helpWords,
  at: { address_unclear: "email", not_open: "about" },
  done: () => "/help?done=asked",
});

export const confirmHelpAction = openFormAction({
  as: "confirmHelpAction",
  schema: confirmHelpSchema,
  run: (_actor, input, now) => withinLinkLimits(() => confirmHelp(input, now)),
  words: { ...seatWords, ...helpWords },
  secrets: ["token"],
  done: (_value, { request, token }) => `/help/${request}/${token}?done=confirmed`,
});

export const answerAsGuestAction = openFormAction({
  as: "answerAsGuestAction",
  schema: answerAsGuestSchema,
  run: (_actor, input, now) => withinLinkLimits(() => answerAsGuest(input, now)),
  words: { ...seatWords, ...helpWords },
  secrets: ["token"],
  done: (_value, { request, token, act }) => `/help/${request}/${token}?done=${act}`,
});

export const acceptHelpAction = formAction({
  as: "acceptHelpAction",
  schema: acceptHelpSchema,
  run: acceptHelp,
  words: helpWords,
  done: ({ id }) => `/desk/help/${id}?done=accepted`,
});

export const answerHelpAction = formAction({
  as: "answerHelpAction",
  schema: answerHelpSchema,
  run: answerHelp,
  words: helpWords,
  done: ({ id }) => `/desk/help/${id}?done=answered`,
});
