/** What the form says while it runs in the browser: how its answers stand, and what became of them. */
export const liveWords = {
  quiet: "",
  saving: "Saving…",
  saved: "Saved",
  waiting: "Kept on this device. It will be saved when the connection is back.",
  held: "Not saved yet. Please keep this page open; it is saved when the connection is back.",
  signedOut: "You are signed out. Everything is kept on this device.",
  signIn: "Sign in again",
  finishing: "Sending…",
  finishWaits: "Kept on this device. It is sent as soon as there is a connection.",
  doorWaits: "Your answers are kept. Please keep this page open; it goes on when the connection is back.",
  notTaken: "This could not be sent as it is. Please look it over, and press Finish again.",
  mend: "Please mend what is marked below. Everything that you typed is still here.",
  oneLine: "Please write this in one line.",
};

/** Answers that came too late: they are shown, so that nobody loses them. */
export const unsentWords = {
  already_finished: "This debrief was finished on another device.",
  other: "These answers could not be saved here.",
  why: "What follows was not part of it. You can copy it from here.",
  read: "Read the debrief",
  remove: "Remove from this device",
  removeSurely: "Yes, remove what was not sent",
  keep: "Keep",
  nothing: "Passed over",
  apart: "Not chosen together",
  answer: "An answer",
  unreadable: "Written by another version of this form",
};
