import fc from "fast-check";
import { expect, test } from "vitest";
import { firstDue, isDraft, mayRest } from "#lib/home/rules.ts";
import type { ToldFacts } from "#lib/home/rules.ts";
import { inOrderOfDue } from "#lib/plan/rules/due.ts";
import { firstPolicies, policiesFrom } from "#lib/settings/rules.ts";

const at = (text: string) => Temporal.Instant.from(text);
const on = (text: string) => Temporal.PlainDate.from(text);
const { quiet } = policiesFrom(firstPolicies);
const when = { zone: "Europe/London", quiet };
const finished = { finishedAt: at("2026-11-20T12:00Z"), enoughAt: null, newsAt: null };
const begun = { ...finished, finishedAt: null };
const low = { ...begun, enoughAt: at("2026-11-20T19:00Z") };

test("a draft is begun, not sent, and not enough for today", () => {
  expect([null, begun, low, finished].map(isDraft)).toEqual([false, true, false, false]);
});

const interview = (id: string, startsAt: string, postMortem: ToldFacts = null) => ({
  id,
  outcome: "waiting" as const,
  startsAt: at(startsAt),
  endsAt: at(startsAt).add({ hours: 1 }),
  postMortem,
});

test("the rest is put forward from its 09:00 on, never before, and on no day of another interview", () => {
  const one = interview("a", "2026-11-20T17:00Z", low);
  const other = interview("b", "2026-11-22T15:00Z");
  const may = (now: string) => mayRest(one, [one, other], when, at(now));
  expect(may("2026-11-21T08:59Z")).toBe(false);
  expect(may("2026-11-21T09:00Z")).toBe(true);
  expect(may("2026-11-22T12:00Z")).toBe(false);
  expect(may("2026-11-23T00:00Z")).toBe(true);
  expect(mayRest({ ...one, postMortem: finished }, [one], when, at("2026-11-23T12:00Z"))).toBe(false);
});

test("the first that is due is never later than any other, and none without a date", () => {
  const days = fc.constantFrom(null, "2026-11-10", "2026-11-24", "2026-12-31", "2028-02-29");
  fc.assert(
    fc.property(fc.array(days), (given) => {
      const open = inOrderOfDue(given.map((day) => ({ due: day === null ? null : on(day) })));
      const first = firstDue(open);
      const dated = open.flatMap(({ due }) => due ?? []);
      expect(first === null).toBe(dated.length === 0);
      for (const due of dated)
        expect(Temporal.PlainDate.compare(first?.due ?? due, due)).toBeLessThanOrEqual(0);
    }),
  );
});
