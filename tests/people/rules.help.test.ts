import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decideAsking,
  decideConfirming,
  decideSettling,
  requestsADay,
  requestState,
} from "#lib/people/rules/help.ts";
import type { AskingFacts } from "#lib/people/rules/help.ts";

const now = Temporal.Instant.from("2026-11-24T10:00Z");
const ago = (minutes: number) => now.subtract({ minutes });
const guest: AskingFacts = { isGuest: true, mailedAt: null, unconfirmed: null, openToday: 0 };

test.each<[string, Partial<AskingFacts>, string]>([
  ["somebody new", {}, "keep"],
  ["a person of the portal", { isGuest: false }, "tell"],
  ["a person of the portal, mailed within the hour", { isGuest: false, mailedAt: ago(59) }, "nothing"],
  ["a person of the portal, mailed an hour ago", { isGuest: false, mailedAt: ago(60) }, "tell"],
  ["a guest with a mail that waits", { mailedAt: ago(59), unconfirmed: "a", openToday: 1 }, "replace"],
  ["a guest with an older mail", { mailedAt: ago(60), unconfirmed: "a", openToday: 1 }, "keep"],
  ["a guest who has just confirmed", { mailedAt: ago(5), openToday: 1 }, "nothing"],
  ["a guest with two open ones", { mailedAt: ago(90), openToday: requestsADay - 1 }, "keep"],
  ["a guest with three open ones", { mailedAt: ago(90), openToday: requestsADay }, "nothing"],
])("%s", (_who, facts, does) => {
  expect(decideAsking({ ...guest, ...facts }, now).does).toBe(does);
});

test("within an hour of a mail there is never another, and what is replaced is what waits", () => {
  const facts = fc.record({
    isGuest: fc.boolean(),
    mailedAt: fc.option(fc.integer({ min: 0, max: 200 }).map(ago)),
    unconfirmed: fc.option(fc.constantFrom("a", "b")),
    openToday: fc.nat(5),
  });
  fc.assert(
    fc.property(facts, (asked) => {
      const asking = decideAsking(asked, now);
      const mails = asking.does === "keep" || asking.does === "tell";
      if (asked.mailedAt && asked.mailedAt.since(ago(60)).sign > 0) expect(mails).toBe(false);
      if (asking.does === "replace") expect(asking.request).toBe(asked.unconfirmed);
      if (!asked.isGuest) expect(["tell", "nothing"]).toContain(asking.does);
    }),
  );
});

test("a link confirms once, for two days", () => {
  const said = (hours: number, confirmedAt: Temporal.Instant | null = null) => {
    const answer = decideConfirming({ askedAt: now.subtract({ hours }), confirmedAt }, now);
    return answer.ok ? "ok" : answer.refusal;
  };
  expect([said(0), said(47), said(48), said(60, now), said(1, now)]).toEqual([
    "ok",
    "ok",
    "not_valid",
    "confirmed_already",
    "confirmed_already",
  ]);
});

test.each([
  [true, false, false, "ok", "waiting"],
  [true, true, false, "accepted_already", "accepted"],
  [false, true, false, "accepted_already", "accepted"],
  [true, false, true, "answered_already", "answered"],
  [false, false, true, "answered_already", "answered"],
  [false, false, false, "here_already", "here"],
] as const)("guest %s, accepted %s, answered %s", (isGuest, isAccepted, isAnswered, settling, state) => {
  const facts = { isGuest, isAccepted, isAnswered };
  const decision = decideSettling(facts);
  expect(decision.ok ? "ok" : decision.refusal).toBe(settling);
  expect(requestState({ ...facts, isConfirmed: true, isSeat: false })).toBe(state);
  if (state !== "waiting") return;
  expect(requestState({ ...facts, isConfirmed: true, isSeat: true })).toBe("seat");
  expect(requestState({ ...facts, isConfirmed: false, isSeat: true })).toBe("asked");
});
