import type { Dimension } from "#lib/infra/prisma/enums.ts";
import { levelLabels, type Level } from "../words/dimensions.ts";
import { ratingFields, SelfRated, type Answers, type RatingField } from "./fields.ts";

/** How somebody rates themselves on one dimension: 1 to 5. */
export type Rated = { readonly dimension: Dimension; readonly level: number };

/** Lowest first; "not sure" is no level. */
const levels = Object.keys(SelfRated).filter((code) => code !== "not_sure") as Level[];

/** 1 to 5; nothing where it was not rated or somebody is not sure. */
export function levelOf(rated: SelfRated | undefined): number | undefined {
  const index = levels.findIndex((level) => level === rated);
  return index < 0 ? undefined : index + 1;
}

/** The word of a level from 1 to 5. */
export function wordOf(level: number): Level {
  const word = levels[level - 1];
  if (!word) throw new Error(`no level ${level}`);
  return word;
}

/** What a level from 1 to 5 is called. */
export function levelLabel(level: number): string {
  return levelLabels[wordOf(level)];
}

/** The dimension that a field of the form is about. */
export function dimensionOf(field: RatingField) {
  return field.slice("rating.".length) as RatedDimension;
}
type RatedDimension = RatingField extends `rating.${infer D extends Dimension}` ? D : never;

/** The dimensions that have a level, in the order of the form. */
export function readRatings(answers: Answers): readonly Rated[] {
  return ratingFields.flatMap((field) => {
    const level = levelOf(answers[field]);
    return level === undefined ? [] : [{ dimension: dimensionOf(field), level }];
  });
}

/** The level of appearance among what was rated: where it is low, it suggests a cause. */
export function appearanceOf(ratings: readonly Rated[]): number | undefined {
  return ratings.find(({ dimension }) => dimension === "appearance")?.level;
}
