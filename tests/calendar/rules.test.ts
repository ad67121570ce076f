import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFresh, seatSequence, seatUid } from "#lib/calendar/rules.ts";

describe("what a calendar program has already", () => {
  test.each([
    [null, false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ["*", true],
    ['"b"', false],
    ["a", false],
    ["", false],
  ] as const)("If-None-Match %j", (header, fresh) => {
    expect(isFresh(header, '"a"')).toBe(fresh);
  });
});

test("a seat's entry keeps its UID, and its SEQUENCE never falls whatever is taken, given back or moved (I18)", () => {
  expect(seatUid("s", "p", "host")).toBe("s.p@host");
  fc.assert(
    fc.property(fc.array(fc.constantFrom("toggle", "move"), { maxLength: 30 }), (steps) => {
      const seats: { givenBackAt: Date | null }[] = [{ givenBackAt: null }];
      let version = 0;
      let last = seatSequence({ version }, seats);
      for (const step of steps) {
        const live = seats.find(({ givenBackAt }) => givenBackAt === null);
        if (step === "move") version += 1;
        else if (live) live.givenBackAt = new Date(0);
        else seats.push({ givenBackAt: null });
        const next = seatSequence({ version }, seats);
        expect(next).toBeGreaterThan(last);
        last = next;
      }
    }),
  );
});
