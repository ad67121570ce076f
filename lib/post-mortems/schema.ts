import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";
import {
  CauseCode,
  FeedbackWish,
  InterviewFormat,
  Mood,
  Outcome,
  OutcomeReason,
  PromiseAnswer,
  Sharing,
  Signal,
} from "#lib/infra/prisma/enums.ts";
import { line, paragraphs } from "#lib/infra/text-schema.ts";
import { decode, encode, fieldNames, PromiseNext, SelfRated, type AskedQuestion } from "./rules/fields.ts";
import { moves, ratingChoices } from "./rules/given.ts";
import { asideScreens, screenIds } from "./rules/screens.ts";
import { limits, postMortemWords } from "./words/form.ts";

/**
 * One answer as a device or a form sends it. `value` is the text of `encode`,
 * empty to pass over or take back; it comes out as this form would store it.
 * `ageMs` is how long ago it was given, by the device's own reckoning: 0 to 30
 * days. `after` is the row of the same field that this device sent before it.
 */
export const answerSchema = z
  .strictObject({
    id: z.uuid().toLowerCase(),
    field: z.enum(fieldNames),
    value: z.string().max(limits.value, postMortemWords.too_long),
    ageMs: z.int().min(0).max(limits.ageMs, postMortemWords.too_old),
    after: z.uuid().toLowerCase().optional(),
  })
  .transform((answer, context) => {
    const read = decode(answer.field, answer.value);
    if (read.ok) return { ...answer, value: encode(read.value) };
    context.addIssue({ code: "custom", path: ["value"], message: postMortemWords[read.refusal] });
    return z.NEVER;
  });

export type AnswerInput = z.output<typeof answerSchema>;

/**
 * What the route for answers takes: one answer, or all that waited for the network; the address names the post-mortem.
 * `person` is whose answers these are: another session on the same device is none for them. `start` is the interview of a post-mortem that the device itself began, perhaps without a connection; `finish` is the
 * key of a press on Finish, which counts once the answers are there.
 */
export const answersSchema = z
  .strictObject({
    postMortem: formKey,
    person: z.uuid().toLowerCase().optional(),
    answers: z.array(answerSchema).max(limits.answersAtOnce),
    start: z.uuid().toLowerCase().optional(),
    finish: formKey.optional(),
  })
  .refine(({ answers, finish }) => answers.length > 0 || finish !== undefined);
export type AnswersInput = z.output<typeof answersSchema>;

const choice = <Code extends string>(codes: Readonly<Record<string, Code>>) =>
  z.enum(codes, postMortemWords.not_a_choice).optional();
const pressed = z
  .literal("yes", postMortemWords.not_a_choice)
  .transform(() => true as const)
  .optional();

/** A question of the bank as its button sends it: the text of `encode`. */
const askedQuestion = z
  .string()
  .max(limits.value, postMortemWords.too_long)
  .transform((value, context): AskedQuestion => {
    const read = decode("question.1", value);
    if (read.ok && read.value) return read.value;
    context.addIssue({ code: "custom", message: postMortemWords.not_a_choice });
    return z.NEVER;
  });

/** A date or a wall time as its field sends it; left empty it is nothing. */
const moment = (field: "next_date" | "next_time") =>
  z
    .string()
    .max(limits.value, postMortemWords.too_long)
    .transform((value, context): string | undefined => {
      const read = decode(field, value);
      if (read.ok) return read.value ?? undefined;
      context.addIssue({ code: "custom", message: postMortemWords.not_a_time });
      return z.NEVER;
    })
    .optional();

/** The fields of the optional steps. */
const optionalFields = {
  open: z.enum(asideScreens, postMortemWords.not_a_choice).optional(),
  "rating.evidence": choice(SelfRated),
  "rating.structure": choice(SelfRated),
  "rating.preparation": choice(SelfRated),
  "rating.composure": choice(SelfRated),
  "rating.appearance": choice(SelfRated),
  "rating.disposition": choice(SelfRated),
  feedback_words: paragraphs(limits.feedbackWords).optional(),
  feedback_from: line(limits.feedbackFrom).optional(),
  feedback_wish: choice(FeedbackWish),
  worked_well: line(limits.workedWell).optional(),
  next_date: moment("next_date"),
  next_time: moment("next_time"),
  next_format: choice(InterviewFormat),
  keep_line: paragraphs(limits.keepLine).optional(),
};

