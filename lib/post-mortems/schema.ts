import { z } from "zod";
import { decode, encode, fieldNames } from "./rules/fields.ts";
import { limits, postMortemWords } from "./words.ts";

/**
 * One answer as a device or a form sends it. `value` is the text of `encode`,
 * empty to pass over or take back; it comes out as this form would store it.
 * `ageMs` is how long ago it was given, by the device's own reckoning: 0 to 30
 * days.
 */
export const answerSchema = z
  .strictObject({
    id: z.uuid(),
    field: z.enum(fieldNames),
    value: z.string().max(limits.value, postMortemWords.too_long),
    ageMs: z.int().min(0).max(limits.ageMs, postMortemWords.too_old),
  })
  .transform((answer, context) => {
    const read = decode(answer.field, answer.value);
    if (read.ok) return { ...answer, value: encode(read.value) };
    context.addIssue({ code: "custom", path: ["value"], message: postMortemWords[read.refusal] });
    return z.NEVER;
  });

export type AnswerInput = z.output<typeof answerSchema>;

/** What the route for answers takes: one answer, or all that waited for the network. */
export const answersSchema = z.strictObject({
  answers: z.array(answerSchema).min(1).max(limits.answersAtOnce),
});
