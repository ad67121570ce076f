import { describe, expect, test } from "vitest";
import { isFresh } from "#lib/calendar/rules.ts";

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
