import type { Instant } from "#lib/core/time.ts";
import { valueOf } from "./ics-lines.ts";
import type { IcsComponent, IcsProperty } from "./ics-lines.ts";
import { ianaZone } from "./ics-zones.ts";
import type { IcsZone } from "./ics-written-zone.ts";

type Wall = Temporal.PlainDateTime;
export type EntryRefusal = "bad_time" | "unknown_zone" | "this_and_future" | "too_much";

/** What makes a file unreadable as a whole; caught where the file is read. */
export class IcsProblem extends Error {
  constructor(readonly refusal: EntryRefusal | "bad_rule" | "too_often") {
    super(refusal);
  }
}

/** A time as a file writes it: a date, or a wall time in a zone; null is the reader's own. */
export type Start = {
  readonly isDate: boolean;
  readonly wall: Wall;
  readonly zone: IcsZone | null;
  readonly isUtc: boolean;
  readonly zoneOr: (own: IcsZone) => IcsZone;
  /** The same for the same time, however it is written. */
  readonly key: string;
};

export type Entry = {
  readonly uid: string;
  readonly sequence: number;
  readonly isFree: boolean;
  readonly start: Start;
  /** Days by the calendar, then elapsed milliseconds. */
  readonly length: { readonly days: number; readonly ms: number };
  readonly rules: readonly string[];
  /** Further starts, as wall times of the start's zone, and further periods. */
  readonly also: readonly Wall[];
  readonly alsoPeriods: readonly { readonly from: Instant; readonly until: Instant }[];
  /** Starts that are left out, and the one occurrence of another entry that this replaces. */
  readonly without: readonly Start[];
  readonly replaces: Start | null;
  /** Also all that come after that one (RANGE=THISANDFUTURE). */
  readonly isFollowing: boolean;
};

type Zones = (tzid: string) => IcsZone | null;

/** One VEVENT. Of an entry that is free only what it replaces is read: the rest cannot matter. Throws `IcsProblem`. */
export function readEntry(event: IcsComponent, zones: Zones, own: IcsZone): Entry {
  const all = (name: string) => event.properties.filter((property) => property.name === name);
  const timesOf = (name: string) => all(name).flatMap((property) => readTimes(property, zones));
  const [replaced] = all("RECURRENCE-ID");
  const range = replaced?.params.get("RANGE")?.toUpperCase();
  const entry = {
    uid: event.properties.find(({ name }) => name === "UID")?.value ?? "",
    sequence: Number(/^\d{1,9}$/.exec(valueOf(event, "SEQUENCE"))?.[0] ?? 0),
    replaces: replaced ? (readTimes(replaced, zones)[0] ?? null) : null,
    isFollowing: range === "THISANDFUTURE",
  };
  if (isFree(event)) return { ...entry, ...nothing, isFree: true };
  const [start] = timesOf("DTSTART");
  if (!start) throw new IcsProblem("bad_time");
  if (range !== undefined && range !== "THISANDFUTURE") throw new IcsProblem("this_and_future");
  if (all("EXRULE").length > 0) throw new IcsProblem("bad_rule");
  const isPeriod = ({ params }: IcsProperty) => params.get("VALUE")?.toUpperCase() === "PERIOD";
  return {
    ...entry,
    isFree: false,
    start,
    length: lengthOf(event, start, zones, own),
    // Some programs repeat the rule in what replaces one occurrence.
    rules: replaced ? [] : all("RRULE").map(({ value }) => value),
    also: all("RDATE")
      .filter((one) => !isPeriod(one))
      .flatMap((property) => readTimes(property, zones))
      .map((time) => inZoneOf(start, time, own)),
    alsoPeriods: all("RDATE")
      .filter(isPeriod)
      .flatMap((property) => readPeriods(property, zones, own)),
    without: timesOf("EXDATE"),
  };
}

/** Transparent, cancelled, or "free" as Outlook says it. */
function isFree(event: IcsComponent): boolean {
  return (
    valueOf(event, "TRANSP") === "TRANSPARENT" ||
    valueOf(event, "STATUS") === "CANCELLED" ||
    valueOf(event, "X-MICROSOFT-CDO-BUSYSTATUS") === "FREE"
  );
}

