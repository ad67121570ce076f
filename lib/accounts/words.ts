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
  address_known: "Somebody with this address is here already.",
  address_unclear: "This address has characters that look like others. Please type it again by hand.",
  same_address: "This is the address that is saved already.",
};

/** What a page says after `?done=…`. */
export const accountFlashes = {
  signed_out: "You are signed out.",
  everywhere: "You are signed out everywhere.",
  profile: "Saved.",
  session_ended: "That device is signed out.",
  feed_made: "The calendar address is made. It stands below for ten minutes.",
  feed_revoked: "The calendar address is revoked. Whoever had it gets nothing any more.",
};

export const roleWords = { candidate: "Candidate", counselor: "Counselor", admin: "Admin", guest: "Guest" };

/** The private calendar address on one's own page. */
export const feedWords = {
  title: "In your own calendar",
  candidate:
    "Your interviews, practice sessions and workshops in your phone’s or computer’s calendar, kept up to date by itself.",
  staff: "Your sessions in your own calendar, kept up to date by itself.",
  secret: "Whoever has the address can read along, so keep it to yourself. You can revoke it at any time.",
  make: "Make a calendar address",
  makeAgain: "Make a new address",
  again: "A new address ends the old one.",
  revoke: "Revoke it",
  address: "Your calendar address",
  how: "Copy it now and add it as a calendar by subscription (“from URL”). It is not shown again after ten minutes.",
  madeBefore: "You have an address, made",
  notAgain: "It cannot be shown again.",
};

/** The admin's form to mend somebody's address. */
export const addressWords = {
  title: "Mend the address",
  intro: (name: string) => `${name} signs in and gets mail with it.`,
  name: "Name",
  now: "Address now",
  field: "Right address",
  ends: "Changing it signs them out everywhere; they sign in with the new address. No mail tells the old address.",
  invites: "They have not signed in yet, so the invitation goes out once more, to the new address.",
  save: "Save the address",
  saved: "The address is saved.",
};
