import fc from "fast-check";
import { expect, test } from "vitest";
import { groupWaiting, isReviewOverdue } from "#lib/reports/rules.ts";

const at = Temporal.Instant.from("2026-05-07T10:00Z");

test.each([
  [47.99, false, false],
  [48, false, true],
  [1, true, true],
])("finished %d hours ago, the next interview near: %s", (hours, isInterviewNear, overdue) => {
  const finishedAt = at.subtract({ minutes: Math.round(hours * 60) });
  expect(isReviewOverdue({ finishedAt, isInterviewNear }, at)).toBe(overdue);
});

test("nobody is named whom the viewer may not read about, and everything is counted once", () => {
  const things = fc.array(
    fc.record({
      id: fc.uuid(),
      since: fc.integer({ min: 0, max: 1000 }).map((minutes) => at.add({ minutes })),
      candidate: fc.constantFrom("Maya", "Noor", "Lin"),
      counselor: fc.constantFrom("Ana", "Ben", null),
      isVisible: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(things, (all) => {
      const { own, groups } = groupWaiting(all);
      expect(own.every(({ isVisible }) => isVisible)).toBe(true);
      expect(own.length + groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      expect(JSON.stringify(groups)).not.toMatch(/Maya|Noor|Lin/);
      for (const { counselor, since } of groups) {
        const hidden = all.filter((one) => !one.isVisible && one.counselor === counselor);
        expect(hidden.every((one) => Temporal.Instant.compare(since, one.since) <= 0)).toBe(true);
      }
    }),
  );
});
