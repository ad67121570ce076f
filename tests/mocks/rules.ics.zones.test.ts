import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readComponents } from "#lib/mocks/rules/ics-lines.ts";
import { writtenZone } from "#lib/mocks/rules/ics-written-zone.ts";
import { calendar } from "./ics.busy.ts";

type Changes = readonly (readonly [
  kind: string,
  start: string,
  from: string,
  to: string,
  ...more: string[],
])[];

function zoneOf(changes: Changes) {
  const text = calendar(
    "BEGIN:VTIMEZONE",
    "TZID:own",
    ...changes.flatMap(([kind, start, from, to, ...more]) => [
      `BEGIN:${kind}`,
      `DTSTART:${start}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      ...more,
      `END:${kind}`,
    ]),
    "END:VTIMEZONE",
  );
  const parts = readComponents(text);
  const part = parts.ok ? parts.value[0] : undefined;
  return part ? writtenZone(part, () => undefined) : null;
}
const yearly = (rule: string) => `RRULE:FREQ=YEARLY;${rule}`;

/** Zones whose rule has not changed since the year that is named, as programs write them, and as the zone data has them. */
const zones: [string, number, Changes][] = [
  [
    "Europe/Berlin",
    1997,
    [
      ["STANDARD", "16010101T030000", "+0200", "+0100", yearly("INTERVAL=1;BYDAY=-1SU;BYMONTH=10")],
      ["DAYLIGHT", "16010101T020000", "+0100", "+0200", yearly("INTERVAL=1;BYDAY=-1SU;BYMONTH=3")],
    ],
  ],
  [
    "America/New_York",
    2008,
    [
      [
        "DAYLIGHT",
        "20070311T020000",
        "-0500",
        "-0400",
        yearly("BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14"),
      ],
      ["STANDARD", "20071104T020000", "-0400", "-0500", yearly("BYMONTH=11;BYDAY=1SU")],
    ],
  ],
  [
    "Australia/Lord_Howe",
    2009,
    [
      ["STANDARD", "20080406T020000", "+1100", "+1030", yearly("BYMONTH=4;BYDAY=1SU")],
      ["DAYLIGHT", "20081005T020000", "+1030", "+1100", yearly("BYMONTH=10;BYDAY=1SU")],
    ],
  ],
  ["Asia/Kolkata", 1970, [["STANDARD", "19700101T000000", "+0530", "+0530"]]],
];

describe("a zone that a file describes", () => {
  test.each(zones)("%s since %i is what the zone data says, in both directions", (name, since, changes) => {
    const zone = zoneOf(changes);
    if (!zone) throw new Error(name);
    const minutes = fc.integer({ min: 0, max: 70 * 366 * 24 * 4 }).map((quarter) => quarter * 15);
    fc.assert(
      fc.property(minutes, (later) => {
        const at = Temporal.Instant.from(`${String(since)}-01-10T00:00:00Z`).add({ minutes: later });
        const there = at.toZonedDateTimeISO(name).toPlainDateTime();
        expect(zone.toWall(at).toString()).toBe(there.toString());
        const back = there.toZonedDateTime(name, { disambiguation: "compatible" }).toInstant();
        expect(zone.toInstant(there).toString()).toBe(back.toString());
      }),
      { numRuns: 300 },
    );
  });

  test.each(zones)("%s: the hour that is missing and the one that is there twice", (name, since, changes) => {
    const zone = zoneOf(changes);
    for (const year of [since + 1, 2026, 2035, 2036, 2090])
      for (let day = 0; day < 366; day += 1)
        for (const minute of [0, 45, 90, 105, 120, 150, 165]) {
          const wall = Temporal.PlainDateTime.from({ year, month: 1, day: 1 }).add({
            days: day,
            minutes: minute,
          });
          const expected = wall.toZonedDateTime(name, { disambiguation: "compatible" }).toInstant();
          if (zone?.toInstant(wall).epochMilliseconds !== expected.epochMilliseconds)
            expect(`${wall.toString()} ${String(zone?.toInstant(wall))}`).toBe(expected.toString());
        }
  });

  const winter: Changes[number] = ["STANDARD", "20201025T030000", "+0200", "+0100"];
  test.each<[string, Changes, string, string]>([
    ["one change, before it", [winter], "2019-05-07T10:00", "2019-05-07T08:00:00Z"],
    ["one change, years after it", [winter], "2026-05-07T10:00", "2026-05-07T09:00:00Z"],
    [
      "changes by single dates",
      [
        [...winter, "RDATE:20211031T030000,20221030T030000"],
        ["DAYLIGHT", "20210328T020000", "+0100", "+0200", "RDATE:20220327T020000"],
      ],
      "2022-07-01T10:00",
      "2022-07-01T08:00:00Z",
    ],
    [
      "a rule that has ended: the offset stays",
      [
        [
          "STANDARD",
          "20001029T030000",
          "+0200",
          "+0100",
          yearly("BYMONTH=10;BYDAY=-1SU;UNTIL=20141025T230000Z"),
        ],
        [
          "DAYLIGHT",
          "20000326T020000",
          "+0100",
          "+0200",
          yearly("BYMONTH=3;BYDAY=-1SU;UNTIL=20160327T010000Z"),
        ],
      ],
      "2026-01-07T10:00",
      "2026-01-07T08:00:00Z",
    ],
    [
      "a rule that has counted to its end",
      [["STANDARD", "20001029T030000", "+0300", "+0100", yearly("BYMONTH=10;BYDAY=-1SU;COUNT=3")]],
      "2026-01-07T10:00",
      "2026-01-07T09:00:00Z",
    ],
  ])("%s", (_, changes, wall, expected) => {
    expect(String(zoneOf(changes)?.toInstant(Temporal.PlainDateTime.from(wall)))).toBe(expected);
  });

  test.each<[string, Changes]>([
    ["no change at all", []],
    ["an offset that is none", [["STANDARD", "20201025T030000", "+2", "+0100"]]],
    ["a date that is none", [["STANDARD", "20200230T030000", "+0200", "+0100"]]],
    ["a rule that is none", [[...winter, "RRULE:FREQ=NEVER"]]],
    ["a date of a rule that is none", [[...winter, "RDATE:soon"]]],
    ["more changes than a zone has", Array.from({ length: 500 }, () => winter)],
  ])("with %s it is no zone: nothing is guessed", (_, changes) => {
    expect(zoneOf(changes)).toBe(null);
  });
});
