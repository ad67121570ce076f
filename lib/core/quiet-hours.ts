import { nextAtWallTime, timeIn } from "./time.ts";
import type { Instant } from "./time.ts";

/**
 * From 21:00 to 08:00 by their own clocks nobody is mailed what can wait (product.md, "Mail"). The same for everybody; an
 * agency's own hours are a later issue.
 */
const quiet = { from: Temporal.PlainTime.from("21:00"), until: Temporal.PlainTime.from("08:00") };

/** From 21:00 on, before 08:00. */
export function isQuiet(instant: Instant, zone: string): boolean {
  const time = timeIn(instant, zone);
  return (
    Temporal.PlainTime.compare(time, quiet.from) >= 0 || Temporal.PlainTime.compare(time, quiet.until) < 0
  );
}

/** That moment, or the 08:00 after it if it is quiet. */
export function afterQuiet(instant: Instant, zone: string): Instant {
  return isQuiet(instant, zone) ? nextAtWallTime(instant, quiet.until, zone) : instant;
}
