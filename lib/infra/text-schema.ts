import { z } from "zod";
import { isCleanText, withPlainLineEnds } from "#lib/core/text.ts";

export const textMessages = {
  too_long: (max: number) => `Please keep this to ${max} characters.`,
  not_clean: "This text has characters in it that cannot be shown. Please type it without them.",
  one_line: "Please write this in one line.",
};

/** One line of text, trimmed, at most `max` characters; may be empty (add `.min(1, …)` where it may not). */
export function line(max: number) {
  return z
    .string()
    .trim()
    .max(max, textMessages.too_long(max))
    .refine((value) => !/[\r\n]/u.test(value), textMessages.one_line)
    .refine(isCleanText, textMessages.not_clean);
}

/** Text of several lines, trimmed, line ends as LF, at most `max` characters; may be empty. */
export function paragraphs(max: number) {
  return z
    .string()
    .overwrite(withPlainLineEnds)
    .trim()
    .max(max, textMessages.too_long(max))
    .refine(isCleanText, textMessages.not_clean);
}
