import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { addDays, compareDates, DAY_MS, dateIn, isAfter, isBefore, max, min } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import { icsLimits, readComponents, valueOf } from "./ics-lines.ts";
import type { IcsComponent, IcsTextRefusal } from "./ics-lines.ts";
import { IcsProblem, readEntry } from "./ics-entry.ts";
import type { Entry, EntryRefusal, Start } from "./ics-entry.ts";
import { followingOf, leftOutOf } from "./ics-exceptions.ts";
import type { Following } from "./ics-exceptions.ts";
import { isFar } from "./ics-far.ts";
import { recurrences } from "./ics-recurrence.ts";
import { readRule } from "./ics-rule.ts";
import type { Rule, RuleRefusal } from "./ics-rule.ts";
import type { IcsZone, Steps } from "./ics-written-zone.ts";
import { ianaZone, zoneFinder } from "./ics-zones.ts";
import type { BusyEvent } from "./slots-input.ts";

type Wall = Temporal.PlainDateTime;
export type IcsRefusal = IcsTextRefusal | RuleRefusal | EntryRefusal;

/** Times that are looked at while rules are followed, and those that come out, at most for one file. */
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
    const near = events.filter((event) => !isFar(event, window));
    const entries = newest(near.map((event) => readEntry(event, reader.zones, reader.own)));
    const series = new Set(entries.filter(({ replaces }) => !replaces).map(({ uid }) => uid));
    // What follows on a series that the file does not hold is not known.
    if (entries.some((one) => one.isFollowing && !one.isFree && !series.has(one.uid)))
      return refuse("this_and_future");
    const replacing = Map.groupBy(
      entries.filter(({ replaces }) => replaces !== null),
      ({ uid }) => uid,
    );
    for (const entry of entries)
      addEntry(reader, entry, entry.replaces || entry.uid === "" ? [] : (replacing.get(entry.uid) ?? []));
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
  readonly steps: Steps;
};

function readerFor(parts: readonly IcsComponent[], window: IcsWindow): Reader {
  let looked = 0;
  const steps: Steps = (count) => {
    looked += count;
    if (looked > mostSteps) throw new IcsProblem("too_much");
  };
  const zones = zoneFinder(parts, steps);
  const own = ianaZone(window.zone);
  const ids = parts
    .filter(({ name }) => name === "VTIMEZONE")
    .map(({ properties }) => properties.find(({ name }) => name === "TZID")?.value ?? "UTC");
  const first = ids.find((id) => !/^(?:Etc\/)?(?:UTC|GMT)$/i.test(id));
  return { window, zones, own, file: (first === undefined ? null : zones(first)) ?? own, busy: [], steps };
}

/**
 * Of several versions of one entry, or of one occurrence of it, the latest by SEQUENCE. What stands there twice with the same
 * one counts twice: programs give one UID to different entries, and nobody may be booked into one that was passed over.
 */
function newest(entries: readonly Entry[]): Entry[] {
  const keyOf = ({ uid, replaces }: Entry) => `${uid} ${replaces?.key ?? ""}`;
  const latest = new Map<string, number>();
  for (const entry of entries)
    latest.set(keyOf(entry), Math.max(latest.get(keyOf(entry)) ?? 0, entry.sequence));
  return entries.filter((entry) => entry.uid === "" || entry.sequence === latest.get(keyOf(entry)));
}

/** Everything an entry says, but for the occurrences that have entries of their own (`moved`). */
function addEntry(reader: Reader, entry: Entry, moved: readonly Entry[]): void {
  const following = followingOf(entry, moved, reader);
  const isOtherwise = following.some(
    (one) => !one.entry.isFree && one.entry.start.isDate !== entry.start.isDate,
  );
  if (following.length > 0 && (isOtherwise || (entry.isFree && following.some((one) => !one.entry.isFree))))
    throw new IcsProblem("this_and_future");
  if (entry.isFree) return;
  const { start, rules } = entry;
  if (rules.length === 0 && entry.also.length === 0 && moved.length === 0)
    addOccurrence(reader, entry, start.wall);
  else {
    const isLeftOut = leftOutOf(entry, moved, reader);
    for (const wall of occurrencesOf(reader, entry, following)) {
      if (isLeftOut(wall)) continue;
      const other = following.find(({ from }) => Temporal.PlainDateTime.compare(wall, from) >= 0);
      if (!other) addOccurrence(reader, entry, wall);
      else if (!other.entry.isFree)
        addOccurrence(reader, { start, length: other.entry.length }, wall.add(other.later));
    }
  }
  for (const period of entry.alsoPeriods) addSpan(reader, period.from, period.until);
}

/** The wall times of all occurrences around the window, the first included, each once. */
function occurrencesOf(reader: Reader, entry: Entry, following: readonly Following[]): Iterable<Wall> {
  const { start } = entry;
  const moves = following.map(({ later }) => Math.abs(later.days));
  const lengths = [entry, ...following.map((one) => one.entry)].map(
    ({ length }) => length.days + Math.ceil(length.ms / DAY_MS),
  );
  const slack = { days: Math.max(0, ...moves) + 2 };
  const early = start
    .zoneOr(reader.own)
    .toWall(reader.window.from)
    .subtract(slack)
    .subtract({ days: Math.max(0, ...lengths) });
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
    for (const wall of recurrences(rule.value, start.wall, { early, last, steps: reader.steps })) {
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

function addOccurrence(reader: Reader, { start, length }: Pick<Entry, "start" | "length">, wall: Wall): void {
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
