/** Longest texts of the feature, in characters. */
export const accountLimits = { name: 120, email: 254 };

export const accountWords = {
  emailNeeded: "Please enter a mail address, such as maya@example.org.",
  nameNeeded: "Please enter a name.",
  zoneNeeded: "Please choose a time zone from the list.",
  codeNeeded: "The code has six digits.",
  not_valid:
    "That link or code does not work any more. Codes live ten minutes and work once. Ask for a new mail below.",
  too_many: "That was a lot of mails in a short time. Please wait a quarter of an hour.",
  stale:
    "This changed somewhere else in the meantime. What stands in the form is what you typed; the saved version is beside it.",
};

/** What a page says after `?done=…`. */
export const accountFlashes = {
  signed_out: "You are signed out.",
  everywhere: "You are signed out everywhere.",
  profile: "Saved.",
  session_ended: "That device is signed out.",
};

export const roleWords = { candidate: "Candidate", counselor: "Counselor", admin: "Admin", guest: "Guest" };
