import fc from "fast-check";
import { expect, test } from "vitest";
import { nextSteps } from "#lib/home/rules.ts";
import { stepReasons, stepWords } from "#lib/home/words.ts";
import type { HomeFacts, NextStep } from "#lib/home/rules.ts";

const at = (text: string) => Temporal.Instant.from(text);
const now = at("2026-11-23T12:00:00Z");
const hours = (count: number) => now.add({ minutes: Math.round(count * 60) });
const session = (inHours: number) => ({ session: { startsAt: hours(inHours) } });
const untold = (agoHours: number) => ({ untold: { endsAt: hours(-agoHours) } });
const missed = (agoHours: number) => ({ missed: { endsAt: hours(-agoHours) } });
const coming = (text: string) => ({ coming: { startsAt: at(text) } });

const nothing: HomeFacts = {
  hasInterviews: true,
  untold: null,
  missed: null,
  coming: null,
  hasDraft: false,
  hasUnreadNote: false,
  hasRest: false,
  news: null,
  due: null,
  session: null,
  hasOffer: false,
};
const stepsOf = (facts: Partial<HomeFacts>) => nextSteps({ ...nothing, ...facts }, "America/New_York", now);
const step = (facts: Partial<HomeFacts>) => stepsOf(facts)[0].step;
const due = (text: string) => ({ due: { due: Temporal.PlainDate.from(text) } });
const news = (agoHours: number) => ({ news: { outcomeAt: hours(-agoHours) } });

test.each<[NextStep, Partial<HomeFacts>]>([
  ["join", session(-0.5)],
  ["join", session(2)],
  ["session", session(2.1)],
  ["session", session(23.9)],
  ["nothing", session(24)],
  ["write", untold(0)],
  ["write", untold(23.9)],
  ["practise", untold(24)],
  ["catchUp", missed(24)],
  ["catchUp", missed(24 * 30 - 1)],
  ["practise", missed(24 * 30)],
  ["answer", { hasOffer: true }],
  ["finish", { hasDraft: true }],
  ["read", { hasUnreadNote: true }],
  ["news", news(1)],
  ["news", news(24 * 7 - 0.1)],
  ["practise", news(24 * 7)],
  // 07:00 of 23 November in New York.
  ["do", due("2026-11-23")],
  ["do", due("2026-10-01")],
  ["practise", due("2026-11-24")],
  ["rest", { hasRest: true }],
  // 07:00 in New York: tomorrow ends at 05:00 UTC of the day after.
  ["prepare", coming("2026-11-25T04:59:00Z")],
  ["prepare", coming("2027-11-25T05:00:00Z")],
  ["first", { hasInterviews: false }],
  ["practise", {}],
])("alone: %s", (expected, facts) => {
  expect(step(facts)).toBe(expected);
});

test("of several the first in this order is the one", () => {
  const order: [NextStep, Partial<HomeFacts>][] = [
    ["join", session(1)],
    ["answer", { hasOffer: true }],
    ["write", untold(1)],
    ["finish", { hasDraft: true }],
    ["news", news(3)],
    ["read", { hasUnreadNote: true }],
    ["prepare", coming("2026-11-23T15:00:00Z")],
    ["do", due("2026-11-22")],
    ["prepare", coming("2026-11-24T15:00:00Z")],
    ["session", session(20)],
    ["rest", { hasRest: true }],
    ["catchUp", missed(48)],
    ["prepare", coming("2026-11-25T05:00:00Z")],
  ];
  for (const [index, [expected]] of order.entries()) {
    // Earlier ones are spread last, so that of two facts of one kind the more urgent holds.
    const facts = Object.assign(
      {},
      ...order
        .slice(index)
        .toReversed()
        .map(([, fact]) => fact),
    ) as Partial<HomeFacts>;
    expect(step(facts)).toBe(expected);
  }
});

test("what comes after that is the next in the order, and never the same thing again", () => {
  const steps = (facts: Partial<HomeFacts>) => stepsOf(facts).map((one) => `${one.step} ${one.why}`);
  expect(steps({ ...untold(1), ...missed(48), hasDraft: true })).toEqual([
    "write write",
    "finish finish",
    "practise practise",
  ]);
  expect(steps({ ...session(1), ...coming("2026-11-24T15:00:00Z") })).toEqual([
    "join join",
    "prepare prepare_tomorrow",
  ]);
  expect(steps({ ...due("2026-11-23"), ...coming("2026-12-24T15:00:00Z") })).toEqual([
    "do do_today",
    "prepare prepare_ahead",
  ]);
  expect(steps({ ...due("2026-11-22") })).toEqual(["do do_overdue", "practise practise"]);
  expect(steps({ hasInterviews: false })).toEqual(["first first"]);
  expect(steps(session(48))).toEqual(["nothing nothing"]);
});

const moment = fc.option(fc.integer({ min: -800, max: 800 }).map(hours), { nil: null });
const anyFacts: fc.Arbitrary<HomeFacts> = fc.record({
  hasInterviews: fc.boolean(),
  untold: moment.map((endsAt) => endsAt && { endsAt }),
  missed: moment.map((endsAt) => endsAt && { endsAt }),
  coming: moment.map((startsAt) => startsAt && { startsAt }),
  hasDraft: fc.boolean(),
  hasUnreadNote: fc.boolean(),
  hasRest: fc.boolean(),
  news: moment.map((outcomeAt) => outcomeAt && { outcomeAt }),
  due: moment.map((moved) => moved && { due: moved.toZonedDateTimeISO("UTC").toPlainDate() }),
  session: moment.map((startsAt) => startsAt && { startsAt }),
  // Rarely, or what comes after it would hardly be reached.
  hasOffer: fc.nat(4).map((one) => one === 0),
});

test("always exactly one step, the same for the same facts, with its reason; every step is reached", () => {
  const reached = new Set<NextStep>();
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const steps = nextSteps(facts, "America/New_York", now);
      expect(nextSteps({ ...facts }, "America/New_York", now)).toEqual(steps);
      expect(new Set(steps.map((one) => one.step)).size).toBe(steps.length);
      for (const one of steps) expect(stepReasons[one.why]).toBeTypeOf("string");
      reached.add(steps[0].step);
    }),
    { numRuns: 500 },
  );
  for (const facts of [
    {},
    session(1),
    session(5),
    session(48),
    { hasInterviews: false },
    missed(48),
    { hasRest: true },
    due("2026-11-23"),
  ])
    reached.add(step(facts));
  expect([...reached].toSorted()).toEqual(Object.keys(stepWords).toSorted());
});
