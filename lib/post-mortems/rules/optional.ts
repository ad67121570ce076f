import { ok, refuse, type Result } from "#lib/core/result.ts";
import type { FeedbackWish } from "#lib/infra/prisma/enums.ts";
import { wishesOffered } from "./feedback.ts";
import { ratingFields, type Field, type FieldValue, type RatingField } from "./fields.ts";
import type { ScreenId } from "./screens.ts";
import type { StepFacts } from "./steps.ts";

/** The screens of the optional steps, whose fields are sent together. */
const optionalScreens = ["ratings", "feedback", "worked_well", "next_round", "keep_line"] as const;
export type OptionalScreen = (typeof optionalScreens)[number];

export function isOptionalScreen(screen: ScreenId): screen is OptionalScreen {
  return optionalScreens.some((one) => one === screen);
}

/** What these screens send, already in shape; empty texts are nothing. */
export type OptionalGiven = { readonly [F in RatingField]?: FieldValue<F> | undefined } & {
  readonly feedback_words?: string | undefined;
  readonly feedback_from?: string | undefined;
  /** A wish is a button of its own: pressing it sends the screen. */
  readonly feedback_wish?: FeedbackWish | undefined;
  readonly worked_well?: string | undefined;
  readonly next_date?: string | undefined;
  readonly next_time?: string | undefined;
  readonly next_format?: FieldValue<"next_format"> | undefined;
  readonly keep_line?: string | undefined;
};

export type OptionalRefusal = "not_offered" | "next_in_two";
type Row = { readonly field: Field; readonly value: string };
type Rows = Result<readonly Row[], OptionalRefusal>;

const row = (field: Field, value: string | undefined): Row => ({ field, value: value ?? "" });

/**
 * What is written down when one of these screens is sent. Nothing is asked for, so an empty screen passes over. Refuses
 * `not_offered` for a wish that feedback's rules do not allow now, and `next_in_two` for half a date, but on the way back.
 */
export function optionalGiven(
  screen: OptionalScreen,
  given: OptionalGiven & { readonly move?: string | undefined },
  facts: StepFacts,
): Rows {
  switch (screen) {
    case "ratings":
      return ok(ratingsGiven(given, facts));
    case "feedback":
      return feedbackGiven(given, facts);
    case "worked_well":
      return ok([row("worked_well", given.worked_well)]);
    case "keep_line":
      return ok([row("keep_line", given.keep_line)]);
    case "next_round":
      return nextGiven(given);
  }
}

/** A dimension that was not touched is left as it is: none can be taken back, "not sure" is an answer. */
function ratingsGiven(given: OptionalGiven, { answers }: StepFacts): readonly Row[] {
  return ratingFields.flatMap((field) => {
    const level = given[field];
    return level === undefined || level === answers[field] ? [] : [row(field, level)];
  });
}

function feedbackGiven(given: OptionalGiven, facts: StepFacts): Rows {
  const { feedback_wish: wish, feedback_words: words, feedback_from: from } = given;
  if (wish !== undefined && !wishesOffered(facts).includes(wish)) return refuse("not_offered");
  // A wish is a form of its own, which sends no words: what is not sent stays as it is.
  const sent = [
    ["feedback_words", words] as const,
    ["feedback_from", from] as const,
    ["feedback_wish", wish] as const,
  ];
  return ok(sent.flatMap(([field, value]) => (value === undefined ? [] : [row(field, value)])));
}

function nextGiven(given: OptionalGiven & { readonly move?: string | undefined }): Rows {
  const { next_date: on, next_time: at, next_format: format } = given;
  if (given.move !== "back" && (on === undefined) !== (at === undefined)) return refuse("next_in_two");
  return ok([row("next_date", on), row("next_time", at), row("next_format", format)]);
}
