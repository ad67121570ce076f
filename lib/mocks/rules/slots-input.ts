import { epochDay, isKnownZone } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import type { Span } from "./spans.ts";

/** Everything that decides which slots are open. Nothing else does: no clock, no host zone. */
export type SlotsInput = {
  readonly counselor: CounselorTime;
  readonly service: SlotService;
  readonly now: Instant;
  /** A slot's start lies in `[from, to)`; `from` equal to `to` is an empty window. */
  readonly window: { readonly from: Instant; readonly to: Instant };
  /** A booking that is being moved: left out everywhere, the daily count too. */
  readonly ignoreBookingId?: string | null;
};

export type CounselorTime = {
  readonly timeZone: string;
  readonly rules: readonly WeeklyRange[];
  readonly overrides: readonly DateOverride[];
  readonly timeOff: readonly TimeOff[];
  readonly busy: readonly BusyEvent[];
  readonly bookings: readonly SlotBooking[];
  /** Bookings on one local date of the counselor, 0 or more; `null` is no maximum. */
  readonly dailyMaximum: number | null;
};

/** Wall time `HH:MM`; an end at or before the start crosses midnight; `24:00` may end a range. */
export type WallRange = { readonly start: string; readonly end: string };

export type WeeklyRange = WallRange & {
  /** ISO: 1 Monday to 7 Sunday, the day on which the range starts. */
  readonly weekday: number;
  /** The counselor's zone if absent. */
  readonly timeZone?: string | null;
  /** First and last date on which the range may start, in its own zone. */
  readonly fromOn?: PlainDate | null;
  readonly untilOn?: PlainDate | null;
};

/** Replaces what starts on one of the counselor's dates; no ranges, or `unavailable`: nothing. */
export type DateOverride = {
  readonly on: PlainDate;
  readonly ranges: readonly WallRange[];
  readonly unavailable?: boolean;
};

/** Whole local dates of the counselor, both included, or instants `[startsAt, endsAt)`. */
export type TimeOff =
  | { readonly startsOn: PlainDate; readonly endsOn: PlainDate }
  | { readonly startsAt: Instant; readonly endsAt: Instant };

/** An entry of a calendar; `endsBeforeOn` is the first date that is free again, in `timeZone`. */
export type BusyEvent = BusyMarks &
  (
    | { readonly startsAt: Instant; readonly endsAt: Instant }
    | { readonly startsOn: PlainDate; readonly endsBeforeOn: PlainDate; readonly timeZone: string }
  );
type BusyMarks = { readonly transparent?: boolean; readonly status?: string | null };

/** Blocks when PENDING, CONFIRMED, or HELD with `holdExpiresAt` after now; other states do not. */
export type SlotBooking = {
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: string;
  /** This booking's own buffers; none if absent. */
  readonly bufferBeforeMinutes?: number | null;
  readonly bufferAfterMinutes?: number | null;
  readonly holdExpiresAt?: Instant | null;
};

/** All in whole minutes; `durationMinutes` and `stepMinutes` at least 1, the others at least 0. */
export type SlotService = {
  readonly durationMinutes: number;
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Elapsed minutes from now to the earliest start, inclusive. */
  readonly noticeMinutes: number;
  /** The last bookable date, counted in days from the counselor's today; `null` is no end. */
  readonly horizonDays: number | null;
};

/** Throws a RangeError that names the first number that cannot be meant. */
export function checkNumbers({ counselor, service }: SlotsInput): void {
  checkCount("durationMinutes", service.durationMinutes, 1);
  checkCount("stepMinutes", service.stepMinutes, 1);
  checkCount("bufferBeforeMinutes", service.bufferBeforeMinutes, 0);
  checkCount("bufferAfterMinutes", service.bufferAfterMinutes, 0);
  checkCount("noticeMinutes", service.noticeMinutes, 0);
  if (service.horizonDays !== null) checkCount("horizonDays", service.horizonDays, 0);
  if (counselor.dailyMaximum !== null) checkCount("dailyMaximum", counselor.dailyMaximum, 0);
}

/** Instants as a span, which may be empty. Throws a RangeError if it ends before it starts. */
export function spanOf(what: string, startsAt: Instant, endsAt: Instant): Span {
  const span = { from: startsAt.epochMilliseconds, until: endsAt.epochMilliseconds };
  if (span.until < span.from) throw new RangeError(`${what} ends before it starts`);
  return span;
}

/** Dates as a span of epoch days, last one excluded. Throws a RangeError if it ends before it starts. */
export function daysOf(what: string, first: PlainDate, last: PlainDate): Span {
  const span = { from: epochDay(first), until: epochDay(last) };
  if (span.until < span.from) throw new RangeError(`${what} ends before it starts`);
  return span;
}

/** Throws a RangeError for a zone that is not in the zone database. */
export function checkZone(zone: string): void {
  if (!isKnownZone(zone)) throw new RangeError(`unknown time zone: ${zone}`);
}

/** Throws a RangeError for anything but a whole number of at least `least`. */
export function checkCount(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}`);
  }
}
