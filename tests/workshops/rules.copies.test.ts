import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeIn } from "#lib/core/time.ts";
import { daysToCopy, decideHeld, decideMoment, turnOf } from "#lib/workshops/rules/drafts.ts";
import type { Turn } from "#lib/workshops/rules/drafts.ts";

const at = (text: string) => Temporal.Instant.from(text);

describe("where the seats are kept", () => {
  const here = { held: "here", elsewhereLink: null } as const;
  const elsewhere = { held: "elsewhere", elsewhereLink: "https://fair.example" } as const;
  test.each([
    [here, { place: "Room 2", capacity: 10 }, { elsewhereLink: null, place: "Room 2", capacity: 10 }],
    [here, { place: "", capacity: 10 }, "place_needed"],
    [here, { place: "Room 2", capacity: null }, "capacity_needed"],
    [
      { ...here, elsewhereLink: "https://left.example" },
      { place: "Room 2", capacity: 1 },
      { elsewhereLink: null, place: "Room 2", capacity: 1 },
    ],
    [
      elsewhere,
      { place: "", capacity: 10 },
      { elsewhereLink: "https://fair.example", place: "", capacity: null },
    ],
    [{ ...elsewhere, elsewhereLink: null }, { place: "", capacity: null }, "link_needed"],
  ] as const)("%o with %o", (held, session, expected) => {
    const answer = decideHeld(held, session);
    expect(answer.ok ? answer.value : answer.refusal).toEqual(expected);
  });
});

const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
const minutes = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 });
const anInstant = minutes.map((add) => at("2026-01-01T00:00:00Z").add({ minutes: add }));

test("every moment, typed as clocks show it with the turn that it is, is that moment again", () => {
  fc.assert(
    fc.property(anInstant, fc.constantFrom(...zones), (instant, zone) => {
      const wall = instant.toZonedDateTimeISO(zone);
      const turn: Turn | null = turnOf(instant, zone);
      const answer = decideMoment({ date: wall.toPlainDate(), time: wall.toPlainTime(), zone }, turn);
      expect(answer.ok && answer.value.equals(instant)).toBe(true);
      // Without the turn it is refused exactly where there are two.
      const bare = decideMoment({ date: wall.toPlainDate(), time: wall.toPlainTime(), zone }, null);
      expect(bare.ok).toBe(turn === null);
    }),
  );
});

test("a copy is on the same weekday at the same time on the clock, to come, and less than a week later than it could be", () => {
  fc.assert(
    fc.property(anInstant, anInstant, fc.constantFrom(...zones), (startsAt, when, zone) => {
      const days = daysToCopy(startsAt, zone, when);
      expect(days % 7).toBe(0);
      expect(days).toBeGreaterThanOrEqual(7);
      const local = startsAt.toZonedDateTimeISO(zone);
      const moment = (add: number) =>
        local
          .toPlainDate()
          .add({ days: add })
          .toZonedDateTime({ timeZone: zone, plainTime: timeIn(startsAt, zone) })
          .toInstant();
      expect(Temporal.Instant.compare(moment(days), when)).toBe(1);
      if (days > 7) expect(Temporal.Instant.compare(moment(days - 7), when)).toBeLessThanOrEqual(0);
    }),
  );
});
