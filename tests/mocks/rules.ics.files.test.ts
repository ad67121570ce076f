import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FILES, file } from "./ics.busy.ts";

describe("files of real programs", () => {
  test.each([
    [
      "a zone as Exchange writes it out",
      "Office-2012-owa.ics",
      "2020-10-27",
      "2020-10-29",
      ["2020-10-28T02:30Z/2020-10-28T04:00Z", "2020-10-28T17:30Z/2020-10-28T19:00Z"],
    ],
    [
      "weekly in such a zone, over the night when clocks change",
      "Office-2012-owa.ics",
      "2021-03-11",
      "2021-03-20",
      [
        "2021-03-11T18:30Z/2021-03-11T20:00Z",
        "2021-03-12T18:30Z/2021-03-12T20:00Z",
        "2021-03-18T17:30Z/2021-03-18T19:00Z",
        "2021-03-19T17:30Z/2021-03-19T19:00Z",
      ],
    ],
    [
      "a moved occurrence before its entry",
      "google-recurrence-order.ics",
      "2026-02-01",
      "2026-03-01",
      [
        "2026-02-10T17:00Z/2026-02-10T17:30Z",
        "2026-02-11T17:30Z/2026-02-11T18:00Z",
        "2026-02-12T17:00Z/2026-02-12T17:30Z",
      ],
    ],
    ["a free holiday", "sabredav-school-holidays.ics", "2018-07-01", "2018-09-01", []],
    [
      "free whole days, in a zone that does not exist",
      "germany_at_end_of_day_repeating.ics",
      "2024-10-01",
      "2024-11-01",
      [],
    ],
    [
      "free whole days with a moved one",
      "exchange_whole_day_moved_recurrence.ics",
      "2026-02-01",
      "2026-04-01",
      [],
    ],
    ["tasks are no time", "utf8-french-calendar.ics", "2013-07-01", "2013-08-01", []],
    [
      "free and busy by Zimbra",
      "vfreebusy-zimbra.ics",
      "2014-04-16",
      "2014-04-18",
      [
        "2014-04-16T15:15Z/2014-04-16T19:00Z",
        "2014-04-16T19:55Z/2014-04-16T23:15Z",
        "2014-04-17T19:30Z/2014-04-17T20:30Z",
      ],
    ],
    ["a rule that is none is refused", "badRRULE.ics", "2020-09-01", "2020-10-01", "bad_rule"],
  ])("%s: %s", (_, name, from, until, expected) => {
    expect(file(name, from, until)).toEqual(expected);
  });

  test("what is left out is left out, and nothing else", () => {
    const days = file("windows-quoted-tz-rrule.ics", "2015-07-01", "2015-08-01");
    // 12:00 in New York to 13:00 in Los Angeles; the exceptions name another moment.
    expect(days).toHaveLength(10);
    expect(days[0]).toBe("2015-07-06T16:00Z/2015-07-06T20:00Z");
    const biweekly = file("biweekly-exdate-until.ics", "2017-07-01", "2017-08-01");
    expect(biweekly).not.toContain("2017-07-06T14:00Z/2017-07-07T00:00Z");
    expect(biweekly).toContain("2017-07-03T14:00Z/2017-07-04T00:00Z");
  });

  test("each shipped file imports, and the one without a rule that can be read is refused", () => {
    const names = readdirSync(FILES).filter((one) => one.endsWith(".ics"));
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const name of names)
      for (const year of [2014, 2020, 2026]) {
        const read = file(name, `${String(year)}-01-01`, `${String(year + 1)}-03-01`);
        // Its entries begin in 2020: before that, none of them is a reason to refuse it.
        if (name === "badRRULE.ics" && year > 2014) expect(read).toBe("bad_rule");
        else expect(read, name).toBeInstanceOf(Array);
      }
  });
});
