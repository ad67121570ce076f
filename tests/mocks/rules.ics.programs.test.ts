import { describe, expect, test } from "vitest";
import { busy, calendar } from "./ics.busy.ts";

/** One entry of a calendar, and the hour that the tests ask for. */
const entry = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"];
const hour = (day: string, from = "10") => [
  `DTSTART:202605${day}T${from}0000Z`,
  `DTEND:202605${day}T${from}3000Z`,
];
const at = (day: string, from = "10") => `2026-05-${day}T${from}:00Z/2026-05-${day}T${from}:30Z`;
const change = (kind: string, start: string, from: string, to: string, rule: string) => [
  `BEGIN:${kind}`,
  `DTSTART:${start}`,
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  `RRULE:FREQ=YEARLY;${rule}`,
  `END:${kind}`,
];
const zone = (id: string, ...changes: string[][]) => [
  "BEGIN:VTIMEZONE",
  `TZID:${id}`,
  ...changes.flat(),
  "END:VTIMEZONE",
];
const berlin = [
  change("STANDARD", "19961027T030000", "+0200", "+0100", "BYMONTH=10;BYDAY=-1SU"),
  change("DAYLIGHT", "19810329T020000", "+0100", "+0200", "BYMONTH=3;BYDAY=-1SU"),
];
const newYork = [
  change("STANDARD", "20071104T020000", "-0400", "-0500", "BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7"),
  change("DAYLIGHT", "20070311T020000", "-0500", "-0400", "BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14"),
];
const london = [
  change("STANDARD", "19501029T020000", "+0100", "+0000", "BYMONTH=10;BYDAY=-1SU"),
  change("DAYLIGHT", "19500326T010000", "+0000", "+0100", "BYMONTH=3;BYDAY=-1SU"),
];
const zoned = (id: string) => entry("a", `DTSTART;TZID=${id}:20260507T100000`, "DURATION:PT30M");

