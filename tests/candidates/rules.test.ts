import fc from "fast-check";
import { expect, test } from "vitest";
import { beforeOf, filterOf, pageOf } from "#lib/candidates/rules.ts";

test("an address names a filter and a moment, or nothing", () => {
  expect(["all", "to_review", "toString", "", undefined, ["invited"]].map(filterOf)).toEqual([
    "all",
    "to_review",
    "all",
    "all",
    "all",
    "all",
  ]);
  expect(["0", "1795000000000", "4102444800001", "-1", "1e9", "", undefined].map(beforeOf)).toEqual([
    0,
    1_795_000_000_000,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("the pages of a timeline, one after the other, hold everything once, newest first", () => {
  const entries = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 10 }), (times, size) => {
      const all = times.map((at, id) => ({ id, at: Temporal.Instant.fromEpochMilliseconds(at) }));
      const seen: typeof all = [];
      let before: number | null = null;
      do {
        const limit: number = before ?? Infinity;
        const { page, next } = pageOf(
          all.filter(({ at }) => at.epochMilliseconds < limit),
          size,
        );
        seen.push(...page);
        before = next;
      } while (before !== null);
      expect(seen.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id));
      for (const [at, entry] of seen.entries()) {
        const following = seen[at + 1];
        if (following) expect(Temporal.Instant.compare(entry.at, following.at)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
