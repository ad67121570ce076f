import { addDays } from "#lib/core/time.ts";
import type { PlainDate } from "#lib/core/time.ts";
import type { Day, Rule } from "./ics-rule.ts";

type Wall = Temporal.PlainDateTime;

/**
 * The wall times of a rule in order, from `start` on, which counts as the first; up to `last`. `early` is a time before
 * which nobody asks: without a count what lies before it is passed over. `steps` is told of each time looked at.
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
    const dates = datesOf(rule, startDate, period);
    steps(dates.length * Math.max(rule.byHour.length, 1) * Math.max(rule.byMinute.length, 1) + 1);
    for (const wall of timesOf(rule, start, dates)) {
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

/** The dates of a period that could be the rule's: no more than the rule makes worth looking at, so that plain rules cost little. */
function datesOf(rule: Rule, start: PlainDate, { from, days: length }: Period): PlainDate[] {
  const { freq, byDay, byMonth, byYearDay, byWeekNo } = rule;
  const isByMonth = byYearDay.length === 0 && byWeekNo.length === 0;
  const weekdayOnes = byDay.length > 0 ? new Set(byDay.map(({ weekday }) => weekday)) : null;
  if (freq === "MONTHLY" && isByMonth) return datesOfMonth(rule, start, from);
  if (freq === "YEARLY" && isByMonth && (byMonth.length > 0 || byDay.length === 0)) {
    const every = rule.byMonthDay.length > 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [start.month];
    return (byMonth.length > 0 ? byMonth : every).flatMap((month) =>
      datesOfMonth(rule, start, from.with({ month })),
    );
  }
  const isOne = freq === "WEEKLY" && byDay.length === 0 && rule.byMonthDay.length === 0 && isByMonth;
  if (isOne) return [addDays(from, (start.dayOfWeek - from.dayOfWeek + 7) % 7)];
  return Array.from({ length }, (_, day) => day)
    .filter((day) => !weekdayOnes || weekdayOnes.has(((from.dayOfWeek + day - 1) % 7) + 1))
    .map((day) => addDays(from, day));
}

/** The days of a month that are named by number, else by weekday, else by the start. */
function datesOfMonth({ byMonthDay, byDay }: Rule, start: PlainDate, first: PlainDate): PlainDate[] {
  const { daysInMonth, dayOfWeek } = first;
  const on = new Set(byDay.map(({ weekday }) => weekday));
  const isMeant = (day: number) => {
    if (byMonthDay.length > 0) return has(byMonthDay, day, daysInMonth);
    return byDay.length > 0 ? on.has(((dayOfWeek + day - 2) % 7) + 1) : day === start.day;
  };
  return Array.from({ length: daysInMonth }, (_, index) => index + 1)
    .filter(isMeant)
    .map((day) => first.with({ day }));
}

function timesOf(rule: Rule, start: Wall, dates: readonly PlainDate[]): Wall[] {
  const times: Wall[] = [];
  const hours = rule.byHour.length > 0 ? rule.byHour : [start.hour];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [start.minute];
  for (const date of dates) {
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
