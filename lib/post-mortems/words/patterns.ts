/** How much is said by how often a cause was there (product.md, "Patterns"). */
export const patternWords = {
  once: "one data point",
  maybe: "maybe a pattern",
  pattern: "a pattern",
  now_and_then: "now and then",
} as const;

export const countWords = {
  /** "in 2 of 3 interviews" */
  inOf: (count: number, of: number) => `in ${count} of ${of} ${of === 1 ? "interview" : "interviews"}`,
  /** Only from five on. */
  share: (percent: number) => `${percent} %`,
};

/** Under two opinions that differ. */
export const openWords = "Still open: where you differ, it counts in no pattern until you have talked.";
