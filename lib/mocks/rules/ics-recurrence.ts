import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { addDays } from "#lib/core/time.ts";
import type { PlainDate } from "#lib/core/time.ts";

type Wall = Temporal.PlainDateTime;
const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;

/** A weekday, with which of its period it is: 0 is every one, -1 the last. */
type Day = { readonly weekday: number; readonly nth: number };

/** A recurrence rule (RFC 5545, 3.3.10), daily or rarer. `until` is as written: an instant's text, a wall time or a date. */
export type Rule = {
  readonly freq: (typeof frequencies)[number];
  readonly interval: number;
  readonly count: number | null;
  readonly until: string | null;
  readonly weekStart: number;
  readonly byDay: readonly Day[];
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySetPos: readonly number[];
};
export type RuleRefusal = "bad_rule" | "too_often";

/** Reads a rule. Refuses what is no rule, and what repeats more often than daily. */
export function readRule(text: string): Result<Rule, RuleRefusal> {
  const parts = new Map<string, string>();
  for (const piece of text
    .toUpperCase()
    .split(";")
    .filter((one) => one.trim() !== "")) {
    const form = /^\s*([A-Z-]+)=(.+?)\s*$/.exec(piece);
    if (!form?.[1] || !form[2] || parts.has(form[1])) return refuse("bad_rule");
    parts.set(form[1], form[2]);
  }
  if (/^(?:SECONDLY|MINUTELY|HOURLY)$/.test(parts.get("FREQ") ?? "")) return refuse("too_often");
  const freq = frequencies.find((one) => one === parts.get("FREQ"));
  const rule = {
    interval: number(parts.get("INTERVAL") ?? "1", 1, 100_000),
    count: parts.has("COUNT") ? number(parts.get("COUNT"), 1, 1_000_000_000) : null,
    until: parts.get("UNTIL") ?? null,
    weekStart: weekdays.indexOf(parts.get("WKST") ?? "MO") + 1,
    byDay: days(parts.get("BYDAY")),
    byMonth: numbers(parts.get("BYMONTH"), 1, 12),
    byMonthDay: numbers(parts.get("BYMONTHDAY"), -31, 31),
    byYearDay: numbers(parts.get("BYYEARDAY"), -366, 366),
    byWeekNo: numbers(parts.get("BYWEEKNO"), -53, 53),
    byHour: numbers(parts.get("BYHOUR"), 0, 23),
    byMinute: numbers(parts.get("BYMINUTE"), 0, 59),
    bySetPos: numbers(parts.get("BYSETPOS"), -366, 366),
  };
  const isKnown = [...parts.keys()].every((key) => known.has(key) || key.startsWith("X-"));
  if (!freq || !isKnown || rule.weekStart === 0) return refuse("bad_rule");
  const { interval, count, byDay, byMonth, byMonthDay, byYearDay, byWeekNo, byHour, byMinute, bySetPos } =
    rule;
  if (interval === null || (parts.has("COUNT") && count === null) || !byDay || !byMonth)
    return refuse("bad_rule");
  if (!byMonthDay || !byYearDay || !byWeekNo || !byHour || !byMinute || !bySetPos) return refuse("bad_rule");
  if (parts.get("BYSECOND") !== undefined && parts.get("BYSECOND") !== "0") return refuse("too_often");
  if (byHour.length * Math.max(byMinute.length, 1) > 24) return refuse("too_often");
  if (rule.until !== null && !/^\d{8}(?:T\d{6}Z?)?$/.test(rule.until)) return refuse("bad_rule");
  return ok({
    ...rule,
    freq,
    interval,
    count,
    byDay,
    byMonth,
    byMonthDay,
    byYearDay,
    byWeekNo,
    byHour,
    byMinute,
    bySetPos,
  });
}

const known = new Set(
  "FREQ INTERVAL COUNT UNTIL WKST BYDAY BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYHOUR BYMINUTE BYSECOND BYSETPOS".split(
    " ",
  ),
);

/**
 * The wall times of a rule in order, from `start` on, which counts as the first; up to `last`. `early` is a time before
 * which nobody asks: without a count what lies before it is passed over. `steps` is called for each day looked at.
 */
export function* recurrences(
  rule: Rule,
  start: Wall,
  { early, last, steps }: { early: Wall; last: Wall; steps: (days: number) => void },
): Generator<Wall> {
  let left = rule.count ?? Infinity;
  yield start;
  left -= 1;
  const startDate = start.toPlainDate();
  for (let index = firstPeriod(rule, startDate, early.toPlainDate()); left > 0; index += 1) {
    const period = periodOf(rule, startDate, index * rule.interval);
    if (period === null || Temporal.PlainDate.compare(period.from, last.toPlainDate()) > 0) return;
    steps(period.days);
    for (const wall of timesOf(rule, start, period)) {
      if (Temporal.PlainDateTime.compare(wall, start) <= 0) continue;
      if (left <= 0 || Temporal.PlainDateTime.compare(wall, last) > 0) return;
      left -= 1;
      yield wall;
    }
  }
}

type Period = { readonly from: PlainDate; readonly days: number };

/** The last year that a rule is followed to, and the most periods from its start: 1,500 years of days. */
const latestYear = 2200;
const furthest = 1500 * 366;

