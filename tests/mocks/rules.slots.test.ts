import { describe, expect, test } from "vitest";
import type { SlotsInput } from "#lib/mocks/rules/slots-input.ts";
import { isOpenSlot, openSlots } from "#lib/mocks/rules/slots.ts";
import { asked, at, monday, on, span } from "./slots.asked.ts";

const starts = (input: SlotsInput) =>
  openSlots(input).map((slot) => slot.toString({ smallestUnit: "minute" }).slice(5));

describe("ranges of one date", () => {
  test("touching and overlapping ones are one, with the grid of the merged start", () => {
    const rules = [monday("10:40", "12:00"), monday("09:10", "10:40"), monday("11:30", "12:10")];
    expect(starts(asked({ rules }))).toEqual(["06-15T13:10Z", "06-15T14:10Z", "06-15T15:10Z"]);
  });

  test("a gap of a minute separates them", () => {
    const rules = [monday("09:10", "10:39"), monday("10:40", "12:00")];
    expect(starts(asked({ rules }))).toEqual(["06-15T13:10Z", "06-15T14:40Z"]);
  });

  test("what spills over midnight overlaps the next date, and each keeps its own grid", () => {
    const rules = [monday("22:30", "02:00"), { weekday: 2, start: "01:00", end: "03:00" }];
    expect(starts(asked({ rules }))).toEqual(
      ["02:30", "03:30", "04:30", "05:00", "05:30", "06:00"].map((time) => `06-16T${time}Z`),
    );
  });

  test("ranges from two zones join for the fit, each with its own grid", () => {
    const rules = [monday("09:30", "11:00"), { ...monday("10:00", "11:00"), timeZone: "America/Chicago" }];
    expect(starts(asked({ rules }))).toEqual(["06-15T13:30Z", "06-15T14:30Z", "06-15T15:00Z"]);
  });

  test("another name of the counselor's zone is the counselor's zone", () => {
    const rules = [monday("09:30", "11:00"), { ...monday("11:00", "12:00"), timeZone: "US/Eastern" }];
    expect(starts(asked({ rules }))).toEqual(["06-15T13:30Z", "06-15T14:30Z"]);
  });

  test("from and until are the dates on which a range may start", () => {
    const rules = [{ ...monday("23:00", "02:00"), fromOn: on("2026-06-15"), untilOn: on("2026-06-15") }];
    expect(starts(asked({ rules }))).toEqual(["06-16T03:00Z", "06-16T04:00Z", "06-16T05:00Z"]);
    expect(starts(asked({ rules: [{ ...rules[0]!, fromOn: on("2026-06-16"), untilOn: null }] }))).toEqual([]);
  });
});

describe("overrides", () => {
  const rules = [monday("09:00", "11:00")];

  test("several for one date add up and merge; unavailable beats them in any order", () => {
    const overrides = [
      { on: on("2026-06-15"), ranges: [{ start: "14:30", end: "15:30" }] },
      { on: on("2026-06-15"), ranges: [{ start: "13:30", end: "14:30" }] },
    ];
    expect(starts(asked({ rules, overrides }))).toEqual(["06-15T17:30Z", "06-15T18:30Z"]);
    const off = { on: on("2026-06-15"), ranges: [{ start: "08:00", end: "09:00" }], unavailable: true };
    expect(starts(asked({ rules, overrides: [off, ...overrides] }))).toEqual([]);
    expect(starts(asked({ rules, overrides: [...overrides, off] }))).toEqual([]);
  });

  test("one may cross midnight, beside the next date's own ranges", () => {
    const overrides = [{ on: on("2026-06-15"), ranges: [{ start: "23:00", end: "01:00" }] }];
    const both = [...rules, { weekday: 2, start: "01:00", end: "02:00" }];
    expect(starts(asked({ rules: both, overrides }))).toEqual([
      "06-16T03:00Z",
      "06-16T04:00Z",
      "06-16T05:00Z",
    ]);
  });

  test("replaces a range of another zone that starts on the counselor's date", () => {
    // Tuesday 08:00 in Tokyo is Monday 19:00 in New York.
    const tokyo = [{ weekday: 2, start: "08:00", end: "10:00", timeZone: "Asia/Tokyo" }];
    const off = (date: string) => [{ on: on(date), ranges: [] }];
    expect(starts(asked({ rules: tokyo }))).toEqual(["06-15T23:00Z", "06-16T00:00Z"]);
    expect(starts(asked({ rules: tokyo, overrides: off("2026-06-15") }))).toEqual([]);
    expect(starts(asked({ rules: tokyo, overrides: off("2026-06-16") }))).toEqual([
      "06-15T23:00Z",
      "06-16T00:00Z",
    ]);
  });
});

