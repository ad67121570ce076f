"use server";

import { resendMail } from "#lib/mail/commands.ts";
import { resendMailSchema } from "#lib/mail/schema.ts";
import { resendWords } from "#lib/mail/words.ts";
import { formAction } from "#lib/web/write.ts";

export const resendMailAction = formAction({
  as: "resendMailAction",
  schema: resendMailSchema,
  run: resendMail,
  words: resendWords,
  done: () => `/log?done=resent`,
});