/** The length by DTEND, DURATION, or RFC 5545, 3.6.1: a date is one day, a time no time at all. An end before the start is none. */
function lengthOf(event: IcsComponent, start: Start, zones: Zones, own: IcsZone): Entry["length"] {
  const end = event.properties.find(({ name }) => name === "DTEND");
  if (end) {
    const [time] = readTimes(end, zones);
    if (!time || time.isDate !== start.isDate) throw new IcsProblem("bad_time");
    if (start.isDate)
      return {
        days: start.wall.toPlainDate().until(time.wall.toPlainDate(), { largestUnit: "days" }).days,
        ms: 0,
      };
    const from = start.zoneOr(own).toInstant(start.wall);
    const until = time.zoneOr(own).toInstant(time.wall);
    return { days: 0, ms: until.epochMilliseconds - from.epochMilliseconds };
  }
  const duration = valueOf(event, "DURATION");
  if (duration === "") return { days: start.isDate ? 1 : 0, ms: 0 };
  const read = durationOf(duration);
  return start.isDate ? { days: read.days + Math.ceil(read.ms / 86_400_000), ms: 0 } : read;
}

function durationOf(text: string): Entry["length"] {
  const form = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(
    text,
  );
  if (!form) throw new IcsProblem("bad_time");
  const [weeks, days, hours, minutes, seconds] = form.slice(1).map((part) => Number(part ?? 0));
  return {
    days: (weeks ?? 0) * 7 + (days ?? 0),
    ms: ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000,
  };
}

/** All times of one line; `VALUE=DATE` or eight digits are dates. Throws for what is no time, or in no zone that is known. */
function readTimes({ params, value }: IcsProperty, zones: Zones): Start[] {
  return value
    .split(",")
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => readTime(text, params.get("TZID"), zones));
}

function readTime(text: string, tzid: string | undefined, zones: Zones): Start {
  const form = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/i.exec(text);
  if (!form) throw new IcsProblem("bad_time");
  const [year, month, day, hour, minute, second] = form.slice(1, 7).map((part) => Number(part ?? 0));
  // 24:00 is the end of its day; a leap second is the last one of its minute.
  const isEnd = hour === 24 && minute === 0 && second === 0;
  const wall = Temporal.PlainDateTime.from(
    {
      year: year ?? 0,
      month: month ?? 0,
      day: day ?? 0,
      hour: isEnd ? 0 : (hour ?? 0),
      minute: minute ?? 0,
      second: Math.min(second ?? 0, 59),
    },
    { overflow: "reject" },
  ).add({ days: isEnd ? 1 : 0 });
  if (form[4] === undefined) return startOf(wall, null, true);
  if (form[7] !== undefined) return startOf(wall, utc, false);
  if (tzid === undefined || tzid === "") return startOf(wall, null, false);
  const zone = zones(tzid);
  if (!zone) throw new IcsProblem("unknown_zone");
  return startOf(wall, zone, false);
}

const utc = ianaZone("UTC");

function startOf(wall: Wall, zone: IcsZone | null, isDate: boolean): Start {
  const key = isDate
    ? wall.toPlainDate().toString()
    : zone
      ? zone.toInstant(wall).toString()
      : wall.toString();
  return { isDate, wall, zone, isUtc: zone === utc, zoneOr: (own) => zone ?? own, key };
}

/** Stands for what is not read. */
const nothing = {
  start: startOf(Temporal.PlainDateTime.from("1970-01-01T00:00"), utc, false),
  length: { days: 0, ms: 0 },
  rules: [],
  also: [],
  alsoPeriods: [],
  without: [],
};

/** Another start as a wall time of the first one's zone. */
export function inZoneOf(start: Start, time: Start, own: IcsZone): Wall {
  if (time.isDate && !start.isDate) return time.wall.withPlainTime(start.wall.toPlainTime());
  if (start.isDate || time.zone === null) return time.wall;
  return start.zoneOr(own).toWall(time.zone.toInstant(time.wall));
}

function readPeriods(
  { params, value }: IcsProperty,
  zones: Zones,
  own: IcsZone,
): { from: Instant; until: Instant }[] {
  return value
    .split(",")
    .filter((text) => text !== "")
    .map((text) => {
      const [first = "", last = ""] = text.split("/");
      const start = readTime(first, params.get("TZID"), zones);
      const from = start.zoneOr(own).toInstant(start.wall);
      if (!/^\+?P/.test(last)) {
        const end = readTime(last, params.get("TZID"), zones);
        return { from, until: end.zoneOr(own).toInstant(end.wall) };
      }
      const { days, ms } = durationOf(last);
      return { from, until: start.zoneOr(own).toInstant(start.wall.add({ days })).add({ milliseconds: ms }) };
    });
}
