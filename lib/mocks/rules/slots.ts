import { DAY_MS, MINUTE_MS, dateIn, epochDay, isAfter } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { REACH_MS, availableSpans, readAvailability } from "./availability.ts";
import type { GridSpan } from "./availability.ts";
import { checkCount, checkNumbers, checkZone, daysOf, spanOf } from "./slots-input.ts";
import type { CounselorTime, SlotsInput } from "./slots-input.ts";
import { byFrom, joined, without } from "./spans.ts";
import type { Span } from "./spans.ts";
import { stretchesOf, wallAt, whenClocksShow } from "./wall-clock.ts";
import type { Stretch } from "./wall-clock.ts";

/**
 * The starts of all open slots, sorted, each once. Pure: neither a clock nor a viewer has a part in it.
 *
 * - An instant is available if its wall time lies in a range of a date (`end` excluded), and not in
 *   time off. A skipped hour is not available, a repeated one is so twice.
 * - Overlapping or touching ranges of one date and zone are one range. Ranges that meet otherwise,
 *   at midnight or from different zones, join for the fit, each with its own grid.
 * - An override replaces the ranges that start on its date, which is the counselor's; several for one
 *   date add up, `unavailable` beats them. What spills over from the evening before stays.
 * - A slot may start where wall time minus the start of the range is a multiple of the step; each
 *   minute of its elapsed duration is available.
 * - `[start − before, end + after)` meets no busy event and no live booking; `[start, end)` meets no
 *   live booking widened by its own buffers. Buffers may lie outside available time.
 * - Live: PENDING, CONFIRMED, and HELD until it expires. A busy event counts unless transparent,
 *   CANCELLED or empty. Whole days, off or busy, are the instants whose local date is meant.
 * - From now plus notice (elapsed, inclusive) to the end of the counselor's date `horizonDays` after today.
 * - A local date of the counselor with `dailyMaximum` live bookings that start on it, holds not
 *   counted, has no slots.
 *
 * Source: architecture.md, "Time", and the conventions in tests/mocks/slots.cases.json. Exact to the
 * millisecond, finer parts are cut off. Throws a RangeError for input that cannot be meant: a range that ends where it starts
 * (00:00 to 24:00 is a day), an unknown zone, a duration or step below 1, anything that ends before it starts.
 */
export function openSlots(input: SlotsInput): Instant[] {
  return openStarts(input).map((start) => Temporal.Instant.fromEpochMilliseconds(start));
}

/** Whether a slot may be booked at exactly this start: `openSlots` with a window of one moment. */
export function isOpenSlot(input: Omit<SlotsInput, "window">, start: Instant): boolean {
  return openStarts({ ...input, window: { from: start, to: start.add({ milliseconds: 1 }) } }).includes(
    start.epochMilliseconds,
  );
}

/** `openSlots` as epoch milliseconds, for whoever joins the slots of many counselors. */
export function openStarts(input: SlotsInput): number[] {
  checkNumbers(input);
  const availability = readAvailability(input.counselor);
  const duration = input.service.durationMinutes * MINUTE_MS;
  const window = spanOf("the window", input.window.from, input.window.to);
  const from = Math.max(window.from, input.now.epochMilliseconds + input.service.noticeMinutes * MINUTE_MS);
  const until = Math.max(window.until, from);

  const closed = joined(closedStarts(input, { from, until }));
  const spans = availableSpans(availability, { from, until: until + duration }).toSorted(byFrom);
  const fitting: Span[] = [];
  for (const span of joined(spans)) {
    const start = Math.max(span.from, from);
    const end = Math.min(span.until - duration + 1, until);
    if (start < end) fitting.push({ from: start, until: end });
  }
  return gridStarts(spans, without(fitting, closed), input.service.stepMinutes * MINUTE_MS);
}

/** The starts for which something is in the way: a set of starts, not of the time that is taken. */
function closedStarts(input: SlotsInput, asked: Span): Span[] {
  const { counselor, service } = input;
  const duration = service.durationMinutes * MINUTE_MS;
  const before = service.bufferBeforeMinutes * MINUTE_MS;
  const after = service.bufferAfterMinutes * MINUTE_MS;
  const meets = (taken: Span, lead: number, tail: number) => ({
    from: taken.from - duration - tail + 1,
    until: taken.until + lead,
  });
  const reach = { from: asked.from - before, until: asked.until + duration + after };
  const own = stretchesOf(counselor.timeZone, asked.from - REACH_MS, asked.until + duration + REACH_MS);

  const live = liveBookings(input);
  const closed = closedDates(input, own, live);
  for (const span of timeOff(counselor, own)) closed.push(meets(span, 0, 0));
  for (const span of busyTime(counselor, reach)) closed.push(meets(span, before, after));
  for (const { core, leading, trailing } of live) {
    closed.push(meets(core, before, after));
    if (leading || trailing)
      closed.push(meets({ from: core.from - leading, until: core.until + trailing }, 0, 0));
  }
  return closed;
}

