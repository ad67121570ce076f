import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { addDays, compareDates, dateIn, isAfter, isBefore, max, min } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import { icsLimits, readComponents, valueOf } from "./ics-lines.ts";
import type { IcsComponent, IcsTextRefusal } from "./ics-lines.ts";
import { readRule, recurrences } from "./ics-recurrence.ts";
import type { Rule, RuleRefusal } from "./ics-recurrence.ts";
import { IcsProblem, readEntry } from "./ics-entry.ts";
import type { Entry, EntryRefusal, Start } from "./ics-entry.ts";
import { ianaZone, zoneFinder } from "./ics-zones.ts";
import type { IcsZone } from "./ics-zones.ts";
import type { BusyEvent } from "./slots-input.ts";

type Wall = Temporal.PlainDateTime;
export type IcsRefusal = IcsTextRefusal | RuleRefusal | EntryRefusal;

/** Days that are looked at while rules are followed, and times that come out, at most for one file. */
const mostSteps = 200_000;
const mostTimes = 20_000;

/** What is asked of a file: the zone of times without one (its person's), and the window that matters. */
export type IcsWindow = { readonly zone: string; readonly from: Instant; readonly until: Instant };

/**
 * When somebody is busy by their calendar (RFC 5545): its entries that are neither free nor cancelled, recurrences written
 * out with what was moved and left out, and VFREEBUSY. Whole days stay dates in the person's zone. Nothing else is kept.
 * Everything or a refusal: no entry that could matter is passed over in silence.
 */
export function busyFrom(
  text: string,
  window: IcsWindow,
): Result<{ readonly busy: BusyEvent[]; readonly entries: number }, IcsRefusal> {
  const parts = readComponents(text);
  if (!parts.ok) return parts;
  const events = parts.value.filter(({ name }) => name === "VEVENT");
  if (events.length > icsLimits.events) return refuse("too_much");
  try {
    const reader = readerFor(parts.value, window);
    const entries = newest(events.map((event) => readEntry(event, reader.zones, reader.own)));
    for (const entry of entries) addEntry(reader, entry, movedOf(entries, entry));
    for (const part of parts.value.filter(({ name }) => name === "VFREEBUSY")) addFreeBusy(reader, part);
    return ok({ busy: reader.busy, entries: reader.busy.length });
  } catch (problem) {
    if (problem instanceof IcsProblem) return refuse(problem.refusal);
    if (problem instanceof RangeError) return refuse("bad_time");
    throw problem;
  }
}

type Reader = {
  readonly window: IcsWindow;
  readonly zones: (tzid: string) => IcsZone | null;
  /** Of times without a zone. */
  readonly own: IcsZone;
  /** In which the file counts its own days, where it says so. */
  readonly file: IcsZone;
  readonly busy: BusyEvent[];
  steps: number;
};

function readerFor(parts: readonly IcsComponent[], window: IcsWindow): Reader {
  const zones = zoneFinder(parts);
  const own = ianaZone(window.zone);
  const ids = parts
    .filter(({ name }) => name === "VTIMEZONE")
    .map(({ properties }) => properties.find(({ name }) => name === "TZID")?.value ?? "UTC");
  const first = ids.find((id) => !/^(?:Etc\/)?(?:UTC|GMT)$/i.test(id));
  return { window, zones, own, file: (first === undefined ? null : zones(first)) ?? own, busy: [], steps: 0 };
}

/** Of several versions of one entry, or of one occurrence of it, the latest: by SEQUENCE, then by place. */
function newest(entries: readonly Entry[]): Entry[] {
  const latest = new Map<string, Entry>();
  for (const [index, entry] of entries.entries()) {
    const key = entry.uid === "" ? `#${String(index)}` : `${entry.uid} ${entry.replaces?.key ?? ""}`;
    const other = latest.get(key);
    if (!other || other.sequence <= entry.sequence) latest.set(key, entry);
  }
  return [...latest.values()];
}

function movedOf(entries: readonly Entry[], { uid, replaces }: Entry): Entry[] {
  return replaces || uid === "" ? [] : entries.filter((one) => one.uid === uid && one.replaces !== null);
}

function addEntry(reader: Reader, entry: Entry, moved: readonly Entry[]): void {
  if (entry.isFree) return;
  const { start, rules } = entry;
  if (rules.length === 0 && entry.also.length === 0) addOccurrence(reader, entry, start.wall);
  else
    for (const wall of occurrencesOf(reader, entry)) {
      if (!isLeftOut(entry, moved, wall)) addOccurrence(reader, entry, wall);
    }
  for (const period of entry.alsoPeriods) addSpan(reader, period.from, period.until);
}

