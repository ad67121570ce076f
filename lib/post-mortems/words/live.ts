/** What the form says while it runs in the browser: how its answers stand, and what became of them. */
export const liveWords = {
  quiet: "",
  saving: "Saving…",
  saved: "Saved",
  waiting: "Kept on this phone. It will be saved when the connection is back.",
  signedOut: "You are signed out. Everything is kept on this phone.",
  signIn: "Sign in again",
  finishing: "Sending…",
  finishWaits: "Kept on this phone. It is sent as soon as there is a connection.",
  mend: "Please mend what is marked below. Everything that you typed is still here.",
  oneLine: "Please write this in one line.",
};

/** Answers that came too late: they are shown, so that nobody loses them. */
export const unsentWords = {
  already_finished: "This debrief was finished on another device.",
  other: "These answers could not be saved here.",
  why: "What follows was not part of it. You can copy it from here.",
  read: "Read the debrief",
  remove: "Remove from this phone",
  nothing: "Passed over",
};
