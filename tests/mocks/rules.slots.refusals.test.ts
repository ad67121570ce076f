import { describe, expect, test } from "vitest";
import type { SlotsInput } from "#lib/mocks/rules/slots-input.ts";
import { openSlots } from "#lib/mocks/rules/slots.ts";
import { asked, at, monday, on, span } from "./slots.asked.ts";

describe("input that cannot be meant is refused", () => {
  const booking = { id: "b", status: "CANCELLED", ...span("2026-06-15T13:00Z", "2026-06-15T14:00Z") };
  const later = { startsAt: at("2026-06-15T14:00Z"), endsAt: at("2026-06-15T13:00Z") };
  const refused: [string, SlotsInput, RegExp][] = [
    ["a range of no length", asked({ rules: [monday("09:00", "09:00")] }), /needs a length/],
    [
      "an override's range of no length",
      asked({ overrides: [{ on: on("2026-06-15"), ranges: [{ start: "00:00", end: "00:00" }] }] }),
      /needs a length/,
    ],
    ["a range from 24:00", asked({ rules: [monday("24:00", "02:00")] }), /not a range of wall time/],
    ["a malformed time", asked({ rules: [monday("9:00", "10:00")] }), /not a range of wall time/],
    ["no such weekday", asked({ rules: [{ weekday: 0, start: "09:00", end: "10:00" }] }), /weekday/],
    [
      "until before from",
      asked({
        rules: [{ ...monday("09:00", "10:00"), fromOn: on("2026-06-15"), untilOn: on("2026-06-14") }],
      }),
      /ends before/,
    ],
    ["the counselor's zone", asked({ timeZone: "Nepal/Pokhara" }), /unknown time zone/],
    [
      "a rule's zone",
      asked({ rules: [{ ...monday("09:00", "10:00"), timeZone: "+05:45" }] }),
      /unknown time zone/,
    ],
    [
      "a calendar's zone",
      asked({ busy: [{ startsOn: on("2026-06-15"), endsBeforeOn: on("2026-06-16"), timeZone: "Mars" }] }),
      /unknown time zone/,
    ],
    [
      "a window backwards",
      asked({}, {}, { window: { from: later.startsAt, to: later.endsAt } }),
      /window ends before/,
    ],
    ["time off backwards", asked({ timeOff: [later] }), /time off ends before/],
    [
      "dates off backwards",
      asked({ timeOff: [{ startsOn: on("2026-06-16"), endsOn: on("2026-06-15") }] }),
      /time off ends before/,
    ],
    ["a busy event backwards", asked({ busy: [later] }), /busy event ends before/],
    ["a booking backwards", asked({ bookings: [{ ...booking, ...later }] }), /booking ends before/],
    [
      "a booking of no length",
      asked({ bookings: [{ ...booking, endsAt: booking.startsAt }] }),
      /booking has no length/,
    ],
    [
      "a booking's buffer",
      asked({ bookings: [{ ...booking, bufferAfterMinutes: -1 }] }),
      /bufferAfterMinutes/,
    ],
    ["no duration", asked({}, { durationMinutes: 0 }), /durationMinutes/],
    ["no step", asked({}, { stepMinutes: 0 }), /stepMinutes/],
    ["half a minute", asked({}, { stepMinutes: 7.5 }), /stepMinutes/],
    ["a negative buffer", asked({}, { bufferBeforeMinutes: -5 }), /bufferBeforeMinutes/],
    ["a negative notice", asked({}, { noticeMinutes: -1 }), /noticeMinutes/],
    ["a negative horizon", asked({}, { horizonDays: -1 }), /horizonDays/],
    ["a negative maximum", asked({ dailyMaximum: -1 }), /dailyMaximum/],
  ];
  test.each(refused)("%s", (_, input, message) => {
    expect(() => openSlots(input)).toThrow(RangeError);
    expect(() => openSlots(input)).toThrow(message);
  });
});