/** One screen of the form. Which of the fields count is decided by the screen. */
export const answerStepSchema = z.strictObject({
  key: formKey,
  postMortem: z.uuid().toLowerCase(),
  screen: z.enum(screenIds),
  move: z.enum(moves).optional(),
  n: z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number)
    .optional(),
  mood: choice(Mood),
  promise_answer: choice(PromiseAnswer),
  outcome: choice(Outcome),
  outcome_reason: choice(OutcomeReason),
  asked: askedQuestion.optional(),
  own_question: line(limits.question).optional(),
  cannot_recall: pressed,
  rating: z.enum(ratingChoices, postMortemWords.not_a_choice).optional(),
  remove: pressed,
  signals: z.array(z.enum(Signal, postMortemWords.not_a_choice)).optional(),
  surprise: paragraphs(limits.surprise).optional(),
  cause_primary: choice(CauseCode),
  cause_contributing: z
    .array(z.enum(CauseCode, postMortemWords.not_a_choice))
    .max(limits.contributing, postMortemWords.too_many)
    .optional(),
  promise_next: choice(PromiseNext),
  suggestion: z
    .enum(["0", "1"], postMortemWords.not_a_choice)
    .transform((at) => (at === "0" ? 0 : 1))
    .optional(),
  promise_if: line(limits.promise).optional(),
  promise_then: line(limits.promise).optional(),
  sharing: choice(Sharing),
  ...optionalFields,
  news_mood: choice(Mood),
  together: pressed,
});
export type AnswerStepInput = z.output<typeof answerStepSchema>;

/** The first screen: its answer starts the post-mortem. */
export const startPostMortemSchema = z.strictObject({
  key: formKey,
  interview: z.uuid().toLowerCase(),
  mood: choice(Mood),
});
export type StartPostMortemInput = z.output<typeof startPostMortemSchema>;

export const finishPostMortemSchema = z.strictObject({ key: formKey, postMortem: z.uuid().toLowerCase() });
export type FinishPostMortemInput = z.output<typeof finishPostMortemSchema>;

/** A button about one post-mortem and nothing more: "That is enough for today", a call asked for or taken back, "I called". */
export const onePostMortemSchema = z.strictObject({ key: formKey, postMortem: z.uuid().toLowerCase() });
export type OnePostMortemInput = z.output<typeof onePostMortemSchema>;

/** Noted on the desk, it is said there. */
export const noteCallSchema = onePostMortemSchema.extend({ from: z.literal("desk").optional() });

export const changeSharingSchema = z.strictObject({
  key: formKey,
  postMortem: z.uuid().toLowerCase(),
  sharing: z.enum(Sharing, postMortemWords.not_a_choice),
});
export type ChangeSharingInput = z.output<typeof changeSharingSchema>;

/** A counselor begins one on a call. */
export const startOnACallSchema = z.strictObject({ key: formKey, interview: z.uuid().toLowerCase() });
export type StartOnACallInput = z.output<typeof startOnACallSchema>;

export const handOverSchema = z.strictObject({ key: formKey, postMortem: z.uuid().toLowerCase() });
export type HandOverInput = z.output<typeof handOverSchema>;

/** The end of the short path after the employer's answer. */
export const finishHeardBackSchema = z.strictObject({ key: formKey, postMortem: z.uuid().toLowerCase() });
export type FinishHeardBackInput = z.output<typeof finishHeardBackSchema>;

/** The candidate's own choice after finishing, where none was made in the form. */
export const chooseCausesSchema = z.strictObject({
  key: formKey,
  postMortem: z.uuid().toLowerCase(),
  primary: z.enum(CauseCode, postMortemWords.not_a_choice),
});
export type ChooseCausesInput = z.output<typeof chooseCausesSchema>;