/** The wall times of all occurrences around the window, the first included, each once. */
function occurrencesOf(reader: Reader, entry: Entry): Iterable<Wall> {
  const { start, length } = entry;
  const slack = { days: 2 };
  const early = start
    .zoneOr(reader.own)
    .toWall(reader.window.from)
    .subtract(slack)
    .subtract({
      days: length.days + Math.ceil(length.ms / 86_400_000),
    });
  const last = start.zoneOr(reader.own).toWall(reader.window.until).add(slack);
  const walls = new Map<string, Wall>();
  const add = (wall: Wall) => {
    if (Temporal.PlainDateTime.compare(wall, early) >= 0 && Temporal.PlainDateTime.compare(wall, last) <= 0)
      walls.set(wall.toString(), wall);
  };
  if (entry.rules.length === 0) add(start.wall);
  for (const text of entry.rules) {
    const rule = readRule(text);
    if (!rule.ok) throw new IcsProblem(rule.refusal);
    const steps = (days: number) => {
      reader.steps += days;
      if (reader.steps > mostSteps) throw new IcsProblem("too_much");
    };
    for (const wall of recurrences(rule.value, start.wall, { early, last, steps })) {
      if (!isWithin(reader, rule.value, start, wall)) break;
      add(wall);
      if (walls.size > mostTimes) throw new IcsProblem("too_much");
    }
  }
  for (const wall of entry.also) add(wall);
  return walls.values();
}

/** Until the rule's end, which is included: an instant, a wall time or a date, as it is written. */
function isWithin(reader: Reader, { until }: Rule, start: Start, wall: Wall): boolean {
  if (until === null) return true;
  const date = dateOfText(until);
  if (until.length === 8) return compareDates(wall.toPlainDate(), date) <= 0;
  const time = wallOfText(until);
  if (!until.endsWith("Z")) return Temporal.PlainDateTime.compare(wall, time) <= 0;
  const end = time.toZonedDateTime("UTC").toInstant();
  // Whole days that end at an instant, as Exchange writes it: the last day is the file's own.
  if (start.isDate) return compareDates(wall.toPlainDate(), reader.file.toWall(end).toPlainDate()) <= 0;
  return !isAfter(start.zoneOr(reader.own).toInstant(wall), end);
}

function dateOfText(text: string): PlainDate {
  return Temporal.PlainDate.from(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`, {
    overflow: "reject",
  });
}

function wallOfText(text: string): Wall {
  const time = `${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}`;
  return dateOfText(text).toPlainDateTime(Temporal.PlainTime.from(time));
}

/** Taken out by the entry itself, or told by an entry of its own. A date alone takes out whatever starts on it. */
function isLeftOut({ start, without }: Entry, moved: readonly Entry[], wall: Wall): boolean {
  const gone = [...without, ...moved.flatMap(({ replaces }) => replaces ?? [])];
  return gone.some((one) => {
    if (one.isDate || start.isDate) return compareDates(one.wall.toPlainDate(), wall.toPlainDate()) === 0;
    if (one.zone === null || start.zone === null) return Temporal.PlainDateTime.compare(one.wall, wall) === 0;
    return Temporal.Instant.compare(one.zone.toInstant(one.wall), start.zone.toInstant(wall)) === 0;
  });
}

function addOccurrence(reader: Reader, { start, length }: Entry, wall: Wall): void {
  if (start.isDate) {
    const on = wall.toPlainDate();
    addDates(reader, on, addDays(on, Math.max(length.days, 1)));
    return;
  }
  const zone = start.zoneOr(reader.own);
  const from = zone.toInstant(wall);
  const until = (length.days === 0 ? from : zone.toInstant(wall.add({ days: length.days }))).add({
    milliseconds: length.ms,
  });
  addSpan(reader, from, until);
}

function addSpan({ window, busy }: Reader, from: Instant, until: Instant): void {
  if (!isBefore(from, until) || !isAfter(until, window.from) || !isBefore(from, window.until)) return;
  if (busy.length >= mostTimes) throw new IcsProblem("too_much");
  busy.push({ startsAt: max(from, window.from), endsAt: min(until, window.until) });
}

function addDates({ window, busy }: Reader, startsOn: PlainDate, endsBeforeOn: PlainDate): void {
  const first = addDays(dateIn(window.from, window.zone), -1);
  const last = addDays(dateIn(window.until, window.zone), 1);
  if (compareDates(endsBeforeOn, first) <= 0 || compareDates(startsOn, last) > 0) return;
  if (busy.length >= mostTimes) throw new IcsProblem("too_much");
  const from = compareDates(startsOn, first) < 0 ? first : startsOn;
  const until = compareDates(endsBeforeOn, last) > 0 ? addDays(last, 1) : endsBeforeOn;
  busy.push({ startsOn: from, endsBeforeOn: until, timeZone: window.zone });
}

/** Periods of VFREEBUSY that are not free: in UTC, with an end or a length (RFC 5545, 3.8.2.6). */
function addFreeBusy(reader: Reader, part: IcsComponent): void {
  if (valueOf(part, "STATUS") === "CANCELLED") return;
  for (const { params, value } of part.properties.filter(({ name }) => name === "FREEBUSY")) {
    if (params.get("FBTYPE")?.toUpperCase() === "FREE") continue;
    for (const period of value.split(",").filter((one) => one !== "")) {
      const [from = "", until = ""] = period.split("/");
      if (!/^\d{8}T\d{6}Z$/.test(from)) throw new IcsProblem("bad_time");
      const start = wallOfText(from).toZonedDateTime("UTC").toInstant();
      const end = /^\d{8}T\d{6}Z$/.test(until)
        ? wallOfText(until).toZonedDateTime("UTC").toInstant()
        : start.add({
            milliseconds: Temporal.Duration.from(until).total({
              unit: "milliseconds",
              relativeTo: wallOfText(from),
            }),
          });
      addSpan(reader, start, end);
    }
  }
}
