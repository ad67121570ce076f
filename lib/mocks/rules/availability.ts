import { DAY_MS, MINUTE_MS, epochDay, isSameZone, wallMinutes, weekdayOf } from "#lib/core/time.ts";
import { checkZone, daysOf } from "./slots-input.ts";
import type { CounselorTime, DateOverride, WallRange, WeeklyRange } from "./slots-input.ts";
import type { Span } from "./spans.ts";
import { stretchesOf, wallAt, whenClocksShow } from "./wall-clock.ts";
import type { Stretch } from "./wall-clock.ts";

/** Available time with its own grid: a slot may start at `origin` plus a multiple of the step. */
export type GridSpan = Span & { readonly origin: number };

/** Minutes after midnight of the date on which it starts; `end` passes 1440 across midnight. */
type MinuteRange = { readonly start: number; readonly end: number };
type Rule = MinuteRange & { readonly weekday: number; readonly from: number; readonly until: number };

/** Weekly ranges of one zone, and the overrides, which belong to the counselor's own. */
type Week = { readonly zone: string; readonly isOwn: boolean; readonly rules: Rule[] };
export type Availability = {
  readonly zone: string;
  readonly weeks: readonly Week[];
  readonly overrides: Overrides;
};
type Overrides = ReadonlyMap<number, readonly MinuteRange[]>;

/** How far beyond the asked time zones are read: no local date is longer, even where one repeats. */
export const REACH_MS = 3 * DAY_MS;

/** Reads ranges and zones. RangeError: an unknown zone, a malformed time, a range of no length. */
export function readAvailability(counselor: CounselorTime): Availability {
  checkZone(counselor.timeZone);
  const own: Week = { zone: counselor.timeZone, isOwn: true, rules: [] };
  const weeks = [own];
  for (const rule of counselor.rules) {
    const zone = rule.timeZone ?? own.zone;
    let week = weeks.find((each) => each.zone === zone);
    if (!week) {
      checkZone(zone);
      week = weeks.find((each) => isSameZone(each.zone, zone));
      if (!week) weeks.push((week = { zone, isOwn: false, rules: [] }));
    }
    week.rules.push(readRule(rule));
  }
  return { zone: own.zone, weeks, overrides: readOverrides(counselor.overrides) };
}

/** The spans in which every minute of `[asked.from, asked.until)` that is available lies; unsorted. */
export function availableSpans(availability: Availability, asked: Span): GridSpan[] {
  const own = stretchesOf(availability.zone, asked.from - REACH_MS, asked.until + REACH_MS);
  return availability.weeks.flatMap((week) => spansOfWeek(week, availability.overrides, own, asked));
}

function spansOfWeek(week: Week, overrides: Overrides, own: readonly Stretch[], asked: Span): GridSpan[] {
  const stretches = week.isOwn ? own : stretchesOf(week.zone, asked.from - REACH_MS, asked.until + REACH_MS);
  const inside = stretches.filter((each) => each.until > asked.from && each.from < asked.until);
  const first = Math.min(...inside.map((each) => Math.max(each.from, asked.from) + each.offset));
  const last = Math.max(...inside.map((each) => Math.min(each.until, asked.until) + each.offset));
  const result: GridSpan[] = [];
  // From a day early: a range that crosses midnight belongs to the date on which it starts.
  for (let day = Math.floor(first / DAY_MS) - 1; day * DAY_MS < last; day += 1) {
    for (const range of week.isOwn
      ? ownRanges(week, overrides, day)
      : otherRanges(week, overrides, day, stretches, own)) {
      const start = day * DAY_MS + range.start * MINUTE_MS;
      for (const { from, until, offset } of whenClocksShow(
        stretches,
        start,
        day * DAY_MS + range.end * MINUTE_MS,
      )) {
        result.push({ from, until, origin: start - offset });
      }
    }
  }
  return result;
}

function ownRanges(week: Week, overrides: Overrides, day: number): readonly MinuteRange[] {
  return overrides.get(day) ?? mergeRanges(rulesOn(week, day));
}

/**
 * Ranges in another zone than the counselor's are replaced one by one, each on the counselor's date
 * at its first existing moment: an override's date is the counselor's, whatever date the range calls its own.
 */
function otherRanges(
  week: Week,
  overrides: Overrides,
  day: number,
  stretches: readonly Stretch[],
  own: readonly Stretch[],
) {
  const ranges = rulesOn(week, day);
  if (overrides.size === 0) return mergeRanges(ranges);
  return mergeRanges(
    ranges.filter((range) => {
      const start = day * DAY_MS + range.start * MINUTE_MS;
      const [begin] = whenClocksShow(stretches, start, day * DAY_MS + range.end * MINUTE_MS);
      return begin !== undefined && !overrides.has(Math.floor(wallAt(own, begin.from) / DAY_MS));
    }),
  );
}

function rulesOn(week: Week, day: number): Rule[] {
  const weekday = weekdayOf(day);
  return week.rules.filter((rule) => rule.weekday === weekday && rule.from <= day && day <= rule.until);
}

/** Overlapping and touching ranges of one date are one range, whose grid starts at its start. */
function mergeRanges(ranges: readonly MinuteRange[]): readonly MinuteRange[] {
  if (ranges.length < 2) return ranges;
  const result: MinuteRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}

function readOverrides(overrides: readonly DateOverride[]): Overrides {
  const closed = new Set(overrides.filter((each) => each.unavailable).map((each) => epochDay(each.on)));
  const result = new Map<number, readonly MinuteRange[]>();
  for (const override of overrides) {
    const day = epochDay(override.on);
    const ranges = override.ranges.map(readRange);
    result.set(day, closed.has(day) ? [] : mergeRanges([...(result.get(day) ?? []), ...ranges]));
  }
  return result;
}

function readRule(rule: WeeklyRange): Rule {
  const { weekday, fromOn, untilOn } = rule;
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7)
    throw new RangeError(`no such weekday: ${weekday}`);
  if (fromOn && untilOn) daysOf("a weekly range", fromOn, untilOn);
  return {
    ...readRange(rule),
    weekday,
    from: fromOn ? epochDay(fromOn) : -Infinity,
    until: untilOn ? epochDay(untilOn) : Infinity,
  };
}

function readRange(range: WallRange): MinuteRange {
  const start = wallMinutes(range.start);
  const end = wallMinutes(range.end);
  if (start === undefined || start === 1440 || end === undefined) {
    throw new RangeError(`not a range of wall time: ${range.start} to ${range.end}`);
  }
  if (start === end) throw new RangeError(`a range needs a length: ${range.start} to ${range.end}`);
  return { start, end: end < start ? end + 1440 : end };
}
