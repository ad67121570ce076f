import { ok, refuse, type Result } from "#lib/core/result.ts";
import { promiseFor, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import type { Rating } from "#lib/infra/prisma/enums.ts";
import {
  encode,
  questionFields,
  type Answers,
  type AskedQuestion,
  type Field,
  type FieldValue,
} from "./fields.ts";
import {
  fieldsOf,
  freeNumber,
  asidesFor,
  mayAddCauses,
  nextScreen,
  previousScreen,
  questionAt,
  type AsideScreen,
  type Place,
  type ScreenId,
} from "./screens.ts";
import { wishesOffered } from "./feedback.ts";
import { isOptionalScreen, optionalGiven, type OptionalGiven, type OptionalRefusal } from "./optional.ts";
import type { StepFacts } from "./steps.ts";

/** How one question went, in one tap: blank on something known is a choice of its own. */
export const ratingChoices = ["strong", "okay", "rough", "blank", "blank_knew_it"] as const;
export type RatingChoice = (typeof ratingChoices)[number];

/** Which button sent the screen; none of these where a choice itself is the button. */
export const moves = ["next", "add", "back", "skip"] as const;

type Choices = {
  readonly [
    F in
      | "mood"
      | "promise_answer"
      | "outcome"
      | "outcome_reason"
      | "cause_primary"
      | "promise_next"
      | "sharing"
      | "news_mood"
      | "feedback_wish"
  ]?: FieldValue<F> | undefined;
};

/** What one screen sends, already in shape. */
export type Given = Choices &
  OptionalGiven & {
    readonly screen: ScreenId;
    /** Which of the steps aside is opened from "Anything else?"; what was chosen there is kept. */
    readonly open?: AsideScreen | undefined;
    readonly move?: (typeof moves)[number] | undefined;
    /** Of which question, 1 to 5; for a typed one the number that the page kept free for it. */
    readonly n?: number | undefined;
    readonly asked?: AskedQuestion | undefined;
    readonly own_question?: string | undefined;
    readonly cannot_recall?: true | undefined;
    readonly rating?: RatingChoice | undefined;
    readonly remove?: true | undefined;
    readonly signals?: FieldValue<"signals"> | undefined;
    readonly surprise?: string | undefined;
    readonly cause_contributing?: FieldValue<"cause_contributing"> | undefined;
    /** Which of the two suggested endings of a promise. */
    readonly suggestion?: 0 | 1 | undefined;
    readonly promise_if?: string | undefined;
    readonly promise_then?: string | undefined;
    readonly together?: true | undefined;
  };

/** One answer as it is stored. */
export type NewAnswer = { readonly field: Field; readonly value: string };
export type GivenRefusal =
  | "choose_one"
  | "question_needed"
  | "five_already"
  | "promise_in_two"
  | OptionalRefusal;
type Rows = Result<readonly NewAnswer[], GivenRefusal>;

const answer = <F extends Field>(field: F, value: FieldValue<F> | null): NewAnswer => ({
  field,
  value: encode(value),
});

/**
 * What is written down when a screen is sent. *Back* and *Next* keep what was typed, *Skip* notes what has no answer as
 * passed over, and neither takes an answer back.
 */
export function answersGiven(given: Given, facts: StepFacts & { readonly taxonomy: Taxonomy }): Rows {
  if (given.move === "skip") return ok(passedOver(fieldsOf(given.screen), facts.answers));
  if (isOptionalScreen(given.screen)) return optionalGiven(given.screen, given, facts);
  switch (given.screen) {
    case "outcome":
      return given.outcome_reason ? ok(noBecause(given.outcome_reason)) : choiceGiven(given);
    case "questions":
      return questionsGiven(given, facts.answers);
    case "rating":
      return ok(ratingGiven(given, facts.answers));
    case "signals":
      return ok([answer("signals", given.signals ?? []), answer("surprise", given.surprise || null)]);
    case "contributing":
      return ok(mayAddCauses(facts) ? [answer("cause_contributing", given.cause_contributing ?? [])] : []);
    case "promise":
      return promiseGiven(given, facts);
    case "news_words":
      return ok([
        answer("feedback_words", given.feedback_words || null),
        answer("feedback_from", given.feedback_from || null),
      ]);
    case "news_wish":
      return given.feedback_wish && !wishesOffered(facts).includes(given.feedback_wish)
        ? refuse("not_offered")
        : choiceGiven(given);
    case "together":
      return ok([answer("together", given.together ?? null)]);
    default:
      return choiceGiven(given);
  }
}

function passedOver(fields: readonly Field[], answers: Answers): readonly NewAnswer[] {
  return fields.filter((field) => answers[field] === undefined).map((field) => answer(field, null));
}

/** Why they said no says that they did: one tap for both. */
function noBecause(reason: FieldValue<"outcome_reason">): readonly NewAnswer[] {
  return [answer("outcome", "rejected"), answer("outcome_reason", reason)];
}

function choiceGiven(given: Given): Rows {
  const [field] = fieldsOf(given.screen);
  const value = field && given[field as keyof Choices];
  if (field === undefined || value === undefined)
    return given.move === "back" ? ok([]) : refuse("choose_one");
  return ok([{ field, value }]);
}

function questionsGiven(given: Given, answers: Answers): Rows {
  if (given.cannot_recall) return ok([answer("cannot_recall", true)]);
  const rows: NewAnswer[] = [];
  let taken = answers;
  for (const [question, wanted] of newQuestions(given)) {
    const n = placeOf(question, wanted, taken);
    const field = questionFields[(n ?? 0) - 1];
    if (!field) return refuse("five_already");
    rows.push(answer(field, question));
    taken = { ...taken, [field]: question };
  }
  if (rows.length === 0 && (given.move === "add" || given.move === undefined))
    return refuse("question_needed");
  return ok(rows);
}

/** What was typed comes first, so that it is not lost to a tap on the list. */
function newQuestions(given: Given): readonly (readonly [AskedQuestion, number | undefined])[] {
  return [
    ...(given.own_question ? [[{ text: given.own_question }, given.n] as const] : []),
    ...(given.asked ? [[given.asked, undefined] as const] : []),
  ];
}

/** Where a question already stands, the number kept free for what is being typed, or else the first free one. */
function placeOf(question: AskedQuestion, wanted: number | undefined, answers: Answers): number | null {
  const known = numberOf(question, answers);
  if (known !== null) return known;
  if (wanted !== undefined) {
    const there = questionAt(answers, wanted);
    if (!there || (!there.rating && !there.bankId)) return wanted;
  }
  return freeNumber(answers);
}

function numberOf(question: AskedQuestion, answers: Answers): number | null {
  const index = questionFields.findIndex((field) => answers[field]?.text === question.text);
  return index < 0 ? null : index + 1;
}

function ratingGiven(given: Given, answers: Answers): readonly NewAnswer[] {
  const field = questionFields[(given.n ?? 0) - 1];
  const question = field && answers[field];
  if (!field || !question) return [];
  if (given.remove) return [answer(field, null)];
  if (!given.rating) return [];
  const { text, bankId } = question;
  return [answer(field, { text, ...(bankId === undefined ? {} : { bankId }), ...ratingOf(given.rating) })];
}

function ratingOf(choice: RatingChoice): { rating: Rating; knewIt?: boolean } {
  return choice === "blank_knew_it" ? { rating: "blank", knewIt: true } : { rating: choice };
}

function promiseGiven(
  given: Given,
  { answers, taxonomy }: StepFacts & { readonly taxonomy: Taxonomy },
): Rows {
  const offered = promiseFor(taxonomy, answers.cause_primary ?? null);
  if (given.suggestion !== undefined) return ok(promiseRows(offered.if, offered.then[given.suggestion]));
  const { promise_if: ifText = "", promise_then: thenText = "" } = given;
  if (given.move === "back") {
    const isUntouched = thenText === "" && (ifText === "" || ifText === offered.if);
    return ok(isUntouched ? [] : promiseRows(ifText, thenText));
  }
  return ifText !== "" && thenText !== "" ? ok(promiseRows(ifText, thenText)) : refuse("promise_in_two");
}

function promiseRows(ifText: string, thenText: string): readonly NewAnswer[] {
  return [answer("promise_if", ifText || null), answer("promise_then", thenText || null)];
}

/** Where to go after a screen was sent; `facts` hold its answers already. */
export function placeAfter(given: Given, facts: StepFacts): Place {
  const { screen, move } = given;
  if (move === "back") return { screen: previousScreen(screen, facts) ?? screen };
  if (screen === "sharing") return { screen };
  if (screen === "contributing" && given.open && asidesFor(facts).includes(given.open))
    return { screen: given.open };
  if (screen === "rating" && given.remove) return { screen: "questions" };
  const added =
    screen === "questions" && move !== "next" ? (given.asked?.text ?? given.own_question) : undefined;
  const n = added ? numberOf({ text: added }, facts.answers) : null;
  if (n !== null) return { screen: "rating", n };
  return { screen: nextScreen(screen === "rating" ? "questions" : screen, facts) };
}