describe("calendars as programs write them", () => {
  test.each<[string, string[], string[] | string]>([
    [
      "Lotus Notes: GMT with a summer time, by the file",
      [...zone("GMT", ...london), ...zoned("GMT")],
      [at("07", "09")],
    ],
    [
      "a short name that is a zone of its own without summer time: by the file",
      [...zone("EST", ...newYork), ...zoned("EST")],
      [at("07", "14")],
    ],
    ["the same name alone is what the zone data says", zoned("EST"), [at("07", "15")]],
    [
      "Evolution: the Sunday on or after the 8th",
      [...zone("own", ...newYork), ...zoned("own")],
      [at("07", "14")],
    ],
    ["Outlook: an address as a zone, without quotes", zoned("tzone://Microsoft/Utc"), [at("07")]],
    [
      "Outlook: a zone of the file's own by an address",
      [...zone("tzone://Microsoft/Custom", ...berlin), ...zoned("tzone://Microsoft/Custom")],
      [at("07", "08")],
    ],
    [
      "Outlook 2003: cities between slashes",
      zoned('"(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna"'),
      [at("07", "08")],
    ],
    [
      "a whole day left out by the instant of its midnight",
      [
        ...zone("Europe/Berlin", ...berlin),
        ...entry("a", "DTSTART;VALUE=DATE:20260507", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260507T220000Z"),
      ],
      ["2026-05-07/2026-05-08", "2026-05-09/2026-05-10"],
    ],
    [
      "a whole day moved, named by the instant of its midnight",
      [
        ...zone("Europe/Berlin", ...berlin),
        ...entry("a", "DTSTART;VALUE=DATE:20260507", "RRULE:FREQ=DAILY;COUNT=2"),
        ...entry("a", "RECURRENCE-ID:20260507T220000Z", "DTSTART;VALUE=DATE:20260520"),
      ],
      ["2026-05-07/2026-05-08", "2026-05-20/2026-05-21"],
    ],
    [
      "the end of a day as hour 24",
      entry("a", "DTSTART:20260507T230000Z", "DTEND:20260507T240000Z"),
      ["2026-05-07T23:00Z/2026-05-08T00:00Z"],
    ],
    [
      "two entries under one UID: none is lost",
      [...entry("a", ...hour("07")), ...entry("a", ...hour("08"))],
      [at("07"), at("08")],
    ],
    [
      "a newer version of an entry instead of the older",
      [...entry("a", "SEQUENCE:2", ...hour("08")), ...entry("a", "SEQUENCE:1", ...hour("07"))],
      [at("08")],
    ],
    [
      "a moved occurrence that repeats its entry's rule",
      [
        ...entry("a", ...hour("07"), "RRULE:FREQ=DAILY;COUNT=3"),
        ...entry("a", "RECURRENCE-ID:20260508T100000Z", ...hour("08", "12"), "RRULE:FREQ=DAILY;COUNT=3"),
      ],
      [at("07"), at("08", "12"), at("09")],
    ],
    [
      "a long past entry in a zone that nobody knows cannot matter",
      [
        ...entry("b", "DTSTART;TZID=Mars/Olympus:20150507T100000", "DTEND;TZID=Mars/Olympus:20150507T110000"),
        ...entry("a", ...hour("07")),
      ],
      [at("07")],
    ],
    [
      "nor can a series that ended long ago",
      [
        ...entry("b", "DTSTART;TZID=Mars/Olympus:20150507T100000", "RRULE:FREQ=DAILY;UNTIL=20150601T000000Z"),
        ...entry("a", ...hour("07")),
      ],
      [at("07")],
    ],
    [
      "but one that lasts does",
      entry("b", "DTSTART;TZID=Mars/Olympus:20150507T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
      "unknown_zone",
    ],
    [
      "and one with a length of its own may",
      entry("b", "DTSTART;TZID=Mars/Olympus:20150507T100000", "DURATION:P9999D"),
      "unknown_zone",
    ],
    [
      "a title with a mark for what could not be read",
      entry("a", "SUMMARY:caf\uFFFD", ...hour("07")),
      [at("07")],
    ],
    ["an invitation taken back", ["METHOD:CANCEL", ...entry("a", ...hour("07"))], []],
    [
      "Exchange: periods that are tentative or out of office are busy, free ones are not",
      [
        "BEGIN:VFREEBUSY",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260507T100000Z/PT30M",
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260508T100000Z/20260508T103000Z,20260509T100000Z/PT30M",
        "FREEBUSY;FBTYPE=FREE:20260510T100000Z/PT30M",
        "FREEBUSY:",
        "END:VFREEBUSY",
      ],
      [at("07"), at("08"), at("09")],
    ],
    [
      "Google: an entry of a feed with no series, only one occurrence of it",
      entry("a", "RECURRENCE-ID;TZID=America/Denver:20260507T010000", ...hour("07")),
      [at("07")],
    ],
    [
      "Proton: a series until the last second of a day",
      entry(
        "a",
        "DTSTART;TZID=Europe/Zurich:20260507T120000",
        "DURATION:PT30M",
        "RRULE:FREQ=DAILY;UNTIL=20260508T215959Z",
      ),
      [at("07"), at("08")],
    ],
    [
      "Apple: a rule with its scale",
      entry("a", ...hour("07"), "RRULE:RSCALE=GREGORIAN;FREQ=DAILY;COUNT=2"),
      [at("07"), at("08")],
    ],
  ])("%s", (_, lines, expected) => {
    expect(busy(calendar(...lines), "2026-05-01", "2026-06-01")).toEqual(expected);
  });
});

describe("changed from one occurrence on", () => {
  const series = (...other: string[]) =>
    busy(
      calendar(...entry("a", ...hour("07"), "RRULE:FREQ=DAILY;COUNT=5"), ...other),
      "2026-05-01",
      "2026-06-01",
    );
  const from = (day: string, ...lines: string[]) =>
    entry("a", `RECURRENCE-ID;RANGE=THISANDFUTURE:202605${day}T100000Z`, ...lines);
  test.each<[string, string[], string[] | string]>([
    [
      "later: it and all that follow, as much later",
      from("09", ...hour("09", "14")),
      [at("07"), at("08"), at("09", "14"), at("10", "14"), at("11", "14")],
    ],
    [
      "on another day, and of another length",
      from("10", "DTSTART:20260512T100000Z", "DURATION:PT1H"),
      [
        at("07"),
        at("08"),
        at("09"),
        "2026-05-12T10:00Z/2026-05-12T11:00Z",
        "2026-05-13T10:00Z/2026-05-13T11:00Z",
      ],
    ],
    ["cancelled", from("09", ...hour("09"), "STATUS:CANCELLED"), [at("07"), at("08")]],
    [
      "but for one that was moved by itself",
      [
        ...from("09", ...hour("09", "14")),
        ...entry("a", "RECURRENCE-ID:20260510T100000Z", ...hour("10", "20")),
      ],
      [at("07"), at("08"), at("09", "14"), at("10", "20"), at("11", "14")],
    ],
    [
      "twice: the later one counts from its own occurrence on",
      [...from("10", ...hour("10", "16")), ...from("08", ...hour("08", "12"))],
      [at("07"), at("08", "12"), at("09", "12"), at("10", "16"), at("11", "16")],
    ],
    [
      "all before it, which nobody writes any more",
      entry("a", "RECURRENCE-ID;RANGE=THISANDPRIOR:20260509T100000Z", ...hour("09", "14")),
      "this_and_future",
    ],
  ])("%s", (_, other, expected) => {
    expect(series(...other)).toEqual(expected);
  });

  test("what is moved into the window from before it is there", () => {
    const text = calendar(
      ...entry("a", ...hour("01"), "RRULE:FREQ=DAILY;COUNT=3"),
      ...from("02", "DTSTART:20260602T100000Z", "DURATION:PT30M"),
    );
    expect(busy(text, "2026-06-01", "2026-07-01")).toEqual([
      "2026-06-02T10:00Z/2026-06-02T10:30Z",
      "2026-06-03T10:00Z/2026-06-03T10:30Z",
    ]);
  });
});
