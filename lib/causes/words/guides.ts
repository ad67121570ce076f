/** The pages of the guides, and the links that lead to them. */
export const guideWords = {
  title: "What gets in the way, and what helps",
  intro: "For each a page: how to recognise it, three things that help, and an exercise of ten minutes.",
  all: "All guides",
  practice: "Practice",
  recognise: "How to recognise it",
  helps: "Three things that help",
  exercise: "Ten minutes of practice",
  open: "How to recognise it, and what helps",
};
