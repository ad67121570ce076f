import { describe, expect, test } from "vitest";
import { decideTimes } from "#lib/workshops/rules/drafts.ts";
import type { SessionTyped } from "#lib/workshops/schema/workshops.ts";

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const now = at("2026-01-05T12:00:00Z");

/** As a form sends it: 14:00 to 15:30 on a Tuesday in Berlin, with ten seats. */
function typed(facts: Partial<SessionTyped> = {}): SessionTyped {
  return {
    date: day("2026-05-05"),
    startTime: time("14:00"),
    startTurn: null,
    endDate: null,
    endTime: time("15:30"),
    endTurn: null,
    timeZone: "Europe/Berlin",
    area: "Our office",
    place: "Room 2",
    facilitator: "Ana",
    capacity: 10,
    opensDate: null,
    opensTime: null,
    closesDate: null,
    closesTime: null,
    ...facts,
  };
}
const told = (facts: Partial<SessionTyped>) => {
  const answer = decideTimes(typed(facts), now);
  return answer.ok ? [answer.value.startsAt, answer.value.endsAt].map(String).join(" ") : answer.refusal;
};

type Case = [what: string, facts: Partial<SessionTyped>, told: string];

describe("a session's times", () => {
  const berlin = { timeZone: "Europe/Berlin" };
  const newYork = { timeZone: "America/New_York" };
  const lordHowe = { timeZone: "Australia/Lord_Howe" };
  const from = (date: string, start: string, end: string, endDate?: string) => ({
    date: day(date),
    startTime: time(start),
    endTime: time(end),
    endDate: endDate === undefined ? null : day(endDate),
  });

  test.each<Case>([
    ["an afternoon", {}, "2026-05-05T12:00:00Z 2026-05-05T13:30:00Z"],
    [
      "past midnight",
      from("2026-05-05", "22:00", "01:00", "2026-05-06"),
      "2026-05-05T20:00:00Z 2026-05-05T23:00:00Z",
    ],
    // Berlin, 29 March 2026: 02:00 is 03:00; 25 October: 03:00 is 02:00.
    [
      "the night in which an hour is missing",
      { ...berlin, ...from("2026-03-28", "23:00", "04:00", "2026-03-29") },
      "2026-03-28T22:00:00Z 2026-03-29T02:00:00Z",
    ],
    [
      "nine hours on the clock that are eight",
      { ...berlin, ...from("2026-03-28", "22:00", "07:00", "2026-03-29") },
      "2026-03-28T21:00:00Z 2026-03-29T05:00:00Z",
    ],
    [
      "eight hours on the clock that are nine",
      { ...berlin, ...from("2026-10-24", "22:00", "06:00", "2026-10-25") },
      "too_long",
    ],
    [
      "a start that does not exist",
      { ...berlin, ...from("2026-03-29", "02:30", "04:00") },
      "start_no_such_time",
    ],
    [
      "an end that does not exist",
      { ...berlin, ...from("2026-03-29", "01:00", "02:30") },
      "end_no_such_time",
    ],
    ["a start that comes twice", { ...berlin, ...from("2026-10-25", "02:30", "04:00") }, "start_twice"],
    [
      "the first of the two",
      { ...berlin, ...from("2026-10-25", "02:30", "04:00"), startTurn: "earlier" },
      "2026-10-25T00:30:00Z 2026-10-25T03:00:00Z",
    ],
    [
      "the second of the two",
      { ...berlin, ...from("2026-10-25", "02:30", "04:00"), startTurn: "later" },
      "2026-10-25T01:30:00Z 2026-10-25T03:00:00Z",
    ],
    ["an end that comes twice", { ...berlin, ...from("2026-10-25", "01:00", "02:30") }, "end_twice"],
    [
      "from the first to the second",
      { ...berlin, ...from("2026-10-25", "02:30", "02:30"), startTurn: "earlier", endTurn: "later" },
      "2026-10-25T00:30:00Z 2026-10-25T01:30:00Z",
    ],
    [
      "from the second to the first",
      { ...berlin, ...from("2026-10-25", "02:45", "02:50"), startTurn: "later", endTurn: "earlier" },
      "ends_before",
    ],
    // New York, 8 March and 1 November 2026.
    [
      "a start that New York skips",
      { ...newYork, ...from("2026-03-08", "02:15", "05:00") },
      "start_no_such_time",
    ],
    [
      "a start that New York has twice",
      { ...newYork, ...from("2026-11-01", "01:15", "05:00") },
      "start_twice",
    ],
    [
      "the second that New York has",
      { ...newYork, ...from("2026-11-01", "01:15", "05:00"), startTurn: "later" },
      "2026-11-01T06:15:00Z 2026-11-01T10:00:00Z",
    ],
    // Lord Howe moves by half an hour: 4 October 2026, 02:00 is 02:30; 5 April, 02:00 is 01:30.
    [
      "the half hour that Lord Howe skips",
      { ...lordHowe, ...from("2026-10-04", "02:10", "05:00") },
      "start_no_such_time",
    ],
    [
      "right after it",
      { ...lordHowe, ...from("2026-10-04", "02:30", "05:00") },
      "2026-10-03T15:30:00Z 2026-10-03T18:00:00Z",
    ],
    [
      "the half hour that it has twice",
      { ...lordHowe, ...from("2026-04-05", "01:45", "05:00") },
      "start_twice",
    ],
    [
      "its second",
      { ...lordHowe, ...from("2026-04-05", "01:45", "05:00"), startTurn: "later" },
      "2026-04-04T15:15:00Z 2026-04-04T18:30:00Z",
    ],
    ["an end before the start", from("2026-05-05", "14:00", "13:00"), "ends_before"],
    ["no length", from("2026-05-05", "14:00", "14:00"), "ends_before"],
    ["an end the day before", from("2026-05-05", "14:00", "15:00", "2026-05-04"), "ends_before"],
    [
      "exactly eight hours",
      from("2026-05-05", "08:00", "16:00"),
      "2026-05-05T06:00:00Z 2026-05-05T14:00:00Z",
    ],
    ["a minute more", from("2026-05-05", "08:00", "16:01"), "too_long"],
    ["yesterday", from("2026-01-04", "14:00", "15:00"), "past"],
    ["this very moment", { ...from("2026-01-05", "13:00", "14:00") }, "past"],
    ["after the century", from("2100-05-05", "14:00", "15:00"), "out_of_range"],
    ["before it", from("1999-05-05", "14:00", "15:00"), "out_of_range"],
  ])("%s", (_what, facts, expected) => {
    expect(told(facts)).toBe(expected);
  });
});

