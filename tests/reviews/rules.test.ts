import { expect, test } from "vitest";
import { seenOf } from "#lib/reviews/rules.ts";

const at = (hour: number) => Temporal.Instant.from(`2026-11-23T${String(hour).padStart(2, "0")}:00:00Z`);

test("a text was read at the first look since its last edit, else at the last look before it", () => {
  expect(seenOf([], null)).toBeNull();
  expect(seenOf([at(12), at(9), at(10)], null)).toEqual({ at: at(9), isBeforeEdit: false });
  expect(seenOf([at(9), at(12), at(11)], at(10))).toEqual({ at: at(11), isBeforeEdit: false });
  expect(seenOf([at(10)], at(10))).toEqual({ at: at(10), isBeforeEdit: false });
  expect(seenOf([at(8), at(9)], at(10))).toEqual({ at: at(9), isBeforeEdit: true });
});
