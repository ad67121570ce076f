import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { busyFrom } from "#lib/mocks/rules/ics-busy.ts";
import { at, calendar } from "./ics.busy.ts";

describe("hostile and broken files", () => {
  const from = at("2026-05-01T00:00:00Z");
  const until = at("2027-06-01T00:00:00Z");
  const read = (text: string) => {
    const result = busyFrom(text, { zone: "UTC", from, until });
    return result.ok ? result.value.entries : result.refusal;
  };
  const one = "BEGIN:VEVENT\r\nDTSTART:20260507T140000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
  test.each([
    ["nothing", "", "not_calendar"],
    ["a web page", "<!doctype html><title>Sign in</title>", "not_calendar"],
    ["cut off in the middle", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260507T140000Z", "cut_off"],
    ["parts that cross", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n", "cut_off"],
    ["zeros", "BEGIN:VCALENDAR\0\r\nEND:VCALENDAR\r\n", "encoding"],
    ["more than 1 MB", `BEGIN:VCALENDAR\r\n${"X".repeat(1_000_001)}`, "too_big"],
    ["a million line ends", "\n".repeat(999_999), "too_much"],
    ["very deep", "BEGIN:A\r\n".repeat(50_000), "too_much"],
    [
      "more entries than anybody has",
      `BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(6000)}END:VCALENDAR`,
      "too_much",
    ],
    [
      "folded to one character a line",
      `BEGIN:VCALENDAR\r\n${[..."BEGIN:VEVENT"].join("\r\n ")}\r\n${one.slice(14)}END:VCALENDAR`,
      1,
    ],
    [
      "line ends of one character, and none at the end",
      `BEGIN:VCALENDAR\n${one.replaceAll("\r\n", "\n")}END:VCALENDAR`,
      1,
    ],
    ["a mark of its encoding before it", `\uFEFFBEGIN:VCALENDAR\r\n${one}END:VCALENDAR\r\n`, 1],
    ["small letters", `begin:vcalendar\r\n${one.toLowerCase()}end:vcalendar\r\n`, 1],
    [
      "lines that are none",
      `BEGIN:VCALENDAR\r\n\u0001\u0002;;;:::\r\n:::\r\n;\r\n${one}END:VCALENDAR\r\n`,
      1,
    ],
    [
      "an alarm in it",
      `BEGIN:VCALENDAR\r\n${one.replace("END:VEVENT", "BEGIN:VALARM\r\nDURATION:PT9H\r\nEND:VALARM\r\nEND:VEVENT")}END:VCALENDAR\r\n`,
      1,
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  // From 08:00 UTC on 7 May, for 390 days of 24: the hour that spring skips falls together with the next, the one that autumn repeats counts once.
  // Each of these ran on for minutes or for ever while exceptions and zones were gone through one by one.
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour)).join(",");
  const series = (...lines: string[]) => [
    "BEGIN:VEVENT",
    "UID:a",
    "DTSTART;TZID=Europe/Berlin:20260507T100000",
    "DURATION:PT10M",
    `RRULE:FREQ=DAILY;BYHOUR=${hours}`,
    ...lines,
    "END:VEVENT",
  ];
  const zoned = (id: string, rule: string) => [
    "BEGIN:VTIMEZONE",
    `TZID:${id}`,
    "BEGIN:STANDARD",
    "DTSTART:16010101T000000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    `RRULE:FREQ=${rule}`,
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTART;TZID=${id}:20260507T100000`,
    "DURATION:PT10M",
    "END:VEVENT",
  ];
  test.each<[string, string[], number | string]>([
    [
      "55,000 exceptions of a series 24 times a day",
      series(`EXDATE:${Array.from({ length: 55_000 }, () => "20200101T100000Z").join(",")}`),
      390 * 24 - 8,
    ],
    [
      "4,900 cancelled occurrences of such a series",
      [
        ...series(),
        ...Array.from({ length: 4_900 }, (_, index) => [
          "BEGIN:VEVENT",
          "UID:a",
          `RECURRENCE-ID;TZID=Europe/Berlin:20200101T${String(100_000 + Math.floor(index / 3600) * 10_000 + (Math.floor(index / 60) % 60) * 100 + (index % 60))}`,
          "STATUS:CANCELLED",
          "END:VEVENT",
        ]).flat(),
      ],
      390 * 24 - 8,
    ],
    ["a zone whose clocks change on 30 February", zoned("x", "YEARLY;BYMONTH=2;BYMONTHDAY=30"), 1],
    ["a zone whose clocks change every hour", zoned("x", `DAILY;BYHOUR=${hours}`), 1],
    [
      "2,400 zones since 1601, each for one entry",
      Array.from({ length: 2_400 }, (_, index) => zoned(`x${String(index)}`, `DAILY;BYHOUR=${hours}`)).flat(),
      "too_much",
    ],
    [
      "2,000 birthdays are a calendar like any other",
      Array.from({ length: 2_000 }, (_, index) => [
        "BEGIN:VEVENT",
        `UID:${String(index)}`,
        "DTSTART;VALUE=DATE:19700507",
        "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=7",
        "END:VEVENT",
      ]).flat(),
      4_000,
    ],
  ])("%s", (_, lines, expected) => {
    expect(read(calendar(...lines))).toEqual(expected);
  });

  test("5,000 daily rules that count from 1601 are refused, and 5,000 that do not are too many times: neither runs on", () => {
    const many = (rule: string) =>
      calendar(
        ...Array.from(
          { length: 5000 },
          () => `BEGIN:VEVENT\r\nDTSTART:16010101T140000Z\r\nDURATION:PT1H\r\n${rule}\r\nEND:VEVENT`,
        ),
      );
    expect(read(many("RRULE:FREQ=DAILY;COUNT=1000000000"))).toBe("too_much");
    expect(read(many("RRULE:FREQ=DAILY"))).toBe("too_much");
  });

  test("any text is read or refused, never more", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "BEGIN:VEVENT",
        "END:VEVENT",
        "DTSTART:20260507T140000Z",
        'DTEND;TZID="a:b":x',
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=YEARLY;BYDAY=-53SU",
        "EXDATE:1",
        "DURATION:P",
        "RECURRENCE-ID:20260507",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        read(calendar(...lines));
      }),
      { numRuns: 500 },
    );
  });
});
