import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import type { Answers } from "#lib/post-mortems/rules/fields.ts";
import { answersGiven, placeAfter } from "#lib/post-mortems/rules/given.ts";
import {
  addressOf,
  asidesFor,
  canSkip,
  mayAddCauses,
  nextScreen,
  placeFor,
  previousScreen,
  screenProgress,
  screensFor,
} from "#lib/post-mortems/rules/screens.ts";

const facts = (answers: Answers = {}, openPromise = false) => ({
  answers,
  openPromise,
  taxonomy: firstVersion,
});
const touched = (...fields: (keyof Answers)[]) => new Set(fields);

test("the shortest way, and what an answer brings with it", () => {
  expect(screensFor(facts({ outcome: "waiting" }))).toEqual([
    "mood",
    "outcome",
    "questions",
    "signals",
    "causes",
    "contributing",
    "promise",
    "sharing",
  ]);
  const answers = { outcome: "rejected", cause_primary: "NERVES", promise_answer: "partly" } as const;
  expect(screensFor(facts(answers, true))).toEqual([
    "mood",
    "promise_kept",
    "outcome",
    "questions",
    "signals",
    "causes",
    "contributing",
    "keep_or_new",
    "promise",
    "sharing",
  ]);
  expect(screensFor(facts({ ...answers, promise_next: "keep" }, true))).not.toContain("promise");
  expect(mayAddCauses(facts({ cause_primary: "UNSURE" }))).toBe(false);
  expect(mayAddCauses(facts())).toBe(false);
  expect(mayAddCauses(facts(answers))).toBe(true);
  expect(screensFor(facts({ outcome: "offer" }))).toEqual(["mood", "outcome", "worked_well", "sharing"]);
  expect(screensFor(facts({ outcome: "next_round" }))).toEqual([
    "mood",
    "outcome",
    "questions",
    "worked_well",
    "promise",
    "next_round",
    "sharing",
  ]);
});

test("forward and back walk the same way, also from a screen that is no longer asked; a rating leads back to the questions", () => {
  const there = facts({ outcome: "rejected", cause_primary: "PITCH" });
  for (const walked of [there, facts({ outcome: "next_round" })]) {
    const way = screensFor(walked);
    way.forEach((screen, index) => {
      expect(nextScreen(screen, walked)).toBe(way[index + 1] ?? "sharing");
      expect(previousScreen(screen, walked)).toBe(way[index - 1] ?? null);
    });
  }
  expect(previousScreen("rating", there)).toBe("questions");
  expect(nextScreen("signals", facts({ outcome: "offer" }))).toBe("worked_well");
  expect(previousScreen("signals", facts({ outcome: "offer" }))).toBe("outcome");
});

test("what stands aside is opened from Anything else, leads back there, and does not count", () => {
  const there = facts({ outcome: "waiting", cause_primary: "PITCH" });
  expect(asidesFor(there)).toEqual(["ratings", "feedback", "worked_well"]);
  for (const screen of asidesFor(there)) {
    expect(placeAfter({ screen: "contributing", open: screen }, there)).toEqual({ screen });
    expect(placeAfter({ screen, move: "next" }, there)).toEqual({ screen: "contributing" });
    expect(placeAfter({ screen, move: "back" }, there)).toEqual({ screen: "contributing" });
    expect(screenProgress(screen, there)).toEqual(screenProgress("contributing", there));
    expect(placeFor({ screen }, { ...there, touched: touched("mood") })).toEqual({ screen });
  }
  expect(placeAfter({ screen: "contributing", move: "next" }, there)).toEqual({ screen: "promise" });
  // After good news nothing is aside: what is asked is on the way.
  const good = facts({ outcome: "offer" });
  expect(asidesFor(good)).toEqual([]);
  expect(placeAfter({ screen: "contributing", open: "ratings" }, good)).toEqual({ screen: "worked_well" });
  expect(placeFor({ screen: "ratings" }, { ...good, touched: touched("mood", "outcome") })).toEqual({
    screen: "worked_well",
  });
  expect(nextScreen("worked_well", good)).toBe("sharing");
});

test("an address leads to what is asked, else to where one goes on", () => {
  const answers = { mood: "low", "question.2": { text: "Why us?" } } as const;
  const at = (screen?: string, n?: string, more: Answers = {}) =>
    placeFor({ screen, n }, { ...facts({ ...answers, ...more }), touched: touched("mood") });
  expect(at("signals")).toEqual({ screen: "signals" });
  expect(at("rating", "2")).toEqual({ screen: "rating", n: 2 });
  for (const [screen, n] of [["rating", "1"], ["rating", "6"], ["promise_kept"], ["<script>"], []])
    expect(at(screen, n)).toEqual({ screen: "outcome" });
  expect(at("signals", undefined, { outcome: "offer" })).toEqual({ screen: "outcome" });
  expect(addressOf("i", { screen: "rating", n: 2 })).toBe("/interviews/i/post-mortem?step=rating&n=2");
});

test("from causes on everything can be passed over", () => {
  const skippable = screensFor(facts({ outcome: "rejected", cause_primary: "PITCH" })).filter((screen) =>
    canSkip(screen, facts({ outcome: "rejected" })),
  );
  expect(skippable).toEqual(["signals", "causes", "contributing", "promise", "sharing"]);
});

test("passing over writes nothing where there is an answer", () => {
  const skip = { screen: "causes", move: "skip" } as const;
  expect(answersGiven(skip, facts())).toEqual({ ok: true, value: [{ field: "cause_primary", value: "" }] });
  expect(answersGiven(skip, facts({ cause_primary: "PITCH" }))).toEqual({ ok: true, value: [] });
});

test("only the fields of the screen that was sent count", () => {
  const sent = { screen: "mood", mood: "good", sharing: "agency", cause_primary: "PITCH" } as const;
  expect(answersGiven(sent, facts())).toEqual({ ok: true, value: [{ field: "mood", value: "good" }] });
});