type LiveBooking = {
  readonly core: Span;
  readonly leading: number;
  readonly trailing: number;
  readonly isHeld: boolean;
};

function liveBookings({ counselor, now, ignoreBookingId }: SlotsInput): LiveBooking[] {
  const result: LiveBooking[] = [];
  for (const {
    id,
    startsAt,
    endsAt,
    status,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    holdExpiresAt,
  } of counselor.bookings) {
    const core = spanOf("a booking", startsAt, endsAt);
    if (core.from === core.until) throw new RangeError("a booking has no length");
    const leading = (bufferBeforeMinutes ?? 0) * MINUTE_MS;
    const trailing = (bufferAfterMinutes ?? 0) * MINUTE_MS;
    checkCount("a booking's bufferBeforeMinutes", leading, 0);
    checkCount("a booking's bufferAfterMinutes", trailing, 0);
    const isHeld = status === "HELD" && !!holdExpiresAt && isAfter(holdExpiresAt, now);
    const isLive = isHeld || status === "PENDING" || status === "CONFIRMED";
    if (isLive && id !== ignoreBookingId) result.push({ core, leading, trailing, isHeld });
  }
  return result;
}

/** Local dates on which no slot may start: beyond the horizon, or with the daily maximum reached. */
function closedDates(
  { counselor, service, now }: SlotsInput,
  own: readonly Stretch[],
  live: readonly LiveBooking[],
): Span[] {
  const closed: Span[] = [];
  if (service.horizonDays !== null) {
    const lastDay = epochDay(dateIn(now, counselor.timeZone)) + service.horizonDays;
    closed.push(...whenClocksShow(own, (lastDay + 1) * DAY_MS, Infinity));
  }
  const { dailyMaximum } = counselor;
  if (dailyMaximum === null) return closed;
  if (dailyMaximum === 0) return [{ from: -Infinity, until: Infinity }];
  const taken = new Map<number, number>();
  for (const { core, isHeld } of live) {
    if (isHeld || core.from < own[0]!.from || core.from >= own.at(-1)!.until) continue;
    const day = Math.floor(wallAt(own, core.from) / DAY_MS);
    const count = (taken.get(day) ?? 0) + 1;
    taken.set(day, count);
    if (count === dailyMaximum) closed.push(...whenClocksShow(own, day * DAY_MS, (day + 1) * DAY_MS));
  }
  return closed;
}

function timeOff(counselor: CounselorTime, own: readonly Stretch[]): Span[] {
  const result: Span[] = [];
  for (const off of counselor.timeOff) {
    if ("startsOn" in off) {
      const days = daysOf("time off", off.startsOn, off.endsOn);
      result.push(...whenClocksShow(own, days.from * DAY_MS, (days.until + 1) * DAY_MS));
    } else result.push(...notEmpty(spanOf("time off", off.startsAt, off.endsAt)));
  }
  return result;
}

function busyTime(counselor: CounselorTime, reach: Span): Span[] {
  const result: Span[] = [];
  for (const event of counselor.busy) {
    const isFree = event.transparent || event.status === "CANCELLED";
    if ("startsAt" in event) {
      const span = spanOf("a busy event", event.startsAt, event.endsAt);
      if (!isFree) result.push(...notEmpty(span));
      continue;
    }
    checkZone(event.timeZone);
    const days = daysOf("a busy event", event.startsOn, event.endsBeforeOn);
    const stretches = stretchesOf(event.timeZone, reach.from, reach.until);
    if (!isFree) result.push(...whenClocksShow(stretches, days.from * DAY_MS, days.until * DAY_MS));
  }
  return result;
}

function notEmpty(span: Span): Span[] {
  return span.from < span.until ? [span] : [];
}

/** The points of each span's grid that lie in `open`. Both sorted; the spans may overlap. */
function gridStarts(spans: readonly GridSpan[], open: readonly Span[], step: number): number[] {
  const starts: number[] = [];
  let first = 0;
  let isSorted = true;
  for (const { from, until, origin } of spans) {
    while (first < open.length && open[first]!.until <= from) first += 1;
    for (let i = first; i < open.length && open[i]!.from < until; i += 1) {
      const end = Math.min(open[i]!.until, until);
      let start = origin + Math.ceil((Math.max(open[i]!.from, from) - origin) / step) * step;
      if (starts.length > 0 && start <= starts.at(-1)!) isSorted = false;
      for (; start < end; start += step) starts.push(start);
    }
  }
  return isSorted ? starts : [...new Set(starts)].toSorted((a, b) => a - b);
}
