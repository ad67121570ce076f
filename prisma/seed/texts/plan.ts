/** What people say of a next step that they are not going to do. */
export const whysNot = [
  "Two evening shifts this week. I would rather do one thing well.",
  "I did this for an interview last year and still have it.",
  "It did not feel like mine. I would like to talk about it first.",
  "The next one is by phone, so something else comes first.",
];
