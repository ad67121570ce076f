import { addDays, compareDates, dateIn, startOfDate } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";

/** The Monday on or before a date. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - date.dayOfWeek);
}

/** The Monday that an address names by any of its week's dates (`2026-05-07`); null for anything else. */
export function weekFrom(text: string | string[] | undefined): PlainDate | null {
  if (typeof text !== "string" || !/^20\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return mondayOf(Temporal.PlainDate.from(text));
  } catch {
    return null;
  }
}

/** The week's first moment and its end, exclusive, as local clocks have it. */
export function spanOfWeek(monday: PlainDate, zone: string): { from: Instant; to: Instant } {
  return { from: startOfDate(monday, zone), to: startOfDate(addDays(monday, 7), zone) };
}

/** The Mondays of the weeks from `now` to `until`, both included, in order. */
export function weeksBetween(now: Instant, until: Instant, zone: string): PlainDate[] {
  const last = dateIn(until, zone);
  const weeks: PlainDate[] = [];
  for (let monday = mondayOf(dateIn(now, zone)); compareDates(monday, last) <= 0; monday = addDays(monday, 7))
    weeks.push(monday);
  return weeks;
}
