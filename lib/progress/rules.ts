import type { Dimension, Mood } from "#lib/infra/prisma/enums.ts";
import { levelLabel } from "#lib/post-mortems/rules/ratings.ts";
import { dimensionLabels } from "#lib/post-mortems/words/dimensions.ts";
import { findingWords, progressWords, questionsWords } from "./words.ts";

/** Below this many interviews nothing is drawn (product.md, "Patterns"). */
const fewestForChart = 3;
/** Latest interviews that a chart shows: as many as a phone can tell apart. */
const mostInChart = 12;

/** Why a chart of so many interviews is not drawn, in words; null from three on. `why` is given the number. */
export function lockOf(
  written: number,
  why: (written: number) => string = progressWords.locked,
): string | null {
  return written < fewestForChart ? why(written) : null;
}

/** The part of a series, in order of time, that a chart shows. */
export function latestOf<Each>(series: readonly Each[]): readonly Each[] {
  return series.slice(-mostInChart);
}

const moodLevels: Readonly<Record<Mood, number>> = { very_low: 1, low: 2, unsure: 3, good: 4, great: 5 };

/** 1 (very low) to 5 (great). */
export function levelOfMood(mood: Mood): number {
  return moodLevels[mood];
}

export type Direction = "higher" | "lower" | "same" | "changing";

/** By how much the last two must differ from those before, in levels or in questions, for a direction to be said. */
const clear = 0.75;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Where three or more values from 0 to 5, in order of time, are going: the mean of the last two against the mean of those
 * before, which neither of the two may contradict. Without a clear difference `same` where no two are further apart than
 * one step, else `changing`.
 */
export function directionOf(values: readonly number[]): Direction {
  const last = values.slice(-2);
  const before = mean(values.slice(0, -2));
  const difference = mean(last) - before;
  if (difference >= clear && last.every((value) => value > before)) return "higher";
  if (difference <= -clear && last.every((value) => value < before)) return "lower";
  return Math.max(...values) - Math.min(...values) <= 1 ? "same" : "changing";
}

/** The finding of a chart of moods, as its title. */
export function moodFinding(moods: readonly Mood[]): string {
  return findingWords[directionOf(moods.map((mood) => levelOfMood(mood)))];
}

/** The finding of how many questions were hard each time, as its title. */
export function hardFinding(counts: readonly number[]): string {
  return questionsWords.finding[directionOf(counts)];
}

/** One dimension over time: 1 to 5, null where it was not rated. */
export type RatingSeries = { readonly dimension: Dimension; readonly levels: readonly (number | null)[] };

/** The dimensions that were rated at least once, each with a place for every interview, in the order of product.md. */
export function seriesOf(
  interviews: readonly {
    readonly ratings: readonly { readonly dimension: Dimension; readonly level: number }[];
  }[],
): readonly RatingSeries[] {
  return (Object.keys(dimensionLabels) as Dimension[]).flatMap((dimension) => {
    const levels = interviews.map(
      ({ ratings }) => ratings.find((rating) => rating.dimension === dimension)?.level ?? null,
    );
    return levels.some((level) => level !== null) ? [{ dimension, levels }] : [];
  });
}

/** First and last level that were given; null for one that was given less than twice. */
export function endsOf(levels: readonly (number | null)[]): { from: number; to: number } | null {
  const given = levels.filter((level) => level !== null);
  const [from, to] = [given.at(0), given.at(-1)];
  return given.length < 2 || from === undefined || to === undefined ? null : { from, to };
}

/** The finding of a chart of self-ratings, as its title: what rose most from first to last, else what moved most. */
export function ratingFinding(series: readonly RatingSeries[]): string {
  const moved = series
    .flatMap(({ dimension, levels }) => {
      const ends = endsOf(levels);
      return ends ? [{ dimension, ...ends, by: ends.to - ends.from }] : [];
    })
    .filter(({ by }) => by !== 0)
    .toSorted((a, b) => b.by - a.by);
  const rose = moved.at(0);
  const most = rose && rose.by > 0 ? rose : moved.at(-1);
  if (!most) return findingWords.still;
  const say = most.by > 0 ? findingWords.rose : findingWords.fell;
  return say(dimensionLabels[most.dimension], levelLabel(most.from), levelLabel(most.to));
}
