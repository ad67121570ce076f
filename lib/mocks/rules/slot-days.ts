import { DAY_MS, MINUTE_MS } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import { checkZone } from "./slots-input.ts";
import { stretchesOf, wallAt } from "./wall-clock.ts";

/** One local date of a viewer and the slots that start on it, in the order of time. */
export type SlotDay = { readonly on: PlainDate; readonly slots: readonly SlotLabel[] };

/** `start` and `end` as `HH:MM` on the viewer's clock; `offset` at the start tells repeated hours apart. */
export type SlotLabel = {
  readonly startsAt: Instant;
  readonly start: string;
  readonly end: string;
  readonly offset: string;
};

/**
 * Slots, sorted as `openSlots` returns them, by the viewer's local date. The viewer's zone groups
 * and labels, it decides nothing. RangeError: an unknown zone.
 */
export function groupSlots(
  slots: readonly Instant[],
  durationMinutes: number,
  viewerZone: string,
): SlotDay[] {
  checkZone(viewerZone);
  const first = slots[0]?.epochMilliseconds;
  const last = slots.at(-1)?.epochMilliseconds;
  if (first === undefined || last === undefined) return [];
  const duration = durationMinutes * MINUTE_MS;
  const stretches = stretchesOf(viewerZone, first, last + duration + 1);
  const days = new Map<number, SlotLabel[]>();
  for (const startsAt of slots) {
    const instant = startsAt.epochMilliseconds;
    const start = wallAt(stretches, instant);
    const label = {
      startsAt,
      start: clockText(start),
      end: clockText(wallAt(stretches, instant + duration)),
      offset: offsetText(start - instant),
    };
    const day = Math.floor(start / DAY_MS);
    const labels = days.get(day);
    if (labels) labels.push(label);
    else days.set(day, [label]);
  }
  return [...days].map(([day, labels]) => ({ on: dateOf(day), slots: labels }));
}

function dateOf(day: number): PlainDate {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: day });
}

function clockText(wall: number): string {
  const minutes = Math.floor(wall / MINUTE_MS);
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
}

/** `+05:45`; with seconds only where a zone's history has them. */
function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const text = `${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${twoDigits(seconds % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
