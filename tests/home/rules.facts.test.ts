import fc from "fast-check";
import { expect, test } from "vitest";
import { dueOf, firstDue, isDraft, isNews, mayRest } from "#lib/home/rules.ts";
import type { ActionFacts, ToldFacts } from "#lib/home/rules.ts";

const at = (text: string) => Temporal.Instant.from(text);
const on = (text: string) => Temporal.PlainDate.from(text);
const finished = { finishedAt: at("2026-11-20T12:00Z"), enoughAt: null, newsAt: null };
const begun = { ...finished, finishedAt: null };
const low = { ...begun, enoughAt: at("2026-11-20T19:00Z") };

test("a draft is begun, not sent, and not enough for today", () => {
  expect([null, begun, low, finished].map(isDraft)).toEqual([false, true, false, false]);
});

test.each<[string, Parameters<typeof isNews>[0], boolean]>([
  ["a no after it", { outcome: "rejected", outcomeAt: at("2026-11-21T12:00Z"), postMortem: finished }, true],
  ["no reply", { outcome: "no_reply", outcomeAt: at("2026-11-21T12:00Z"), postMortem: finished }, true],
  ["good news", { outcome: "offer", outcomeAt: at("2026-11-21T12:00Z"), postMortem: finished }, false],
  [
    "known when it was written",
    { outcome: "rejected", outcomeAt: finished.finishedAt, postMortem: finished },
    false,
  ],
  ["nothing heard", { outcome: "waiting", outcomeAt: null, postMortem: finished }, false],
  ["nothing written", { outcome: "rejected", outcomeAt: at("2026-11-21T12:00Z"), postMortem: null }, false],
  ["a draft", { outcome: "rejected", outcomeAt: at("2026-11-21T12:00Z"), postMortem: begun }, false],
  [
    "told already",
    {
      outcome: "rejected",
      outcomeAt: at("2026-11-21T12:00Z"),
      postMortem: { ...finished, newsAt: at("2026-11-21T12:05Z") },
    },
    false,
  ],
  [
    "changed again since",
    {
      outcome: "rejected",
      outcomeAt: at("2026-11-23T12:00Z"),
      postMortem: { ...finished, newsAt: at("2026-11-21T12:05Z") },
    },
    true,
  ],
])("news: %s", (_name, interview, expected) => {
  expect(isNews(interview)).toBe(expected);
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
  const may = (now: string) => mayRest(one, [one, other], "Europe/London", at(now));
  expect(may("2026-11-21T08:59Z")).toBe(false);
  expect(may("2026-11-21T09:00Z")).toBe(true);
  expect(may("2026-11-22T12:00Z")).toBe(false);
  expect(may("2026-11-23T00:00Z")).toBe(true);
  expect(mayRest({ ...one, postMortem: finished }, [one], "Europe/London", at("2026-11-23T12:00Z"))).toBe(
    false,
  );
});

const action: ActionFacts = { dueOn: null, days: 5, daysFrom: "making", madeOn: on("2026-11-20") };

test.each<[string, Partial<ActionFacts>, string | null, string | null]>([
  ["its default", {}, null, "2026-11-25"],
  ["the day before the next interview, if that is earlier", {}, "2026-11-24", "2026-11-23"],
  ["its default, if that is earlier", {}, "2026-12-24", "2026-11-25"],
  ["back from the interview", { days: 2, daysFrom: "interview" }, "2026-11-24", "2026-11-22"],
  ["back from none", { days: 2, daysFrom: "interview" }, null, null],
  ["own words", { days: null, daysFrom: null }, null, null],
  ["own words before an interview", { days: null, daysFrom: null }, "2026-11-24", "2026-11-23"],
  ["a date that a person gave stands", { dueOn: on("2026-12-01") }, "2026-11-24", "2026-12-01"],
])("due: %s", (_name, facts, nextOn, expected) => {
  expect(dueOf({ ...action, ...facts }, nextOn ? on(nextOn) : null)?.toString() ?? null).toBe(expected);
});

test("the first that is due is never later than any other", () => {
  const actions = fc.array(
    fc.record({
      text: fc.string(),
      madeAt: fc.integer({ min: 0, max: 400 }).map((hours) => at("2026-11-01T00:00Z").add({ hours })),
      days: fc.integer({ min: 0, max: 14 }),
      daysFrom: fc.constantFrom("making" as const, "interview" as const),
      dueOn: fc.constantFrom(null, on("2026-11-10")),
    }),
  );
  fc.assert(
    fc.property(actions, fc.boolean(), (given, isComing) => {
      const coming = isComing ? { startsAt: at("2026-11-12T12:00Z") } : null;
      const first = firstDue([{ id: "a", actions: given }], coming, "Europe/London");
      for (const { madeAt, ...one } of given) {
        const madeOn = madeAt.toZonedDateTimeISO("Europe/London").toPlainDate();
        const dueOn = dueOf({ ...one, madeOn }, coming && on("2026-11-12"));
        if (!dueOn) continue;
        if (!first) throw new Error("one is due, and none was found");
        expect(Temporal.PlainDate.compare(first.dueOn, dueOn)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
