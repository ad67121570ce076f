/**
 * The one place that prints times: in the English and by the clock that the agency has chosen (core/house), always in a
 * zone that the caller names, never the host's. What is relative takes `now`.
 */
import { houseStyle } from "#lib/core/house.ts";
import type { Locale } from "#lib/core/house.ts";
import { zoneCity } from "#lib/core/zone.ts";
import { compareDates, dateIn, daysBetween } from "./time.ts";
import type { Instant, PlainDate } from "./time.ts";

/** For client components, which get no Temporal values: machine-readable, short, and in full for hover. */
export type Stamp = { readonly iso: string; readonly label: string; readonly full: string };

/** How each English writes a date, and whether its clock has twelve hours or 24. */
const styles: Readonly<Record<Locale, { date: "Tuesday 7 May" | "Tuesday, May 7"; hours: 12 | 24 }>> = {
  "en-GB": { date: "Tuesday 7 May", hours: 24 },
  "en-IE": { date: "Tuesday 7 May", hours: 24 },
  "en-AU": { date: "Tuesday 7 May", hours: 12 },
  "en-IN": { date: "Tuesday 7 May", hours: 12 },
  "en-US": { date: "Tuesday, May 7", hours: 12 },
  "en-CA": { date: "Tuesday, May 7", hours: 12 },
};

/** "13:30", "1:30 pm" */
export function formatTime(instant: Instant, zone: string): string {
  const { hour, minute } = partsOf(instant, zone);
  if (styles[houseStyle().locale].hours === 24) return `${hour}:${minute}`;
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? "am" : "pm"}`;
}

/** "13:30", whatever the house prints: the value of a time input. */
export function timeValue(instant: Instant, zone: string): string {
  const { hour, minute } = partsOf(instant, zone);
  return `${hour}:${minute}`;
}

/** "Tuesday 7 May", "Tuesday, May 7" */
export function formatDay(instant: Instant, zone: string): string {
  return joinDay(partsOf(instant, zone));
}

/** "Tuesday 7 May 2026", "Tuesday, May 7, 2026" */
export function formatFullDay(instant: Instant, zone: string): string {
  const parts = partsOf(instant, zone);
  return withYear(joinDay(parts), parts.year);
}

function joinDay({ weekday, day, month }: Pick<Parts, "weekday" | "day" | "month">): string {
  const isDayFirst = styles[houseStyle().locale].date === "Tuesday 7 May";
  return isDayFirst ? `${weekday} ${day} ${month}` : `${weekday}, ${month} ${day}`;
}

function withYear(text: string, year: string): string {
  return styles[houseStyle().locale].date === "Tuesday 7 May" ? `${text} ${year}` : `${text}, ${year}`;
}

/** "Tuesday 7 May, 13:30" */
export function formatDateTime(instant: Instant, zone: string): string {
  return `${formatDay(instant, zone)}, ${formatTime(instant, zone)}`;
}

/** "Tuesday 7 May 2026, 13:30, Kathmandu, GMT+5:45": for mails and wherever the zone may surprise. */
export function formatInFull(instant: Instant, zone: string): string {
  return `${formatFullDay(instant, zone)}, ${formatTime(instant, zone)}, ${zoneLabel(instant, zone)}`;
}

/**
 * "Tuesday 7 May, 13:30 to 14:15"; the second date where it is another, and both offsets where
 * clocks change in between, since "01:30 to 01:30" says nothing.
 */
export function formatRange(start: Instant, end: Instant, zone: string): string {
  const [from, to] = [offsetLabel(start, zone), offsetLabel(end, zone)];
  const isSameDate = compareDates(dateIn(start, zone), dateIn(end, zone)) === 0;
  const last = isSameDate ? formatTime(end, zone) : formatDateTime(end, zone);
  if (from === to) return `${formatDateTime(start, zone)} to ${last}`;
  return `${formatDateTime(start, zone)} (${from}) to ${last} (${to})`;
}

/** The same with the zone, as mails say it and pages for whoever is elsewhere: "… 13:30 to 14:15 (Kathmandu, GMT+5:45)". */
export function formatRangeInZone(start: Instant, end: Instant, zone: string): string {
  return `${formatRange(start, end, zone)} (${zoneLabel(start, zone)})`;
}

/** "today", "tomorrow", "yesterday", else "Tue 7 May", with the year if it is not this one. */
export function relativeDay(instant: Instant, zone: string, now: Instant): string {
  return relativeDate(dateIn(instant, zone), dateIn(now, zone));
}

/** "tomorrow, 14:00", "Tue 7 May, 13:30" */
export function whenLabel(instant: Instant, zone: string, now: Instant): string {
  return `${relativeDay(instant, zone, now)}, ${formatTime(instant, zone)}`;
}

/** A moment as plain strings: `iso` in UTC, `label` as `whenLabel`, `full` with year and zone. */
export function stamp(instant: Instant, zone: string, now: Instant): Stamp {
  return { iso: instant.toString(), label: whenLabel(instant, zone, now), full: formatInFull(instant, zone) };
}

/** A calendar date, which has no zone: "Tuesday 7 May 2026" */
export function formatDate(date: PlainDate): string {
  return formatFullDay(noonOf(date), "UTC");
}

/** A calendar date seen from another: as `relativeDay`. */
export function relativeDate(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  const parts = partsOf(noonOf(date), "UTC", "short");
  return date.year === today.year ? joinDay(parts) : withYear(joinDay(parts), parts.year);
}

/** "Kathmandu, GMT+5:45", with the offset that holds at that moment; "UTC" is just that. */
export function zoneLabel(instant: Instant, zone: string): string {
  const city = zoneCity(zone);
  const offset = offsetLabel(instant, zone);
  return city === offset ? city : `${city}, ${offset}`;
}

/** "GMT+5:45", "GMT-4", "UTC" */
function offsetLabel(instant: Instant, zone: string): string {
  const minutes = Math.round(instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9);
  if (minutes === 0) return /(^|\/)(UTC|UCT|Universal|Zulu)$/.test(zone) ? "UTC" : "GMT";
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `GMT${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}${rest}`;
}

type Width = "long" | "short";
type Parts = { weekday: string; day: string; month: string; year: string; hour: string; minute: string };

/** Building a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Parts, not whole texts: how they are joined differs from one version of the language data to the next. */
function partsOf(instant: Instant, zone: string, width: Width = "long"): Parts {
  const key = `${width} ${zone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: width,
      day: "numeric",
      month: width,
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(key, formatter);
  }
  const parts: Parts = { weekday: "", day: "", month: "", year: "", hour: "", minute: "" };
  for (const { type, value } of formatter.formatToParts(instant.epochMilliseconds)) {
    if (type in parts) parts[type as keyof Parts] = value;
  }
  return parts;
}

/** Noon exists on every date in UTC. */
function noonOf(date: PlainDate): Instant {
  return date.toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" }).toInstant();
}
