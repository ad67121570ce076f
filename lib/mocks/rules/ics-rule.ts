import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;

/** A weekday, with which of its period it is: 0 is every one, -1 the last. */
export type Day = { readonly weekday: number; readonly nth: number };

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
  if ((parts.get("RSCALE") ?? "GREGORIAN") === "GREGORIAN") parts.delete("RSCALE");
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