describe("what is in the way", () => {
  const rules = [monday("09:00", "13:00")];

  test("buffers before meet busy events, but not time off or the edge of the hours", () => {
    const buffered = { bufferBeforeMinutes: 30 };
    const busy = [span("2026-06-15T13:50Z", "2026-06-15T14:31Z")];
    expect(starts(asked({ rules, busy }, buffered))).toEqual(["06-15T16:00Z"]);
    expect(
      starts(asked({ rules, busy: [span("2026-06-15T13:50Z", "2026-06-15T14:30Z")] }, buffered)),
    ).toEqual(["06-15T15:00Z", "06-15T16:00Z"]);
    expect(
      starts(asked({ rules, timeOff: [span("2026-06-15T13:50Z", "2026-06-15T15:00Z")] }, buffered)),
    ).toEqual(["06-15T15:00Z", "06-15T16:00Z"]);
  });

  test("a slot's buffers and a booking's own buffers do not add up", () => {
    const own = { id: "b", status: "PENDING", bufferBeforeMinutes: 60, bufferAfterMinutes: 60 };
    const bookings = [{ ...own, ...span("2026-06-15T14:00Z", "2026-06-15T15:00Z") }];
    expect(starts(asked({ rules, bookings }, { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 }))).toEqual([
      "06-15T16:00Z",
    ]);
  });

  test("seconds of a calendar entry count", () => {
    expect(starts(asked({ rules, busy: [span("2026-06-15T13:59:59Z", "2026-06-15T15:00:01Z")] }))).toEqual([
      "06-15T16:00Z",
    ]);
  });

  test("empty time off and a day without length take nothing", () => {
    const timeOff = [span("2026-06-15T13:30Z", "2026-06-15T13:30Z")];
    const busy = [{ startsOn: on("2026-06-15"), endsBeforeOn: on("2026-06-15"), timeZone: "Europe/London" }];
    expect(starts(asked({ rules, timeOff, busy }))).toHaveLength(4);
  });

  test("bookings that ended otherwise, and holds without an end, are not live", () => {
    const time = span("2026-06-15T13:00Z", "2026-06-15T14:00Z");
    const bookings = ["COMPLETED", "CANCELLED", "HELD"].map((status) => ({ id: status, status, ...time }));
    expect(starts(asked({ rules, bookings, dailyMaximum: 1 }))).toHaveLength(4);
  });

  test("a daily maximum of 0 offers nothing; a hold does not count towards it", () => {
    expect(starts(asked({ rules, dailyMaximum: 0 }))).toEqual([]);
    const hold = {
      id: "h",
      status: "HELD",
      holdExpiresAt: at("2026-06-15T00:00Z"),
      ...span("2026-06-15T13:00Z", "2026-06-15T14:00Z"),
    };
    expect(starts(asked({ rules, bookings: [hold], dailyMaximum: 1 }))).toHaveLength(3);
  });

  test("the daily maximum counts bookings outside the window, too", () => {
    const bookings = [{ id: "b", status: "CONFIRMED", ...span("2026-06-15T04:00Z", "2026-06-15T04:30Z") }];
    const window = { from: at("2026-06-15T14:00Z"), to: at("2026-06-15T20:00Z") };
    expect(starts(asked({ rules, bookings, dailyMaximum: 1 }, {}, { window }))).toEqual([]);
    expect(starts(asked({ rules, bookings, dailyMaximum: 2 }, {}, { window }))).toHaveLength(3);
  });

  test("notice is inclusive to the second, the horizon includes its last date", () => {
    const now = at("2026-06-15T13:00:00Z");
    expect(starts(asked({ rules }, { noticeMinutes: 60 }, { now }))[0]).toBe("06-15T14:00Z");
    expect(starts(asked({ rules }, { noticeMinutes: 60 }, { now: now.add({ seconds: 1 }) }))[0]).toBe(
      "06-15T15:00Z",
    );
    expect(starts(asked({ rules }, { horizonDays: 0 }, { now }))).toHaveLength(4);
    expect(starts(asked({ rules }, { horizonDays: 2 }, { now: at("2026-06-12T13:00Z") }))).toEqual([]);
  });
});

test("a zone whose offset had seconds keeps its wall time", () => {
  // Monrovia was at -00:44:30 until 1972; 3 January 1966 is a Monday.
  const input = asked(
    { timeZone: "Africa/Monrovia", rules: [monday("09:00", "10:00")] },
    {},
    { now: at("1966-01-01T00:00Z"), window: { from: at("1966-01-03T00:00Z"), to: at("1966-01-04T00:00Z") } },
  );
  expect(openSlots(input).map(String)).toEqual(["1966-01-03T09:44:30Z"]);
});

test("a slot is open at exactly its start", () => {
  const { window: _, ...input } = asked({ rules: [monday("09:00", "11:00")] });
  const isOpen = (text: string) => isOpenSlot(input, at(text));
  expect(["2026-06-15T13:00Z", "2026-06-15T14:00Z"].map(isOpen)).toEqual([true, true]);
  expect(["2026-06-15T13:30Z", "2026-06-15T15:00Z", "2026-06-15T13:00:01Z"].map(isOpen)).toEqual([
    false,
    false,
    false,
  ]);
});
