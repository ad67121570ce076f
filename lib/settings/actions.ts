"use server";

import { changeAgency, changePolicies } from "#lib/settings/commands.ts";
import { changeAgencySchema, changePoliciesSchema } from "#lib/settings/schema.ts";
import { settingsWords } from "#lib/settings/words.ts";
import { formAction } from "#lib/web/write.ts";

export const changeAgencyAction = formAction({
  as: "changeAgencyAction",
  schema: changeAgencySchema,
  run: changeAgency,
  words: settingsWords,
  done: () => "/settings/agency?done=agency",
});

export const changePoliciesAction = formAction({
  as: "changePoliciesAction",
  schema: changePoliciesSchema,
  run: changePolicies,
  words: settingsWords,
  at: { no_quiet: "quietUntil", quiet_too_long: "quietUntil" },
  done: () => "/settings/policies?done=policies",
});
