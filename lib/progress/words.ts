const numbers = ["none", "one", "two"];

export const progressWords = {
  title: "Your progress",
  intro: "One interview says little; several together say more. Numbers show a direction, they are no marks.",
  back: "You",
  link: "Your progress",
  linkHint: "What keeps coming up, how you felt, and what became of your promises.",
  emptyTitle: "This fills with your debriefs",
  empty:
    "After each interview that you write about, its mood, its causes and its promise stand here together. From three on you see where they are going.",
  log: "Log an interview",
  locked: (written: number) =>
    `Charts start at three interviews. You have written about ${numbers[written] ?? written}.`,
  lockedRatings: (rated: number) =>
    `Charts start at three interviews. You have rated yourself after ${numbers[rated] ?? rated}.`,
  lockedQuestions: (asked: number) =>
    `Charts start at three interviews. You have written down questions after ${numbers[asked] ?? asked}.`,
  /** Where so few cases are counted that none is. */
  percentFrom: "A percentage is said from five on.",
  numbers: "The same as a table",
  cases: (count: number) => `${count} interviews`,
  latest: (count: number, all: number) => `The latest ${count} of ${all} interviews`,
};

/** What keeps coming up. */
export const comingUpWords = {
  title: "What keeps getting in the way",
  counted: (count: number) =>
    count === 1
      ? "One interview counts so far: what got in the way is settled, or it went well."
      : `${count} interviews count so far: what got in the way is settled, or it went well.`,
  none: "Nothing is settled yet. A cause is settled once you and your counselor both name it, or after you have talked.",
  active: "Coming up now",
  resolved: "Not in your last three any more",
  seen: "Seen so far",
};

/** For each interview: settled, still open, or the candidate's own and not seen by anybody yet. */
export const settledWords = {
  openTitle: "Still open",
  openHint: "You see these differently. They are counted once you have talked.",
  you: "You",
  /** One side named nothing that the other did not name too. */
  nothingMore: "nothing beside",
  ownTitle: "Yours, still open",
  ownHint: "Your own view. It counts once your counselor has given one too and you agree.",
  settledTitle: "Settled so far",
  settledCount: (count: number) => (count === 1 ? "One interview" : `${count} interviews`),
  by: { agreement: "you both say so", after_talking: "after talking", together: "chosen together" },
};

export const moodWords = {
  title: "How you felt",
  axis: "Mood after each interview",
  interview: "Interview",
  mood: "Mood",
};

/** What happened to a series of three or more, in a sentence. */
export const findingWords = {
  higher: "Better after the last two, lower before that",
  lower: "Lower after the last two, better before that",
  same: "About the same each time",
  changing: "Up and down, without a direction yet",
  /** `dimension` is its label, the levels are its words. */
  rose: (dimension: string, from: string, to: string) =>
    `${dimension} came up most: from “${from}” to “${to}”`,
  fell: (dimension: string, from: string, to: string) => `${dimension} moved most: from “${from}” to “${to}”`,
  still: "Where it was at first, in every part",
};

export const ratingWords = {
  title: "How you rated yourself",
  interview: "Interview",
  none: "not rated",
};

export const promisesWords = {
  title: "Your promises",
  none: "What becomes of a promise stands here after the next interview.",
  kept: (kept: number, cameUp: number) => `Kept ${kept} of the ${cameUp} that came up`,
  keptShare: (kept: number, cameUp: number, percent: number) =>
    `Kept ${kept} of the ${cameUp} that came up, ${percent} %`,
  noneCameUp: "None of them came up",
  open: "Your promise for next time",
};

export const questionsWords = {
  title: "Questions that were hard",
  interview: "Interview",
  hard: "Rough or blank",
  asked: "Written down",
  of: (hard: number, asked: number) => `${hard} of ${asked}`,
  finding: {
    lower: "Fewer hard ones in the last two, more before that",
    higher: "More hard ones in the last two, fewer before that",
    same: "About as many each time",
    changing: "Now more, now fewer, without a direction yet",
  },
};
