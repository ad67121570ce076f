import fc from "fast-check";
import { expect, test } from "vitest";
import { ApplicationSource, Outcome } from "#lib/infra/prisma/enums.ts";
import { feedbackWishesFor, wishesOffered } from "#lib/post-mortems/rules/feedback.ts";

const now = Temporal.Instant.from("2026-11-24T12:00:00Z");
const ago = (hours: number) => now.subtract({ hours });
const week = 7 * 24;

test.each([
  ["waiting", null, "own", ["remind_me"]],
  ["waiting", ago(9 * week), "agency", ["remind_me"]],
  ["next_round", ago(9 * week), "own", ["remind_me"]],
  ["offer", ago(9 * week), "agency", ["remind_me"]],
  ["withdrawn", ago(9 * week), "own", ["remind_me"]],
  ["rejected", ago(week - 1), "own", ["remind_me"]],
  ["rejected", ago(week), "own", ["remind_me", "ask_now"]],
  ["rejected", ago(week), "agency", ["remind_me", "ask_agency"]],
  ["no_reply", ago(week + 1), "agency", ["remind_me", "ask_agency"]],
  ["no_reply", null, "own", ["remind_me"]],
] as const)("%s since %s, %s: %j", (outcome, outcomeAt, source, expected) => {
  expect(feedbackWishesFor({ outcome, outcomeAt, source }, { feedbackDays: 7 }, now)).toEqual(expected);
});

test("one is always reminded; nobody asks the agency's client alone, or the agency about an own interview", () => {
  const facts = fc.record({
    outcome: fc.constantFrom(...Object.values(Outcome)),
    source: fc.constantFrom(...Object.values(ApplicationSource)),
    outcomeAt: fc.option(fc.integer({ min: 0, max: 1000 }).map(ago)),
  });
  fc.assert(
    fc.property(facts, (one) => {
      const wishes = feedbackWishesFor(one, { feedbackDays: 7 }, now);
      expect(wishes[0]).toBe("remind_me");
      expect(wishes).not.toContain(one.source === "agency" ? "ask_now" : "ask_agency");
    }),
  );
});

test("an outcome that is changed in the form is new: nobody is asked yet", () => {
  const asking = { outcome: "rejected", wishes: ["remind_me", "ask_now"] } as const;
  expect(wishesOffered({ answers: { outcome: "rejected" }, asking })).toEqual(asking.wishes);
  expect(wishesOffered({ answers: { outcome: "no_reply" }, asking })).toEqual(["remind_me"]);
  expect(wishesOffered({ answers: {}, asking })).toEqual(["remind_me"]);
  expect(wishesOffered({ answers: { outcome: "rejected" } })).toEqual(["remind_me"]);
});

test("an agency's own days are counted in hours of elapsed time", () => {
  const wishes = (hours: number, feedbackDays: number) =>
    feedbackWishesFor({ outcome: "rejected", outcomeAt: ago(hours), source: "own" }, { feedbackDays }, now);
  expect(wishes(24, 1)).toContain("ask_now");
  expect(wishes(23, 1)).toEqual(["remind_me"]);
  expect(wishes(week, 30)).toEqual(["remind_me"]);
  expect(wishes(30 * 24, 30)).toContain("ask_now");
});
