"use server";

import { editCause } from "#lib/causes/commands.ts";
import { editCauseSchema } from "#lib/causes/schema.ts";
import { causeWords } from "#lib/causes/words/settings.ts";
import { formAction } from "#lib/web/write.ts";

export const editCauseAction = formAction({
  as: "editCauseAction",
  schema: editCauseSchema,
  run: editCause,
  words: causeWords,
  at: { stays_on: "isOn", four_stay_on: "isOn" },
  done: () => "/settings/causes?done=saved",
});
