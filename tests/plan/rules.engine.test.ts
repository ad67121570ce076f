import { expect, test } from "vitest";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { carriedInto, planFor, type PlanFacts } from "#lib/plan/rules/engine.ts";
import { now, usual } from "./taxonomies.ts";

const because = (primary: CauseCode, ...contributing: CauseCode[]) => ({
  opinion: { primary, contributing },
});
const inMinutes = (minutes: number) => ({ nextStartsAt: now.add({ minutes }) });
const plan = (facts: Partial<PlanFacts>) => planFor({ ...usual, ...facts });
const codes = (facts: Partial<PlanFacts>) => plan(facts).map(({ code }) => code);

test.each<[string, Partial<PlanFacts>, string[]]>([
  ["the primary's first two", because("NERVES"), ["mock", "friend_rehearsal"]],
  [
    "then the first of each contributing cause, three in all",
    because("NERVES", "NO_ANSWER", "PITCH"),
    ["mock", "friend_rehearsal", "draft_answer"],
  ],
  [
    "one and one and one",
    because("HISTORY", "PITCH", "NERVES"),
    ["three_sentences", "introduction_60", "mock"],
  ],
  ["the same thing once", because("NERVES", "DISPOSITION"), ["mock", "friend_rehearsal"]],
  ["no confidence: the last becomes the promise", because("NO_ANSWER"), ["draft_answer", "say_promise"]],
  [
    "no confidence: the last practical gives way first",
    because("OFF_TARGET", "LOGISTICS"),
    ["say_it_back", "match_stories", "say_promise"],
  ],
  ["neither: both, one after the other", because("APPEARANCE"), ["say_promise", "draft_roughest"]],
  [
    "no skill: the last becomes the roughest question",
    because("LOGISTICS", "SKILL_GAP"),
    ["preflight", "say_promise", "decide_path"],
  ],
  ["one alone is left as it is", because("HISTORY"), ["three_sentences"]],
  ["without causes", {}, []],
  ["not sure yet", because("UNSURE"), []],
  ["after an offer", { ...because("NERVES"), outcome: "offer" }, []],
  ["after good news without causes", { outcome: "next_round" }, []],
  ["outside is the counselor's to check", because("OUTSIDE"), ["check_with_client"]],
  ["outside, kept to oneself", { ...because("OUTSIDE"), isShared: false }, []],
  ["outside, of an interview that the agency did not arrange", { ...because("OUTSIDE"), source: "own" }, []],
  [
    "a thank-you while waiting, within a day",
    { ...because("CLOSING"), outcome: "waiting", isWithinADay: true },
    ["three_questions", "say_promise"],
  ],
  ["no thank-you after an answer", { ...because("CLOSING"), isWithinADay: true }, ["three_questions"]],
  ["no thank-you after a day", { ...because("CLOSING"), outcome: "waiting" }, ["three_questions"]],
  [
    "what the counselor has added takes its place",
    { ...because("NERVES", "PITCH"), added: ["mock", null] },
    ["friend_rehearsal"],
  ],
  ["three added leave no room", { ...because("NERVES"), added: [null, null, null] }, []],
])("%s", (_name, facts, expected) => {
  expect(codes(facts)).toEqual(expected);
});

const HOUR = 60;
test.each<[string, number, CauseCode, string[]]>([
  ["72 hours: everything", 72 * HOUR, "NERVES", ["mock", "friend_rehearsal"]],
  ["a session needs 15 h 45", 15 * HOUR + 45, "NERVES", ["mock", "friend_rehearsal"]],
  ["a minute less: no session", 15 * HOUR + 44, "NERVES", ["friend_rehearsal", "draft_roughest"]],
  ["somebody else needs 12 h", 12 * HOUR, "NERVES", ["friend_rehearsal", "draft_roughest"]],
  ["a minute less: the sheet", 12 * HOUR - 1, "NERVES", ["recovery_line"]],
  ["a draft at three hours", 3 * HOUR, "NO_ANSWER", ["draft_answer", "say_promise"]],
  ["under three hours: no draft", 3 * HOUR - 1, "NO_ANSWER", []],
  ["under three hours: one line", 3 * HOUR - 1, "CLOSING", ["three_questions"]],
  ["15 minutes are enough for a line", 15, "NERVES", ["recovery_line"]],
  ["14 are not", 14, "NERVES", []],
])("fit: %s", (_name, minutes, cause, expected) => {
  expect(codes({ ...because(cause), ...inMinutes(minutes) })).toEqual(expected);
});

test("merged for both causes, in the words of the first", () => {
  const [mock] = plan(because("NERVES", "RAMBLED", "DISPOSITION"));
  expect(mock).toMatchObject({
    code: "mock",
    text: "Book a mock interview, a friendly one first",
    causes: ["NERVES", "DISPOSITION"],
  });
});

test("without a promise it is the best answer that is said aloud", () => {
  expect(plan({ ...because("NO_ANSWER"), hasPromise: false }).at(-1)).toMatchObject({
    code: "say_promise",
    text: "Say your best answer aloud to somebody",
    kind: "confidence",
    days: 3,
    causes: ["NO_ANSWER"],
  });
});

test("what is off is not planned", () => {
  const causes = firstVersion.causes.map((cause) => ({
    ...cause,
    actions: cause.actions.map((action) => ({ ...action, isOn: action.code !== "mock" })),
  }));
  expect(codes({ ...because("NERVES"), taxonomy: { number: 2, causes } })).toEqual([
    "friend_rehearsal",
    "draft_roughest",
  ]);
});

test("the same goes on in the new plan; own words, and what is about one interview, do not", () => {
  const open = ["mock", "plan_b", "thank_you", null].map((code) => ({ code }));
  const made = plan({ ...because("CLOSING", "NERVES"), outcome: "waiting", isWithinADay: true });
  expect(made.map(({ code }) => code)).toEqual(["three_questions", "thank_you", "mock"]);
  expect(carriedInto(made, open)).toEqual([{ code: "mock" }]);
});

test("a session is planned only where the agency's notice leaves time for it", () => {
  const at = (hours: number, noticeHours: number) =>
    codes({ ...because("NERVES"), ...inMinutes(hours * 60), policies: { noticeHours } });
  expect(at(16, 12)).toContain("mock");
  expect(at(16, 24)).not.toContain("mock");
  expect(at(100, 96)).toContain("mock");
  expect(at(99, 96)).not.toContain("mock");
  expect(at(5, 1)).toContain("mock");
});