function periodOf({ freq, weekStart }: Rule, start: PlainDate, count: number): Period | null {
  if (count > furthest) return null;
  switch (freq) {
    case "DAILY":
      return { from: addDays(start, count), days: 1 };
    case "WEEKLY":
      return { from: addDays(start, count * 7 - ((start.dayOfWeek - weekStart + 7) % 7)), days: 7 };
    case "MONTHLY": {
      const from = start.with({ day: 1 }).add({ months: count });
      return from.year > latestYear ? null : { from, days: from.daysInMonth };
    }
    case "YEARLY": {
      const year = start.year + count;
      if (year > latestYear) return null;
      const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      return { from, days: from.daysInYear };
    }
  }
}

/** The period to begin with: with a count the first, since all before are counted; else the last one before `early`. */
function firstPeriod({ freq, interval, count }: Rule, start: PlainDate, early: PlainDate): number {
  if (count !== null) return 0;
  const { days } = start.until(early, { largestUnit: "days" });
  const length = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq];
  return Math.max(0, Math.floor(days / (length * interval)) - 1);
}

function timesOf(rule: Rule, start: Wall, { from, days: length }: Period): Wall[] {
  const times: Wall[] = [];
  const hours = rule.byHour.length > 0 ? rule.byHour : [start.hour];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [start.minute];
  for (let day = 0; day < length; day += 1) {
    const date = addDays(from, day);
    if (!suits(rule, start.toPlainDate(), date)) continue;
    for (const hour of hours)
      for (const minute of minutes) times.push(date.toPlainDateTime({ hour, minute, second: start.second }));
  }
  if (rule.bySetPos.length === 0) return times;
  const places = new Set(rule.bySetPos.map((place) => (place > 0 ? place - 1 : times.length + place)));
  return times.filter((_, index) => places.has(index));
}

/** Whether a date is one of the rule's: what the rule leaves open is as it is at the start. */
function suits(rule: Rule, start: PlainDate, date: PlainDate): boolean {
  const { freq, byDay, byMonth, byMonthDay, byYearDay, byWeekNo, weekStart } = rule;
  if (byMonth.length > 0 && !byMonth.includes(date.month)) return false;
  if (byYearDay.length > 0 && !has(byYearDay, date.dayOfYear, date.daysInYear)) return false;
  if (byMonthDay.length > 0 && !has(byMonthDay, date.day, date.daysInMonth)) return false;
  if (byWeekNo.length > 0) {
    const { week, weeks } = weekOf(date, weekStart);
    if (!has(byWeekNo, week, weeks)) return false;
  }
  if (byDay.length > 0) return byDay.some((day) => isDay(rule, day, date));
  if (byYearDay.length > 0 || byMonthDay.length > 0) return true;
  switch (freq) {
    case "DAILY":
      return true;
    case "WEEKLY":
      return date.dayOfWeek === start.dayOfWeek;
    case "MONTHLY":
      return date.day === start.day;
    case "YEARLY":
      if (byWeekNo.length > 0) return date.dayOfWeek === start.dayOfWeek;
      return date.day === start.day && (byMonth.length > 0 || date.month === start.month);
  }
}

/** "The second Tuesday" counts in the month, or in the year where no month is named. */
function isDay({ freq, byMonth, byWeekNo }: Rule, { weekday, nth }: Day, date: PlainDate): boolean {
  if (date.dayOfWeek !== weekday) return false;
  if (nth === 0 || freq === "DAILY" || freq === "WEEKLY" || byWeekNo.length > 0) return true;
  const inYear = freq === "YEARLY" && byMonth.length === 0;
  const [at, length] = inYear ? [date.dayOfYear, date.daysInYear] : [date.day, date.daysInMonth];
  return nth > 0 ? Math.ceil(at / 7) === nth : Math.ceil((length - at + 1) / 7) === -nth;
}

/** The number of a date's week where weeks start on `weekStart` and the first has four days of the year; and of its last week. */
function weekOf(date: PlainDate, weekStart: number): { week: number; weeks: number } {
  const middle = addDays(date, 3 - ((date.dayOfWeek - weekStart + 7) % 7));
  const week = Math.ceil(middle.dayOfYear / 7);
  const lastMiddle = Temporal.PlainDate.from({ year: middle.year, month: 12, day: 28 });
  const end = addDays(lastMiddle, 3 - ((lastMiddle.dayOfWeek - weekStart + 7) % 7));
  return { week, weeks: Math.ceil(end.dayOfYear / 7) };
}

function has(wanted: readonly number[], value: number, length: number): boolean {
  return wanted.includes(value) || wanted.includes(value - length - 1);
}

function number(text: string | undefined, least: number, most: number): number | null {
  const value = text !== undefined && /^[+-]?\d{1,10}$/.test(text) ? Number(text) : null;
  return value !== null && value >= least && value <= most ? value : null;
}

/** A list of numbers, none of them 0 where they may be negative; empty without it; null for anything else. */
function numbers(text: string | undefined, least: number, most: number): number[] | null {
  if (text === undefined) return [];
  const all = text.split(",").map((one) => number(one.trim(), least, most));
  const isBad = all.some((one) => one === null || (one === 0 && least < 0));
  return isBad ? null : all.filter((one) => one !== null).toSorted((a, b) => a - b);
}

function days(text: string | undefined): Day[] | null {
  if (text === undefined) return [];
  const all = text.split(",").map((one) => /^\s*([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)\s*$/.exec(one));
  if (all.some((one) => one === null || (one[1] !== undefined && Number(one[1]) === 0))) return null;
  return all.map((one) => ({ weekday: weekdays.indexOf(one?.[2] ?? "") + 1, nth: Number(one?.[1] ?? 0) }));
}
