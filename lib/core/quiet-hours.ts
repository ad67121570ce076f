import { nextAtWallTime, timeIn } from "./time.ts";
import type { Instant, PlainTime } from "./time.ts";

/**
 * From when until when, by their own clocks, nobody is mailed what can wait (product.md, "Mail"): a policy of the agency.
 * `until` at or before `from` is the next morning.
 */
export type QuietHours = { readonly from: PlainTime; readonly until: PlainTime };

/** From `from` on, before `until`. */
export function isQuiet(instant: Instant, zone: string, quiet: QuietHours): boolean {
  return isQuietTime(timeIn(instant, zone), quiet);
}

/** The same of a wall time. */
export function isQuietTime(time: PlainTime, { from, until }: QuietHours): boolean {
  const hasBegun = Temporal.PlainTime.compare(time, from) >= 0;
  const isBeforeEnd = Temporal.PlainTime.compare(time, until) < 0;
  return Temporal.PlainTime.compare(from, until) < 0 ? hasBegun && isBeforeEnd : hasBegun || isBeforeEnd;
}

/** That moment, or the end of the quiet hours that it lies in. */
export function afterQuiet(instant: Instant, zone: string, quiet: QuietHours): Instant {
  return isQuiet(instant, zone, quiet) ? nextAtWallTime(instant, quiet.until, zone) : instant;
}
