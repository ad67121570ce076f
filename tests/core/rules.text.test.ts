import fc from "fast-check";
import { expect, test } from "vitest";
import { checkText, isCleanText, withPlainLineEnds } from "#lib/core/text.ts";

/** Any UTF-16 unit: lone surrogates and control characters too. */
const codeUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));

test.each([
  ["a NUL", "a\u0000b"],
  ["a bell", "a\u0007b"],
  ["a lone surrogate", "a\uD83D"],
  ["a direction override", "invoice\u202Efdp.exe"],
  ["a pile of combining marks", `a${"\u0301".repeat(21)}`],
])("%s is not clean", (_name, value) => {
  expect(isCleanText(value)).toBe(false);
});

test.each([
  ["emoji with joiners", "👩‍👩‍👧‍👦 👍🏽"],
  ["Arabic with marks", "السَّلَامُ عَلَيْكُمْ"],
  ["Nepali", "नमस्ते, मेरो नाम माया हो"],
  ["lines and tabs", "one\n\ttwo\r\n"],
  ["a phone number from a contact list", "\u202A+1 555 0100\u202C"],
  ["nothing", ""],
])("%s is clean", (_name, value) => {
  expect(isCleanText(value)).toBe(true);
});

test("clean text survives UTF-8 as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: codeUnit }), (value) => {
      if (isCleanText(value)) expect(Buffer.from(value, "utf8").toString("utf8")).toBe(value);
    }),
  );
});

test("length is checked first, and counts what Postgres counts or more", () => {
  expect(checkText("abc", 2)).toBe("too_long");
  expect(checkText("abc", 3)).toBeNull();
  expect(checkText("a\u0000", 3)).toBe("not_clean");
  expect([..."👍👍"].length).toBeLessThanOrEqual("👍👍".length);
});

test("line ends become LF", () => {
  expect(withPlainLineEnds("a\r\nb\rc\n")).toBe("a\nb\nc\n");
});
