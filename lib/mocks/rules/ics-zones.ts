import ICAL from "ical.js";
import type { Instant } from "#lib/core/time.ts";
import type { IcsComponent } from "./ics-lines.ts";
import { zoneOfWindows } from "./ics-windows-zones.ts";

type Wall = Temporal.PlainDateTime;

/** Turns wall times of one zone into instants. A time that does not exist counts as after the gap, one that is there twice as the first (RFC 5545, 3.3.5). */
export type IcsZone = { readonly toInstant: (wall: Wall) => Instant; readonly toWall: (at: Instant) => Wall };

/**
 * Finds the zone that a TZID means: an IANA name, also with something before it (`/freeassociation…/Europe/Berlin`); a
 * Windows name, short or written out; else the VTIMEZONE of the file. Null where none of them says it: no offset is guessed.
 */
export function zoneFinder(parts: readonly IcsComponent[]): (tzid: string) => IcsZone | null {
  const own = new Map(
    parts.filter(({ name }) => name === "VTIMEZONE").map((part) => [tzidOf(part), part] as const),
  );
  const known = new Map<string, IcsZone | null>();
  return (tzid) => {
    const id = cleaned(tzid);
    const found = known.get(id);
    if (found !== undefined) return found;
    const named = namedZone(id);
    const part = own.get(id);
    const zone = named ? ianaZone(named) : part ? writtenZone(part) : null;
    known.set(id, zone);
    return zone;
  };
}

/** A zone of the zone data. */
export function ianaZone(id: string): IcsZone {
  return {
    toInstant: (wall) => wall.toZonedDateTime(id, { disambiguation: "compatible" }).toInstant(),
    toWall: (at) => at.toZonedDateTimeISO(id).toPlainDateTime(),
  };
}

function tzidOf(part: IcsComponent): string {
  return cleaned(part.properties.find(({ name }) => name === "TZID")?.value ?? "");
}

/** Without quotes and a name that was written twice (`TZID=TZID=Europe/Berlin`). */
function cleaned(tzid: string): string {
  return tzid
    .replaceAll('"', "")
    .replace(/^TZID=/i, "")
    .replaceAll("\\,", ",")
    .trim();
}

function namedZone(id: string): string | null {
  const tail = /(?:^|\/)([A-Za-z_]+\/[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)?)$/.exec(id)?.[1];
  const bare = id.replace(/^\/+/, "");
  for (const name of [bare, tail, tail?.replace(/^[^/]+\//, "")])
    if (name !== undefined && /[A-Za-z]/.test(name) && isZone(name)) return name;
  return zoneOfWindows(id);
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** Changes of clocks that a file may bring with it, and how often they come. */
const mostChanges = 40;

/** The zone that a file describes itself; null for one that cannot be read within limits. */
function writtenZone(part: IcsComponent): IcsZone | null {
  const observances = part.parts.filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT");
  if (observances.length === 0 || observances.length > mostChanges) return null;
  const rules = observances.flatMap(({ properties }) => properties.filter(({ name }) => name === "RRULE"));
  if (
    rules.some(
      ({ value }) =>
        !/^FREQ=YEARLY(?:;(?:INTERVAL=1|BYMONTH=\d+|BYDAY=-?\d[A-Z]{2}|BYMONTHDAY=[-\d,]+|WKST=[A-Z]{2}|UNTIL=\d{8}(?:T\d{6}Z?)?))*$/i.test(
          value,
        ),
    )
  )
    return null;
  try {
    const zone = new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(textOf(part))), tzid: "own" });
    const toInstant = (wall: Wall) =>
      Temporal.Instant.fromEpochMilliseconds(timeOf(wall, zone).toUnixTime() * 1000);
    toInstant(Temporal.PlainDateTime.from("2026-01-01T12:00"));
    return {
      toInstant,
      toWall: (at) => {
        const time = timeOf(
          at.toZonedDateTimeISO("UTC").toPlainDateTime(),
          ICAL.Timezone.utcTimezone,
        ).convertToZone(zone);
        const { year, month, day, hour, minute, second } = time;
        return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
      },
    };
  } catch {
    return null;
  }
}

function timeOf({ year, month, day, hour, minute, second }: Wall, zone: ICAL.Timezone): ICAL.Time {
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone);
}

/** The part as text again, of what was read of it. */
function textOf({ name, properties, parts }: IcsComponent): string {
  const lines = properties.map((one) => `${one.name}:${one.value}`);
  return [`BEGIN:${name}`, ...lines, ...parts.map(textOf), `END:${name}`].join("\r\n");
}
