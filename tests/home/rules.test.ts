import { expect, test } from "vitest";
import { nextStep } from "#lib/home/rules.ts";
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
  session: null,
};
const step = (facts: Partial<HomeFacts>) => nextStep({ ...nothing, ...facts }, "America/New_York", now);

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
  ["finish", { hasDraft: true }],
  ["read", { hasUnreadNote: true }],
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
    ["write", untold(1)],
    ["finish", { hasDraft: true }],
    ["read", { hasUnreadNote: true }],
    ["prepare", coming("2026-11-24T15:00:00Z")],
    ["session", session(20)],
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
