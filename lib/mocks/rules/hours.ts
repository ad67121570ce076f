import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { wallMinutes } from "#lib/core/time.ts";
import type { WallRange } from "./slots-input.ts";

const rangesADay = 8;
const rangeForm = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to|until)\s*(\d{1,2})(?:[:.](\d{2}))?$/i;

/**
 * A day's ranges as a counselor types them: "9:00-12:30, 13:30-17:00", "9-17", "22:00-02:00" past midnight, "18-24".
 * Empty is no range. At most eight; sorted by start.
 */
export function readRanges(text: string): Result<WallRange[], "unreadable" | "no_length" | "too_many"> {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length > rangesADay) return refuse("too_many");
  const ranges: WallRange[] = [];
  for (const part of parts) {
    const [, fromHour, fromMinute, toHour, toMinute] = rangeForm.exec(part) ?? [];
    const start = clock(fromHour, fromMinute);
    const end = clock(toHour, toMinute);
    if (!start || !end || start === "24:00") return refuse("unreadable");
    if (start === end) return refuse("no_length");
    ranges.push({ start, end });
  }
  return ok(ranges.toSorted((a, b) => (a.start < b.start ? -1 : 1)));
}

/** The same ranges as a form shows them: "09:00-12:30, 13:30-17:00". */
export function writeRanges(ranges: readonly WallRange[]): string {
  return ranges
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ start, end }) => `${start}-${end}`)
    .join(", ");
}

function clock(hour: string | undefined, minute = "00"): string | null {
  if (hour === undefined) return null;
  const text = `${hour.padStart(2, "0")}:${minute}`;
  return wallMinutes(text) === undefined ? null : text;
}
