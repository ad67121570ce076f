/**
 * Arithmetic on instants, dates and wall time. Relational operators on Temporal values
 * throw, so comparing goes through here. Nothing here knows what time it is now.
 */
export type Instant = Temporal.Instant;
export type PlainDate = Temporal.PlainDate;
export type PlainTime = Temporal.PlainTime;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Negative if `a` is earlier than `b`, 0 if equal, positive if later: the order for `sort`. */
export function compare(a: Instant, b: Instant): number {
  return Temporal.Instant.compare(a, b);
}

/** Strictly earlier. */
export function isBefore(a: Instant, b: Instant): boolean {
  return compare(a, b) < 0;
}

/** Strictly later. */
export function isAfter(a: Instant, b: Instant): boolean {
  return compare(a, b) > 0;
}

/** The latest of one or more instants. */
export function max(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((latest, each) => (isAfter(each, latest) ? each : latest), first);
}

/** The earliest of one or more instants. */
export function min(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((earliest, each) => (isBefore(each, earliest) ? each : earliest), first);
}

/** Elapsed minutes from `start` to `end`, with fractions; negative if `end` is the earlier. */
export function minutesBetween(start: Instant, end: Instant): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / MINUTE_MS;
}

/** Elapsed minutes later; negative goes back. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instant.add({ minutes });
}

/** Elapsed hours later; negative goes back. A day that is "24 hours" is this, never `addDays`. */
export function addHours(instant: Instant, hours: number): Instant {
  return instant.add({ hours });
}

/** Negative if `a` is earlier than `b`, 0 if equal, positive if later. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return Temporal.PlainDate.compare(a, b);
}

/** Calendar days later; negative goes back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return date.add({ days });
}

/** Calendar days from `start` to `end`; negative if `end` is the earlier. */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return epochDay(end) - epochDay(start);
}

/** Monday to Friday. Public holidays count as working days: no list of them is kept. */
export function isWorkingDay(date: PlainDate): boolean {
  return date.dayOfWeek <= 5;
}

/**
 * The date `count` working days after `date` (0 or more, whole): one after Friday, Saturday or
 * Sunday is Monday. With 0, `date` itself.
 */
export function addWorkingDays(date: PlainDate, count: number): PlainDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) {
    do day = day.add({ days: 1 });
    while (!isWorkingDay(day));
  }
  return day;
}

/** The local date at that moment. */
export function dateIn(instant: Instant, zone: string): PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** The local wall time at that moment. */
export function timeIn(instant: Instant, zone: string): PlainTime {
  return instant.toZonedDateTimeISO(zone).toPlainTime();
}

/** The first moment of a local date, which is not midnight where that midnight does not exist. */
export function startOfDate(date: PlainDate, zone: string): Instant {
  return date.toZonedDateTime(zone).toInstant();
}

/**
 * The moment at which local clocks show this date and time: the first of two where the hour
 * happens twice, `undefined` where it does not exist, so that nobody is moved by a guess.
 */
export function atWallTime(date: PlainDate, time: PlainTime, zone: string): Instant | undefined {
  const wall = date.toPlainDateTime(time);
  const zoned = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(wall) ? zoned.toInstant() : undefined;
}

/**
 * The same, decided in every case: where that time does not exist, as much later as the clocks jump. For what happens once
 * a day by itself; nothing that a person chose is moved by it.
 */
export function onceAtWallTime(date: PlainDate, time: PlainTime, zone: string): Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
}

/** The first such moment that is not before `instant`. */
export function nextAtWallTime(instant: Instant, time: PlainTime, zone: string): Instant {
  let date = dateIn(instant, zone);
  let at = onceAtWallTime(date, time, zone);
  while (isBefore(at, instant)) {
    date = addDays(date, 1);
    at = onceAtWallTime(date, time, zone);
  }
  return at;
}

const wallTimeForm = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes after midnight of `HH:MM`, `00:00` to `24:00`; `undefined` for anything else. */
export function wallMinutes(text: string): number | undefined {
  if (text === "24:00") return 1440;
  const parts = wallTimeForm.exec(text);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined;
}

/** Days since 1 January 1970, a plain number for arithmetic. */
export function epochDay(date: PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

/** ISO weekday of an epoch day: 1 Monday to 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

let listedZones: ReadonlySet<string> | undefined;

/**
 * A name of the zone database in its exact spelling: those of `Intl.supportedValuesOf`, and their
 * other names, since Node lists `Asia/Katmandu` where Firefox reports `Asia/Kathmandu`, and UTC
 * nowhere. Bare offsets such as `+05:45` are no zones: they know no summer time.
 */
export function isKnownZone(zone: string): boolean {
  listedZones ??= new Set(Intl.supportedValuesOf("timeZone")).add("UTC");
  if (listedZones.has(zone)) return true;
  if (!/^[A-Z]/.test(zone)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}

/** Two names of one zone (`US/Eastern` and `America/New_York`); not: two zones with one offset. */
export function isSameZone(a: string, b: string): boolean {
  if (a === b) return true;
  const epoch = Temporal.Instant.fromEpochMilliseconds(0);
  return epoch.toZonedDateTimeISO(a).equals(epoch.toZonedDateTimeISO(b));
}
