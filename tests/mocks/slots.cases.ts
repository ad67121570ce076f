/** The form of `slots.cases.json`, and its translation into what `openSlots` takes. */
import type { BusyEvent, SlotsInput, TimeOff } from "#lib/mocks/rules/slots-input.ts";

type JsonRange = { start: string; end: string };
type JsonDates = { start_date: string; end_date: string };
type JsonRule = JsonRange & {
  weekday: number;
  timezone?: string | null;
  from?: string | null;
  until?: string | null;
};
type JsonBusy = { transparent?: boolean; status?: string | null } & (
  | JsonRange
  | { start_date: string; end_date_exclusive: string; timezone: string }
);
type JsonBooking = JsonRange & {
  id: string;
  status: string;
  buffer_before_min?: number | null;
  buffer_after_min?: number | null;
  hold_expires?: string | null;
};

export type JsonInput = {
  counselor: {
    timezone: string;
    rules: JsonRule[];
    overrides: { date: string; ranges?: JsonRange[]; unavailable?: boolean }[];
    time_off: (JsonDates | JsonRange)[];
    busy: JsonBusy[];
    bookings: JsonBooking[];
    daily_cap: number | null;
  };
  service: {
    duration_min: number;
    step_min: number;
    buffer_before_min: number;
    buffer_after_min: number;
    min_notice_min: number;
    max_days_ahead: number | null;
  };
  now: string;
  window: { from: string; to: string };
  viewer_timezone: string;
  ignore_booking_id: string | null;
};

export type SlotCaseFile = {
  cases: {
    id: string;
    title: string;
    why: string;
    requires_tzdata: string | null;
    input: JsonInput;
    expected: {
      slots: string[];
      by_viewer_date: Record<string, { start: string; end: string; offset: string; utc: string }[]>;
    };
  }[];
};

export function inputOf({ counselor, service, now, window, ignore_booking_id }: JsonInput): SlotsInput {
  return {
    counselor: {
      timeZone: counselor.timezone,
      rules: counselor.rules.map(({ weekday, start, end, timezone, from, until }) => ({
        weekday,
        start,
        end,
        timeZone: timezone ?? null,
        fromOn: date(from),
        untilOn: date(until),
      })),
      overrides: counselor.overrides.map((each) => ({
        on: Temporal.PlainDate.from(each.date),
        ranges: each.ranges ?? [],
        unavailable: each.unavailable ?? false,
      })),
      timeOff: counselor.time_off.map(timeOffOf),
      busy: counselor.busy.map(busyOf),
      bookings: counselor.bookings.map(bookingOf),
      dailyMaximum: counselor.daily_cap,
    },
    service: {
      durationMinutes: service.duration_min,
      stepMinutes: service.step_min,
      bufferBeforeMinutes: service.buffer_before_min,
      bufferAfterMinutes: service.buffer_after_min,
      noticeMinutes: service.min_notice_min,
      horizonDays: service.max_days_ahead,
    },
    now: Temporal.Instant.from(now),
    window: { from: Temporal.Instant.from(window.from), to: Temporal.Instant.from(window.to) },
    ignoreBookingId: ignore_booking_id,
  };
}

function timeOffOf(off: JsonDates | JsonRange): TimeOff {
  if ("start_date" in off) {
    return {
      startsOn: Temporal.PlainDate.from(off.start_date),
      endsOn: Temporal.PlainDate.from(off.end_date),
    };
  }
  return span(off);
}

function busyOf(busy: JsonBusy): BusyEvent {
  const marks = { transparent: busy.transparent ?? false, status: busy.status ?? null };
  if (!("start_date" in busy)) return { ...marks, ...span(busy) };
  return {
    ...marks,
    startsOn: Temporal.PlainDate.from(busy.start_date),
    endsBeforeOn: Temporal.PlainDate.from(busy.end_date_exclusive),
    timeZone: busy.timezone,
  };
}

function bookingOf(booking: JsonBooking): SlotsInput["counselor"]["bookings"][number] {
  return {
    id: booking.id,
    status: booking.status,
    ...span(booking),
    bufferBeforeMinutes: booking.buffer_before_min ?? null,
    bufferAfterMinutes: booking.buffer_after_min ?? null,
    holdExpiresAt: booking.hold_expires ? Temporal.Instant.from(booking.hold_expires) : null,
  };
}

function span({ start, end }: JsonRange) {
  return { startsAt: Temporal.Instant.from(start), endsAt: Temporal.Instant.from(end) };
}

function date(text: string | null | undefined) {
  return text ? Temporal.PlainDate.from(text) : null;
}
