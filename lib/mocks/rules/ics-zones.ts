import type { IcsComponent } from "./ics-lines.ts";
import { zoneOfWindows } from "./ics-windows-zones.ts";
import { writtenZone } from "./ics-written-zone.ts";
import type { IcsZone, Steps } from "./ics-written-zone.ts";

/**
 * Finds the zone that a TZID means: an IANA name, also with something before it (`/freeassociation…/Europe/Berlin`); a
 * Windows name, short or written out; else the VTIMEZONE of the file. A short name such as `EST` or `GMT` means what the file
 * says, if it says it: programs give it summer time. Null where none of them says it: no offset is guessed.
 */
export function zoneFinder(parts: readonly IcsComponent[], steps: Steps): (tzid: string) => IcsZone | null {
  const own = new Map(
    parts.filter(({ name }) => name === "VTIMEZONE").map((part) => [tzidOf(part), part] as const),
  );
  const known = new Map<string, IcsZone | null>();
  return (tzid) => {
    const id = cleaned(tzid);
    const found = known.get(id);
    if (found !== undefined) return found;
    const part = own.get(id);
    const named = part && shortName.test(id) ? null : namedZone(id);
    const zone = named ? ianaZone(named) : part ? writtenZone(part, steps) : null;
    known.set(id, zone);
    return zone;
  };
}

/** Three or four letters that are also names of the zone data, there without summer time. */
const shortName = /^(?!UTC$)[A-Z]{3,4}$/i;

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
