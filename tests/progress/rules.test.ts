import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Mood } from "#lib/infra/prisma/enums.ts";
import {
  directionOf,
  endsOf,
  hardFinding,
  latestOf,
  lockOf,
  moodFinding,
  ratingFinding,
  seriesOf,
} from "#lib/progress/rules.ts";
import { progressWords } from "#lib/progress/words.ts";

test.each([
  [0, "Charts start at three interviews. You have written about none."],
  [1, "Charts start at three interviews. You have written about one."],
  [2, "Charts start at three interviews. You have written about two."],
  [3, null],
  [40, null],
])("a chart of %i interviews: %s", (written, why) => {
  expect(lockOf(written)).toBe(why);
});

test("the locks of self-ratings and of questions say what they count", () => {
  expect(lockOf(0, progressWords.lockedQuestions)).toBe(
    "Charts start at three interviews. You have written down questions after none.",
  );
  expect(lockOf(3, progressWords.lockedQuestions)).toBeNull();
  expect(lockOf(1, progressWords.lockedRatings)).toBe(
    "Charts start at three interviews. You have rated yourself after one.",
  );
});

test("a chart shows the latest twelve", () => {
  expect(latestOf([...Array.from({ length: 20 }).keys()])).toEqual([
    8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
  ]);
});

describe("where a series is going", () => {
  test.each([
    [[3, 3, 3], "same"],
    [[3, 4, 3], "same"],
    [[2, 4, 4], "higher"],
    [[4, 2, 2], "lower"],
    [[1, 5, 1], "changing"],
    [[5, 1, 5], "changing"],
    [[1, 2, 3], "higher"],
    [[5, 5, 2, 2], "lower"],
    [[2, 4, 2, 4], "changing"],
    [[3, 5, 1], "changing"],
    [[5, 1, 3, 3], "changing"],
  ] as const)("%j is %s", (values, direction) => {
    expect(directionOf(values)).toBe(direction);
  });

  const levels = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 12 });
  const opposite = { higher: "lower", lower: "higher", same: "same", changing: "changing" } as const;

  test("upside down it goes the other way; moved as a whole it goes the same way", () => {
    fc.assert(
      fc.property(levels, (values) => {
        const direction = directionOf(values);
        expect(directionOf(values.map((value) => 6 - value))).toBe(opposite[direction]);
        expect(directionOf(values.map((value) => value + 1))).toBe(direction);
      }),
    );
  });

  test("what never changes is the same, and what never falls is not lower", () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(...Object.values(Mood)), (values, mood) => {
        expect(directionOf(values.toSorted((a, b) => a - b))).not.toBe("lower");
        expect(moodFinding(values.map(() => mood))).toBe("About the same each time");
      }),
    );
  });
});

test("the titles of charts", () => {
  expect(moodFinding(["good", "great", "low", "very_low"])).toBe(
    "Lower after the last two, better before that",
  );
  expect(moodFinding(["low", "very_low", "good", "good"])).toBe(
    "Better after the last two, lower before that",
  );
  expect(hardFinding([3, 3, 1, 0])).toBe("Fewer hard ones in the last two, more before that");
});

describe("self-ratings", () => {
  const interview = (ratings: Partial<Record<"evidence" | "composure" | "close", number>>) => ({
    ratings: (["close", "evidence", "composure"] as const).flatMap((dimension) => {
      const level = ratings[dimension];
      return level === undefined ? [] : [{ dimension, level }];
    }),
  });

  test("a series for each dimension that was rated, in the order of product.md, with gaps", () => {
    expect(seriesOf([interview({ close: 2 }), interview({}), interview({ evidence: 4, close: 5 })])).toEqual([
      { dimension: "evidence", levels: [null, null, 4] },
      { dimension: "close", levels: [2, null, 5] },
    ]);
    expect(endsOf([null, 2, null, 5, null])).toEqual({ from: 2, to: 5 });
    expect(endsOf([null, 4])).toBeNull();
  });

  test.each([
    [
      [
        { evidence: 2, composure: 3 },
        { evidence: 4, composure: 4 },
      ],
      "Evidence came up most: from “Starting” to “Ready”",
    ],
    [
      [
        { composure: 4, evidence: 3 },
        { composure: 2, evidence: 3 },
      ],
      "Composure moved most: from “Ready” to “Starting”",
    ],
    [
      [
        { composure: 4, evidence: 1 },
        { composure: 1, evidence: 2 },
      ],
      "Evidence came up most: from “Not yet” to “Starting”",
    ],
    [[{ evidence: 3 }, { evidence: 3 }], "Where it was at first, in every part"],
    [[{ evidence: 3 }], "Where it was at first, in every part"],
  ])("%j", (interviews, finding) => {
    expect(ratingFinding(seriesOf(interviews.map((one) => interview(one))))).toBe(finding);
  });
});
