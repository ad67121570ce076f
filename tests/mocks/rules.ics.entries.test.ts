import { describe, expect, test } from "vitest";
import { busy, calendar, event } from "./ics.busy.ts";

describe("an entry", () => {
  const may = (...lines: string[]) => busy(event(...lines), "2026-05-01", "2026-06-01");
  test.each([
    ["UTC", ["DTSTART:20260507T140000Z", "DTEND:20260507T150000Z"], ["2026-05-07T14:00Z/2026-05-07T15:00Z"]],
    ["a length", ["DTSTART:20260507T140000Z", "DURATION:PT1H30M"], ["2026-05-07T14:00Z/2026-05-07T15:30Z"]],
    [
      "no zone: its person's",
      ["DTSTART:20260507T140000", "DTEND:20260507T150000"],
      ["2026-05-07T18:00Z/2026-05-07T19:00Z"],
    ],
    [
      "an IANA zone",
      ["DTSTART;TZID=Europe/Berlin:20260507T140000", "DURATION:PT1H"],
      ["2026-05-07T12:00Z/2026-05-07T13:00Z"],
    ],
    [
      "a Windows zone",
      ["DTSTART;TZID=Romance Standard Time:20260507T140000", "DURATION:PT1H"],
      ["2026-05-07T12:00Z/2026-05-07T13:00Z"],
    ],
    [
      "a zone with a path before it",
      ["DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260507T140000", "DURATION:PT1H"],
      ["2026-05-07T12:00Z/2026-05-07T13:00Z"],
    ],
    [
      "a zone with a region of three names",
      ["DTSTART;TZID=/mozilla.org/20070129_1/America/Argentina/Ushuaia:20260507T140000", "DURATION:PT1H"],
      ["2026-05-07T17:00Z/2026-05-07T18:00Z"],
    ],
    [
      "an older name",
      ["DTSTART;TZID=US/Central:20260507T140000", "DURATION:PT1H"],
      ["2026-05-07T19:00Z/2026-05-07T20:00Z"],
    ],
    [
      "a zone that nobody knows",
      ["DTSTART;TZID=Mars/Olympus:20260507T140000", "DURATION:PT1H"],
      "unknown_zone",
    ],
    ["a whole day", ["DTSTART;VALUE=DATE:20260507"], ["2026-05-07/2026-05-08"]],
    ["whole days", ["DTSTART;VALUE=DATE:20260507", "DTEND;VALUE=DATE:20260510"], ["2026-05-07/2026-05-10"]],
    ["an end that is no date", ["DTSTART;VALUE=DATE:20260507", "DTEND:20260510T100000Z"], "bad_time"],
    ["no end: no time", ["DTSTART:20260507T140000Z"], []],
    ["an end before its start", ["DTSTART:20260507T140000Z", "DTEND:20260507T130000Z"], []],
    ["transparent", ["DTSTART;VALUE=DATE:20260507", "TRANSP:TRANSPARENT"], []],
    ["cancelled", ["DTSTART;VALUE=DATE:20260507", "STATUS:CANCELLED"], []],
    ["tentative is busy", ["DTSTART;VALUE=DATE:20260507", "STATUS:TENTATIVE"], ["2026-05-07/2026-05-08"]],
    ["free by Outlook", ["DTSTART;VALUE=DATE:20260507", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"], []],
    ["29 February of a year without one", ["DTSTART;VALUE=DATE:20270229"], "bad_time"],
    ["no start", ["SUMMARY:Lunch"], "bad_time"],
    ["the year 9999", ["DTSTART:99991231T235959Z", "DURATION:PT1H"], []],
    [
      "for ever, cut to what is asked",
      ["DTSTART:20200101T000000Z", "DTEND:20990101T000000Z"],
      ["2026-05-01T00:00Z/2026-06-01T00:00Z"],
    ],
    [
      "further dates",
      ["DTSTART:20260507T140000Z", "DURATION:PT1H", "RDATE:20260508T140000Z,20260509T140000Z"],
      [
        "2026-05-07T14:00Z/2026-05-07T15:00Z",
        "2026-05-08T14:00Z/2026-05-08T15:00Z",
        "2026-05-09T14:00Z/2026-05-09T15:00Z",
      ],
    ],
    [
      "a further period",
      ["DTSTART:20260507T140000Z", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20260508T140000Z/PT3H"],
      ["2026-05-07T14:00Z/2026-05-07T15:00Z", "2026-05-08T14:00Z/2026-05-08T17:00Z"],
    ],
    [
      "daily without one by its date",
      ["DTSTART:20260507T140000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260508"],
      ["2026-05-07T14:00Z/2026-05-07T15:00Z", "2026-05-09T14:00Z/2026-05-09T15:00Z"],
    ],
    [
      "daily without one by its moment in another zone",
      [
        "DTSTART;TZID=Europe/Berlin:20260507T140000",
        "DURATION:PT1H",
        "RRULE:FREQ=DAILY;COUNT=2",
        "EXDATE:20260508T120000Z",
      ],
      ["2026-05-07T12:00Z/2026-05-07T13:00Z"],
    ],
    ["every second", ["DTSTART:20260507T140000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"], "too_often"],
    [
      "daily since 1601",
      ["DTSTART:16010101T140000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=7"],
      ["2026-05-07T14:00Z/2026-05-07T15:00Z"],
    ],
    [
      "a date that never comes",
      ["DTSTART:20260507T140000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
      ["2026-05-07T14:00Z/2026-05-07T15:00Z"],
    ],
    [
      "a place that no month has",
      ["DTSTART:20260507T140000Z", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9"],
      ["2026-05-07T14:00Z/2026-05-07T15:00Z"],
    ],
    [
      "from here on otherwise, of a series that is not there",
      ["DTSTART:20260507T140000Z", "DURATION:PT1H", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260507T140000Z"],
      "this_and_future",
    ],
  ])("%s", (_, lines, expected) => {
    expect(may(...lines)).toEqual(expected);
  });

  test("a recurring one keeps its wall time over both nights when clocks change", () => {
    const weekly = event(
      "DTSTART;TZID=America/New_York:20260301T023000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY",
    );
    expect(busy(weekly, "2026-03-07", "2026-03-16")).toEqual([
      "2026-03-08T07:30Z/2026-03-08T08:30Z",
      "2026-03-15T06:30Z/2026-03-15T07:30Z",
    ]);
  });

  test("one occurrence that is cancelled, free or moved out of the window is gone; the latest version counts", () => {
    const master = [
      "BEGIN:VEVENT",
      "UID:a",
      "DTSTART:20260507T140000Z",
      "DURATION:PT1H",
      "RRULE:FREQ=DAILY;COUNT=4",
      "END:VEVENT",
    ];
    const other = (day: string, sequence: string, ...lines: string[]) => [
      "BEGIN:VEVENT",
      "UID:a",
      `SEQUENCE:${sequence}`,
      `RECURRENCE-ID:202605${day}T140000Z`,
      ...lines,
      "END:VEVENT",
    ];
    const text = calendar(
      ...other("07", "0", "DTSTART:20260507T140000Z", "DURATION:PT1H", "STATUS:CANCELLED"),
      ...master,
      ...other("08", "0", "DTSTART:20260508T140000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
      ...other("09", "3", "DTSTART:20270509T140000Z", "DURATION:PT1H"),
      ...other("09", "1", "DTSTART:20260509T160000Z", "DURATION:PT1H"),
    );
    expect(busy(text, "2026-05-01", "2026-06-01")).toEqual(["2026-05-10T14:00Z/2026-05-10T15:00Z"]);
  });

  test("whole days of Exchange: left out by the zone's midnight, ended by an instant", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:W. Europe Standard Time",
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const text = calendar(
      ...zone,
      "BEGIN:VEVENT",
      "UID:a",
      "DTSTART;VALUE=DATE:20260504",
      "DTEND;VALUE=DATE:20260505",
      "RRULE:FREQ=WEEKLY;UNTIL=20260517T220000Z;BYDAY=MO",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:a",
      "RECURRENCE-ID;TZID=W. Europe Standard Time:20260511T000000",
      "DTSTART;VALUE=DATE:20260512",
      "DTEND;VALUE=DATE:20260513",
      "END:VEVENT",
    );
    expect(busy(text, "2026-05-01", "2026-06-01")).toEqual([
      "2026-05-04/2026-05-05",
      "2026-05-12/2026-05-13",
      "2026-05-18/2026-05-19",
    ]);
  });

  test("a zone that only the file describes", () => {
    const own = [
      "BEGIN:VTIMEZONE",
      "TZID:Customized Time Zone",
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:16010101T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
    ];
    const text = calendar(
      ...own,
      "BEGIN:VEVENT",
      "UID:a",
      "DTSTART;TZID=Customized Time Zone:20260325T100000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY;COUNT=2",
      "END:VEVENT",
    );
    expect(busy(text, "2026-03-01", "2026-05-01")).toEqual([
      "2026-03-25T09:00Z/2026-03-25T10:00Z",
      "2026-04-01T08:00Z/2026-04-01T09:00Z",
    ]);
  });
});
