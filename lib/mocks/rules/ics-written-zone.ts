import { DAY_MS } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { IcsComponent } from "./ics-lines.ts";
import { valueOf } from "./ics-lines.ts";
import { recurrences } from "./ics-recurrence.ts";
import { readRule } from "./ics-rule.ts";
import type { Rule } from "./ics-rule.ts";

type Wall = Temporal.PlainDateTime;
/** Turns wall times of one zone into instants. A time that does not exist counts as after the gap, one that is there twice as the first (RFC 5545, 3.3.5). */
export type IcsZone = { readonly toInstant: (wall: Wall) => Instant; readonly toWall: (at: Instant) => Wall };
/** Told of each day that is looked at, so that whoever reads a file can stop. */
export type Steps = (days: number) => void;

/** Changes of clocks that a zone may list. */
const mostChanges = 400;

/** When clocks change to another offset (milliseconds): once, on further dates, or by a rule. */
type Change = {
  readonly before: number;
  readonly after: number;
  readonly start: Wall;
  readonly also: readonly Wall[];
  readonly rule: Rule | null;
};
/** One change, in milliseconds since 1970. */
type Onset = { readonly at: number; readonly before: number; readonly after: number };

/**
 * The zone that a VTIMEZONE describes (RFC 5545, 3.6.5), asked year by year, so that 1601 and 2200 cost what today costs.
 * Null for one that cannot be read: no offset is guessed.
 */
export function writtenZone(part: IcsComponent, steps: Steps): IcsZone | null {
  const written = part.parts.filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT");
  const changes = written.map(readChange).filter((one) => one !== null);
  if (changes.length === 0 || changes.length < written.length || changes.length > mostChanges) return null;
  const offsetAt = offsetsOf(changes, steps);
  return {
    toInstant: (wall) => {
      const there = millisecondsOf(wall);
      const before = offsetAt(there - DAY_MS);
      const after = offsetAt(there + DAY_MS);
      const isAfter = before !== after && offsetAt(there - before) !== before;
      const isThere = isAfter && offsetAt(there - after) === after;
      return Temporal.Instant.fromEpochMilliseconds(there - (isThere ? after : before));
    },
    toWall: (at) => wallOf(at.epochMilliseconds + offsetAt(at.epochMilliseconds)),
  };
}

function readChange(part: IcsComponent): Change | null {
  const before = offsetOf(valueOf(part, "TZOFFSETFROM"));
  const after = offsetOf(valueOf(part, "TZOFFSETTO"));
  const start = wallIn(valueOf(part, "DTSTART"));
  const text = valueOf(part, "RRULE");
  const rule = text === "" ? null : readRule(text);
  const also = part.properties
    .filter(({ name }) => name === "RDATE")
    .flatMap(({ value }) => value.split(","))
    .map(wallIn);
  if (before === null || after === null || start === null || rule?.ok === false) return null;
  const known = also.filter((one) => one !== null);
  return known.length < also.length ? null : { before, after, start, also: known, rule: rule?.value ?? null };
}

function offsetOf(text: string): number | null {
  const form = /^([+-])?(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text);
  if (!form) return null;
  const [hours = 0, minutes = 0, seconds = 0] = form.slice(2).map((one) => Number(one ?? 0));
  return (form[1] === "-" ? -1000 : 1000) * (hours * 3600 + minutes * 60 + seconds);
}

function wallIn(text: string): Wall | null {
  const form = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/i.exec(text.trim());
  if (!form) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = form
    .slice(1)
    .map((one) => Number(one ?? 0));
  try {
    return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** The offset at an instant, by the changes of the years around it; else by the last one of those that have ended. */
function offsetsOf(changes: readonly Change[], steps: Steps): (at: number) => number {
  const inYear = remembered((year) => onsetsOf(changes, year, steps));
  const around = remembered((year) => sorted([year - 1, year, year + 1].flatMap(inYear)));
  const ended = remembered(() => sorted(endsOf(changes, inYear, steps)));
  return (at) => {
    const near = around(wallOf(at).year);
    const last = lastBefore(near, at) ?? lastBefore(ended(0), at);
    if (last) return last.after;
    return sorted([near[0], ended(0)[0]].filter((one) => one !== undefined))[0]?.before ?? 0;
  };
}

function remembered(find: (year: number) => Onset[]): (year: number) => Onset[] {
  const known = new Map<number, Onset[]>();
  return (year) => {
    const found = known.get(year) ?? find(year);
    known.set(year, found);
    return found;
  };
}

function sorted(onsets: readonly Onset[]): Onset[] {
  return onsets.toSorted((one, other) => one.at - other.at);
}

/** Halving: a file may describe as many changes as it likes, and ask as often. */
function lastBefore(onsets: readonly Onset[], at: number): Onset | undefined {
  let low = 0;
  for (let high = onsets.length; low < high;) {
    const middle = Math.floor((low + high) / 2);
    if ((onsets[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return onsets[low - 1];
}

function onsetsOf(changes: readonly Change[], year: number, steps: Steps): Onset[] {
  const from = Temporal.PlainDateTime.from({ year, month: 1, day: 1 });
  const bounds = { early: from, last: from.with({ month: 12, day: 31, hour: 23, minute: 59 }), steps };
  return changes.flatMap((change) => {
    const walls = change.rule ? recurrences(change.rule, change.start, bounds) : [change.start];
    return [...walls, ...change.also]
      .filter((wall) => wall.year === year)
      .map((wall) => onsetOf(change, wall))
      .filter((onset) => !isOver(change, onset));
  });
}

/** Changes that stay the last of their kind: of single ones all, of those that end by a rule the years of their end. */
function endsOf(changes: readonly Change[], inYear: (year: number) => Onset[], steps: Steps): Onset[] {
  return changes.flatMap((change) => {
    const single = [change.start, ...change.also].map((wall) => onsetOf(change, wall));
    const until = change.rule?.until?.slice(0, 4);
    if (until !== undefined) return [...single, ...inYear(Number(until)), ...inYear(Number(until) - 1)];
    if (change.rule === null || change.rule.count === null) return single;
    const bounds = { early: change.start, last: change.start.with({ year: 2200 }), steps };
    return [...recurrences(change.rule, change.start, bounds)].map((wall) => onsetOf(change, wall));
  });
}

function onsetOf({ before, after }: Change, wall: Wall): Onset {
  return { at: millisecondsOf(wall) - before, before, after };
}

/** After the end of its rule, which is an instant, or a wall time of the clocks before the change. */
function isOver({ rule, before }: Change, { at }: Onset): boolean {
  const until = rule?.until ?? null;
  if (until === null) return false;
  const end = wallIn(until.length === 8 ? `${until}T235959` : until);
  return end !== null && at > millisecondsOf(end) - (until.endsWith("Z") ? 0 : before);
}

function millisecondsOf(wall: Wall): number {
  return wall.toZonedDateTime("UTC").epochMilliseconds;
}

function wallOf(milliseconds: number): Wall {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO("UTC").toPlainDateTime();
}
