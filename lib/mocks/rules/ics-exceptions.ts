import { inZoneOf } from "./ics-entry.ts";
import type { Entry, Start } from "./ics-entry.ts";
import type { IcsZone } from "./ics-written-zone.ts";

type Wall = Temporal.PlainDateTime;

/** The zone of times without one, and the one in which the file counts its days. */
type Zones = { readonly own: IcsZone; readonly file: IcsZone };

/**
 * Whether an occurrence of a series is taken out by the entry itself, or told by an entry of its own. A date alone takes out
 * whatever starts on it. Looked up: a file may list as many of them as it has occurrences.
 */
export function leftOutOf(entry: Entry, moved: readonly Entry[], { file }: Zones): (wall: Wall) => boolean {
  const { start, without } = entry;
  const dates = new Set<string>();
  const walls = new Set<string>();
  const instants = new Set<number>();
  for (const one of [...without, ...moved.flatMap(({ replaces }) => replaces ?? [])])
    if (start.isDate || one.isDate) dates.add(dateMeant(one, file));
    else if (one.zone === null || start.zone === null) walls.add(one.wall.toString());
    else instants.add(one.zone.toInstant(one.wall).epochMilliseconds);
  return (wall) =>
    (dates.size > 0 && dates.has(wall.toPlainDate().toString())) ||
    (walls.size > 0 && walls.has(wall.toString())) ||
    (instants.size > 0 && instants.has(start.zone?.toInstant(wall).epochMilliseconds ?? NaN));
}

/** The whole day that is meant: an instant in UTC may be the midnight with which it begins where the file is at home. */
function dateMeant({ isDate, isUtc, wall, zone }: Start, file: IcsZone): string {
  if (!isDate && isUtc && zone) {
    const there = file.toWall(zone.toInstant(wall));
    if (there.hour === 0 && there.minute === 0) return there.toPlainDate().toString();
  }
  return wall.toPlainDate().toString();
}

/** What an entry says of all occurrences from one on (RANGE=THISANDFUTURE): how much later they are, how long, whether free. */
export type Following = { readonly from: Wall; readonly entry: Entry; readonly later: Temporal.Duration };

/** The entries that change a series from an occurrence on, the last first. */
export function followingOf({ start }: Entry, moved: readonly Entry[], { own }: Zones): Following[] {
  return moved
    .flatMap((entry) => {
      if (!entry.isFollowing || entry.replaces === null) return [];
      const from = inZoneOf(start, entry.replaces, own);
      const to = entry.isFree ? from : inZoneOf(start, entry.start, own);
      return [{ from, entry, later: from.until(to, { largestUnit: "days" }) }];
    })
    .toSorted((one, other) => Temporal.PlainDateTime.compare(other.from, one.from));
}
