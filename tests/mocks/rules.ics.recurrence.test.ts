import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { recurrences } from "#lib/mocks/rules/ics-recurrence.ts";
import { readRule } from "#lib/mocks/rules/ics-rule.ts";

test("a rule means what the library ical.js takes it for", () => {
  const list = (values: fc.Arbitrary<number>) =>
    fc.uniqueArray(values, { minLength: 1, maxLength: 3 }).map((all) => all.join(","));
  const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  const nth = fc.tuple(fc.constantFrom("1", "2", "-1", "4"), weekday).map((parts) => parts.join(""));
  const rule = fc.oneof(
    fc.record({ FREQ: fc.constant("DAILY"), INTERVAL: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      FREQ: fc.constant("WEEKLY"),
      INTERVAL: fc.integer({ min: 1, max: 4 }),
      BYDAY: fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 }).map(String),
    }),
    fc.record({ FREQ: fc.constant("MONTHLY"), INTERVAL: fc.integer({ min: 1, max: 4 }), BYDAY: nth }),
    fc.record({ FREQ: fc.constant("MONTHLY"), BYMONTHDAY: list(fc.integer({ min: 1, max: 28 })) }),
    fc.record({
      FREQ: fc.constant("MONTHLY"),
      BYDAY: fc.constant("MO,TU,WE,TH,FR"),
      BYSETPOS: fc.constantFrom(1, -1, 3),
    }),
    fc.record({ FREQ: fc.constant("YEARLY"), BYMONTH: fc.integer({ min: 1, max: 12 }), BYDAY: nth }),
    fc.record({
      FREQ: fc.constant("YEARLY"),
      BYMONTH: list(fc.integer({ min: 1, max: 12 })),
      BYMONTHDAY: fc.integer({ min: 1, max: 28 }),
    }),
  );
  fc.assert(
    fc.property(
      rule,
      fc.integer({ min: 0, max: 3000 }),
      fc.option(fc.integer({ min: 1, max: 40 })),
      (parts, day, count) => {
        const text = Object.entries(count === null ? parts : { ...parts, COUNT: count })
          .map((pair) => pair.join("="))
          .join(";");
        const read = readRule(text);
        if (!read.ok) throw new Error(text);
        // Begin at a day that the rule has: what an unsynchronised start means, nobody says.
        const seed = Temporal.PlainDateTime.from("2019-01-01T10:30").add({ days: day });
        const bounds = { early: seed, last: seed.add({ years: 6 }), steps: () => undefined };
        const open = readRule(text.replace(/;COUNT=\d+/, ""));
        if (!open.ok) throw new Error(text);
        const start = [...recurrences(open.value, seed, bounds)][1];
        if (!start) return;
        const last = start.add({ years: 3 });
        const ours = [...recurrences(read.value, start, { early: start, last, steps: () => undefined })].map(
          String,
        );
        const iterator = ICAL.Recur.fromString(text).iterator(
          ICAL.Time.fromDateTimeString(`${start.toString()}:00`),
        );
        const theirs: string[] = [];
        for (
          let next = iterator.next();
          next && next.toString() <= `${last.toString()}:00`;
          next = iterator.next()
        )
          theirs.push(next.toString().slice(0, 16));
        expect(ours.map((one) => one.slice(0, 16))).toEqual(theirs);
      },
    ),
    { numRuns: 300 },
  );
});
