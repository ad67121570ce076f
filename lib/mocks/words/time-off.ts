/** Time off, and other hours on single dates. */
export const timeOffWords = {
  title: "Time off and single dates",
  intro:
    "When you are away, or free at other hours than usual. It changes what can be booked, never what is booked.",
  zone: (zone: string) => `Days and times are yours: ${zone}.`,
  startsOn: "First day",
  endsOn: "Last day",
  endsHint: "Empty: the first day only.",
  hours: "Hours on these days",
  hoursHint: "Ranges like 9:00-12:30. Empty: you are away.",
  look: "See what it changes",
  today: "Off for the rest of today",
  takeBack: "Take back",
  takeBackLabel: (when: string) => `Take back: ${when}`,
  usual: "Back to the usual hours",
  usualLabel: (when: string) => `Back to the usual hours: ${when}`,
  away: "Away",
  awayPart: (hours: string) => `${hours}, away for a part`,
  nav: "Time off",
  closed: "Nobody can book",
  only: (ranges: string) => `Bookable ${ranges}`,
  listTitle: "To come",
  none: "Nothing is set",
  noneWhy: "Holidays, a day at a fair, a late Thursday: say it once here and those times are not offered.",
  previewAway: (when: string) => `Away: ${when}`,
  previewHours: (when: string, ranges: string) => `${when}: bookable ${ranges}`,
  hits: (count: number) =>
    count === 1
      ? "One booked session lies outside. It stays booked until you move or cancel it."
      : `${String(count)} booked sessions lie outside. They stay booked until you move or cancel them.`,
  noHits: "No booked session lies outside.",
  confirm: "Save it",
  unreadable: "These days or hours cannot be read. A last day comes after the first, at most a year in all.",
  days_order: "The last day comes before the first.",
  too_long: "That is more than a year. Please enter it in parts.",
  many_days: "Other hours are for at most 31 days at once; a longer change belongs into the weekly hours.",
  past: "That day is over.",
  nothing_left: "Nothing is left of today.",
  already: "That was taken back in the meantime.",
};

export const timeOffFlashes = {
  today: "You are off for the rest of today. What is booked stays booked.",
  off: "Saved. These times are not offered any more; what is booked stays booked.",
  hours: "Saved. On these dates only those hours are offered.",
  back: "Taken back. The usual hours are offered again.",
};