test.each<Case>([
  [
    "both edges",
    {
      opensDate: day("2026-04-01"),
      opensTime: time("09:00"),
      closesDate: day("2026-05-05"),
      closesTime: time("14:00"),
    },
    "2026-05-05T12:00:00Z 2026-05-05T13:30:00Z",
  ],
  ["a date without a time", { opensDate: day("2026-04-01") }, "window_half"],
  ["a time without a date", { closesTime: time("09:00") }, "window_half"],
  ["closing after the start", { closesDate: day("2026-05-05"), closesTime: time("14:01") }, "window_late"],
  ["opening at the start", { opensDate: day("2026-05-05"), opensTime: time("14:00") }, "window_order"],
  [
    "opening after closing",
    {
      opensDate: day("2026-04-02"),
      opensTime: time("09:00"),
      closesDate: day("2026-04-01"),
      closesTime: time("09:00"),
    },
    "window_order",
  ],
  [
    "a time that does not exist",
    { opensDate: day("2026-03-29"), opensTime: time("02:30") },
    "window_no_such_time",
  ],
  [
    "a time that comes twice",
    { date: day("2026-11-05"), opensDate: day("2026-10-25"), opensTime: time("02:30") },
    "window_twice",
  ],
])("registration: %s", (_what, facts, expected) => {
  expect(told(facts)).toBe(expected);
});
