/** Inputs of `openSlots` around nights on which clocks change, on whole minutes. */
import fc from "fast-check";
import type { SlotsInput } from "#lib/mocks/rules/slots-input.ts";

/** A counselor's zone, a moment near something odd, and another zone for rules and calendars. */
const places = [
  ["America/New_York", "2026-03-08T06:00Z", "Europe/London"],
  ["America/New_York", "2026-11-01T05:00Z", "Asia/Tokyo"],
  ["Asia/Kathmandu", "2026-06-15T06:00Z", "America/New_York"],
  ["Australia/Lord_Howe", "2026-10-03T15:00Z", "Pacific/Auckland"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z", "Asia/Kathmandu"],
  ["Pacific/Apia", "2011-12-30T10:00Z", "Pacific/Auckland"],
  ["Pacific/Kwajalein", "1993-08-21T12:00Z", "Pacific/Honolulu"],
  ["America/Havana", "2025-11-02T05:00Z", "America/Santiago"],
  ["Africa/Cairo", "2026-04-23T22:00Z", "Europe/Berlin"],
  ["America/St_Johns", "2010-11-07T02:31Z", "America/Halifax"],
] as const;

const minute = fc.integer({ min: 0, max: 287 }).map((n) => n * 5);
const wall = (n: number) =>
  `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`;
const range = fc
  .tuple(minute, fc.oneof(minute, fc.constant(1440)))
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => ({ start: wall(start), end: wall(end) }));

export const slotInputs: fc.Arbitrary<SlotsInput> = fc
  .constantFrom(...places)
  .chain(([timeZone, around, otherZone]) => {
    const middle = Temporal.Instant.from(around);
    const today = middle.toZonedDateTimeISO(timeZone).toPlainDate();
    const moment = fc.integer({ min: -2000, max: 2000 }).map((minutes) => middle.add({ minutes }));
    const date = fc.integer({ min: -2, max: 2 }).map((days) => today.add({ days }));
    const span = fc
      .tuple(moment, fc.integer({ min: 1, max: 200 }))
      .map(([startsAt, minutes]) => ({ startsAt, endsAt: startsAt.add({ minutes }) }));
    const dates = fc.tuple(date, fc.integer({ min: 0, max: 1 }));
    const anyZone = fc.constantFrom(timeZone, timeZone, otherZone);

    const rule = fc.record({
      range,
      weekday: fc.integer({ min: 1, max: 7 }),
      zone: fc.constantFrom(null, null, otherZone),
      fromOn: fc.option(date, { freq: 4 }),
    });
    const booking = fc.record({
      span,
      status: fc.constantFrom("CONFIRMED", "CONFIRMED", "PENDING", "HELD", "CANCELLED"),
      bufferBeforeMinutes: fc.constantFrom(0, 0, 15),
      bufferAfterMinutes: fc.constantFrom(0, 10, 40),
      holdExpiresAt: moment,
    });

    return fc.record({
      counselor: fc.record({
        timeZone: fc.constant(timeZone),
        rules: fc.array(rule, { minLength: 3, maxLength: 12 }).map((rules) =>
          rules.map(({ range: hours, weekday, zone, fromOn }) => ({
            ...hours,
            weekday,
            timeZone: zone,
            fromOn,
          })),
        ),
        overrides: fc.array(
          fc.record({
            on: date,
            ranges: fc.array(range, { maxLength: 3 }),
            unavailable: fc.constantFrom(false, false, false, true),
          }),
          { maxLength: 2 },
        ),
        timeOff: fc.array(
          fc.oneof(
            span,
            dates.map(([startsOn, days]) => ({ startsOn, endsOn: startsOn.add({ days }) })),
          ),
          { maxLength: 1 },
        ),
        busy: fc.array(
          fc
            .tuple(
              fc.oneof(
                span,
                fc.tuple(dates, anyZone).map(([[startsOn, days], zone]) => ({
                  startsOn,
                  endsBeforeOn: startsOn.add({ days }),
                  timeZone: zone,
                })),
              ),
              fc.constantFrom(false, false, true),
            )
            .map(([event, transparent]) => ({ ...event, transparent })),
          { maxLength: 3 },
        ),
        bookings: fc
          .array(booking, { maxLength: 4 })
          .map((bookings) =>
            bookings.map(({ span: time, ...rest }, index) => ({ ...rest, ...time, id: `b${index}` })),
          ),
        dailyMaximum: fc.constantFrom(null, null, 1, 2),
      }),
      service: fc.record({
        durationMinutes: fc.constantFrom(15, 20, 45, 60, 180),
        stepMinutes: fc.constantFrom(5, 15, 20, 60),
        bufferBeforeMinutes: fc.constantFrom(0, 0, 10),
        bufferAfterMinutes: fc.constantFrom(0, 10, 30),
        noticeMinutes: fc.constantFrom(0, 0, 60, 720),
        horizonDays: fc.constantFrom(null, 0, 1, 2),
      }),
      now: fc.integer({ min: -3000, max: -500 }).map((minutes) => middle.add({ minutes })),
      window: fc.constant({ from: middle.subtract({ minutes: 900 }), to: middle.add({ minutes: 900 }) }),
      ignoreBookingId: fc.constantFrom(null, null, "b0"),
    });
  });
