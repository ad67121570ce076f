import { z } from "zod";
import { email, personName } from "#lib/accounts/schema.ts";
import { formKey } from "#lib/infra/form-schema.ts";
import { paragraphs } from "#lib/infra/text-schema.ts";
import { helpLimits, helpWords } from "#lib/people/words/help.ts";

const id = z.uuid().toLowerCase();
const topics = ["interview", "resume", "search"] as const;

/** A topic, or the session of an open workshop: `session-` and its id. One list of choices, so that it needs no script. */
const about = z
  .string()
  .optional()
  .transform((chosen = "", context) => {
    const topic = topics.find((one) => one === chosen);
    if (topic) return { topic, session: null };
    const session = id.safeParse(chosen.startsWith("session-") ? chosen.slice("session-".length) : "");
    if (session.success) return { topic: "workshop" as const, session: session.data };
    context.addIssue({ code: "custom", message: helpWords.topicNeeded });
    return z.NEVER;
  });

export const askForHelpSchema = z
  .strictObject({
    key: formKey,
    name: personName,
    email,
    about,
    happened: paragraphs(helpLimits.happened),
    consent: z.literal("yes", helpWords.consentNeeded),
  })
  .refine(({ about, happened }) => happened !== "" || about.session !== null, {
    path: ["happened"],
    message: helpWords.happenedNeeded,
  });
export type AskForHelpInput = z.output<typeof askForHelpSchema>;

/** The way in by the link of a mail. */
const link = { key: formKey, request: id, token: z.string().max(100) };

export const confirmHelpSchema = z.strictObject(link);
export type ConfirmHelpInput = z.output<typeof confirmHelpSchema>;

export const answerAsGuestSchema = z.strictObject({
  ...link,
  act: z.enum(["take", "give_back", "leave", "accept", "decline"]),
  offer: id.optional(),
});
export type AnswerAsGuestInput = z.output<typeof answerAsGuestSchema>;

export const acceptHelpSchema = z.strictObject({ key: formKey, request: id });
export type AcceptHelpInput = z.output<typeof acceptHelpSchema>;

export const answerHelpSchema = z.strictObject({
  key: formKey,
  request: id,
  answer: paragraphs(helpLimits.answer).min(1, helpWords.answerNeeded),
});
export type AnswerHelpInput = z.output<typeof answerHelpSchema>;
