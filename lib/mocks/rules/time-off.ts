import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import {
  addDays,
  addMinutes,
  compareDates,
  daysBetween,
  isAfter,
  isBefore,
  startOfDate,
} from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import { readRanges } from "./hours.ts";
import type { BookingFacts, Span } from "./booking.ts";
import type { WallRange } from "./slots-input.ts";
import { openSlots } from "./slots.ts";

/** Days that one entry of time off may have, and dates that get other hours at once. */
export const longestDays = 366;
export const mostDates = 31;

/** Days that are set together: other hours on each, or without ranges none at all. */
export type Days = {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly hours: readonly WallRange[];
};
export type DaysRefusal = "days_order" | "too_long" | "many_days";

/** Whether days go together; without a last one it is the first. */
export function decideDays({
  startsOn,
  endsOn,
  hours,
}: {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly hours: readonly WallRange[];
}): Result<Days, DaysRefusal> {
  const last = endsOn ?? startsOn;
  const days = daysBetween(startsOn, last) + 1;
  if (days < 1) return refuse("days_order");
  if (days > longestDays) return refuse("too_long");
  if (hours.length > 0 && days > mostDates) return refuse("many_days");
  return ok({ startsOn, endsOn: last, hours });
}

/** The same out of an address, as a form by GET writes it there. `unreadable`: no dates, or no ranges. */
export function readDays(asked: {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hours: string;
}): Result<Days, DaysRefusal | "unreadable"> {
  const startsOn = dateFrom(asked.startsOn);
  const endsOn = asked.endsOn === "" ? startsOn : dateFrom(asked.endsOn);
  const hours = readRanges(asked.hours);
  if (!startsOn || !endsOn || !hours.ok) return refuse("unreadable");
  return decideDays({ startsOn, endsOn, hours: hours.value });
}

/** A date of this century, `2026-05-07`; null for anything else. */
function dateFrom(text: string): PlainDate | null {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** A booked session with what decides whether it lies in the hours. */
type Booked = Span & { readonly id: string };

/**
 * The sessions that would lie outside a counselor's availability, in their order: not every minute of them is available
 * any more. Notice, horizon and other bookings do not count; the sessions stay booked whatever comes out.
 */
export function bookingsOutside<Row extends Booked>(
  counselor: Pick<BookingFacts["counselor"], "timeZone" | "hours" | "overrides" | "timeOff">,
  booked: readonly Row[],
): Row[] {
  return booked.filter(({ startsAt, endsAt }) => !isAvailable(counselor, startsAt, endsAt));
}

type Availability = Pick<BookingFacts["counselor"], "hours" | "overrides" | "timeOff">;

/** The ranges that start on one of the counselor's dates: those of its override, else the weekly ones that hold then. */
export function rangesOn({ hours, overrides }: Availability, on: PlainDate): readonly WallRange[] {
  const replaced = overrides.filter((one) => compareDates(one.on, on) === 0);
  if (replaced.length > 0) return replaced.flatMap(({ ranges, unavailable }) => (unavailable ? [] : ranges));
  return hours.filter(
    ({ weekday, fromOn, untilOn }) =>
      weekday === on.dayOfWeek &&
      (!fromOn || compareDates(fromOn, on) <= 0) &&
      (!untilOn || compareDates(on, untilOn) <= 0),
  );
}

/** Whether the counselor is away on a date of theirs: all of it, a part of it, or not at all. */
export function awayOn({ timeOff }: Availability, on: PlainDate, zone: string): "all" | "part" | null {
  const day = { from: startOfDate(on, zone), to: startOfDate(addDays(on, 1), zone) };
  let isPart = false;
  for (const off of timeOff) {
    if ("startsOn" in off) {
      if (compareDates(off.startsOn, on) <= 0 && compareDates(on, off.endsOn) <= 0) return "all";
      continue;
    }
    if (!isAfter(off.startsAt, day.from) && !isBefore(off.endsAt, day.to)) return "all";
    if (isBefore(off.startsAt, day.to) && isAfter(off.endsAt, day.from)) isPart = true;
  }
  return isPart ? "part" : null;
}

function isAvailable(
  { timeZone, hours, overrides, timeOff }: Parameters<typeof bookingsOutside>[0],
  startsAt: Instant,
  endsAt: Instant,
): boolean {
  const minutes = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / 60_000;
  const [slot] = openSlots({
    counselor: { timeZone, rules: hours, overrides, timeOff, busy: [], bookings: [], dailyMaximum: null },
    service: {
      durationMinutes: minutes,
      // Any minute may be a start: a session that was moved into the hours by hand is not outside them.
      stepMinutes: 1,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      noticeMinutes: 0,
      horizonDays: null,
    },
    now: startsAt,
    window: { from: startsAt, to: addMinutes(startsAt, 1) },
  });
  return slot !== undefined;
}
