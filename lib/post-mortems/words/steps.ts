/** The title of each step, and a line under it where one helps. */
export const stepWords = {
  mood: { title: "How do you feel about it?", hint: "There is no good or bad answer here." },
  promise_kept: { title: "Did you do it?", hint: "It is fine if it did not come up." },
  outcome: { title: "How did it end?", hint: "You can change this whenever you hear more." },
  questions: { title: "What did they ask?", hint: "Up to five. The ones you remember are enough." },
  signals: { title: "What did you notice?", hint: "Choose any that fit, or go on." },
  causes: {
    title: "What got in the way most?",
    hint: "A first guess is fine. You can change your mind later.",
  },
  ratings: {
    title: "How would you rate yourself?",
    hint: "In words, not marks. Leave out what did not come up.",
  },
  feedback: { title: "Any feedback so far?", hint: "Their words as you remember them. Or nothing yet." },
  worked_well: { title: "What worked?", hint: "One thing that you would do again. A line is plenty." },
  promise: {
    title: "One promise for next time",
    hint: "One small thing, tied to a moment that you will recognise.",
  },
  next_round: {
    title: "When is it?",
    hint: "Their next talk with you, if you know the date already. Or go on.",
  },
  keep_line: {
    title: "Anything to keep while it is fresh?",
    hint: "One line, only if you like. The rest can wait.",
  },
  sharing: { title: "Who may see this?", hint: "You can change this later." },
} as const;

/** The titles of screens that a step brings with it. */
export const screenWords = {
  rating: { title: "How did your answer go?", hint: "" },
  contributing: { title: "Anything else?", hint: "Only what helps you. Or go on." },
  keep_or_new: { title: "Keep it, or make a new one?", hint: "" },
} as const;
