/** Longest texts, in characters; bytes of a file; calendars that one person gives. */
export const busyLimits = { name: 120, address: 2000, bytes: 1_000_000, calendars: 10 };

/** What stands on the page. */
export const busyPageWords = {
  title: "Busy times",
  intro:
    "Give us a calendar, and nobody is offered a time at which you are busy. Only the times are kept: no titles, no places, no names.",
  fileTitle: "From a file",
  fileHint: "An .ics file, as your calendar program saves it. It is read once, 400 days ahead.",
  file: "Calendar file",
  addressTitle: "From an address",
  addressHint:
    "The secret address (iCal, https or webcal) of your calendar. It is read every 15 minutes and never shown again.",
  address: "Address",
  name: "What you call it",
  add: "Read it",
  again: "Read again",
  againLabel: (name: string) => `Read ${name} again`,
  remove: "Remove",
  removeLabel: (name: string) => `Remove ${name}`,
  listTitle: "Your calendars",
  none: "No calendar yet",
  noneWhy: "Without one, everything in your weekly hours is offered, but for what is booked here.",
  entries: (count: number) => (count === 1 ? "1 busy time ahead" : `${String(count)} busy times ahead`),
  read: (when: string) => `read ${when}`,
  kept: "What was read before still counts.",
};

/** Why a calendar could not be read: what is wrong, and what helps. */
export const busyWords = {
  nameNeeded: "Please give it a name.",
  fileNeeded: "Please choose a file.",
  too_big:
    "This calendar is larger than 1 MB. Save a shorter part of it, or give the address of a smaller one.",
  encoding: "This is not text that can be read as UTF-8. Please save the calendar as an .ics file again.",
  not_calendar: "This is not a calendar. An .ics file begins with BEGIN:VCALENDAR.",
  cut_off: "This calendar ends in the middle. Please save it again.",
  too_much:
    "This calendar holds more entries or repetitions than can be read. Please save a shorter part of it.",
  bad_rule:
    "An entry repeats by a rule that cannot be read, so its times are not known. Please mend or remove that entry.",
  too_often: "An entry repeats more often than daily. Please remove that entry.",
  bad_time:
    "An entry has a date or time that does not exist or cannot be read. Please mend or remove that entry.",
  unknown_zone:
    "An entry is in a time zone that nobody here knows, and a guess could be off by an hour. Please save the calendar with its time zones.",
  this_and_future:
    "An entry was changed “from here on” in a way that this portal cannot follow. Please make it an entry of its own.",
  not_https:
    "Please enter an address that begins with https:// or webcal://, without a name and password in it.",
  inside: "This address leads inside a private network, so it is not read.",
  unreachable: "Nobody answers at this address.",
  too_slow: "This address did not answer within five seconds.",
  moved: "This address sends on to another one. Please enter that one.",
  answer: "This address does not answer with a calendar. Please copy it from your calendar program again.",
  too_many: "Ten calendars are the most. Remove one first.",
  unsealed: "The address could not be opened any more. Please remove this calendar and add it again.",
  already: "It was removed in the meantime.",
};

export const busyFlashes = {
  added: "Added. As soon as it is read, times at which you are busy are not offered any more.",
  read: "Asked again. What stands below is how it is now.",
  removed: "Removed. Its times are free again.",
};
