import { expect, test } from "vitest";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { currentAnswers } from "#lib/post-mortems/rules/answers.ts";
import { answersGiven, placeAfter, type Given, type NewAnswer } from "#lib/post-mortems/rules/given.ts";
import { screensFor, type Place, type ScreenId } from "#lib/post-mortems/rules/screens.ts";

/** What one tap sends on each screen; a typed sentence is counted apart. */
type Tap = Omit<Given, "screen" | "n">;
const next = { move: "next" } as const;
const asked = { text: "Why do you want to work here?", bankId: "why-us" };

const taps: Partial<Record<ScreenId, Tap>> = {
  mood: { mood: "low" },
  promise_kept: { promise_answer: "yes" },
  outcome: { outcome: "waiting" },
  questions: { asked },
  rating: { rating: "rough" },
  signals: next,
  causes: { cause_primary: "NERVES" },
  contributing: next,
  promise: { suggestion: 0 },
  worked_well: next,
  next_round: next,
  keep_line: next,
};

/** Walks from the first screen to the last as the form does, and counts: one tap a screen, and the one that ends it. */
function walk(own: Partial<Record<ScreenId, Tap>> = {}, isEnough = false) {
  const rows: NewAnswer[] = [];
  const facts = () => ({
    openPromise: false,
    isEnough,
    taxonomy: firstVersion,
    answers: currentAnswers(
      rows.map((row, index) => ({
        ...row,
        id: String(index),
        writtenAt: Temporal.Instant.fromEpochMilliseconds(index),
      })),
    ),
  });
  const way: ScreenId[] = [];
  let place: Place = { screen: screensFor(facts())[0] ?? "mood" };
  while (place.screen !== "sharing" && way.length < 30) {
    way.push(place.screen);
    const tap = own[place.screen] ?? taps[place.screen];
    if (!tap) throw new Error(`no tap on ${place.screen}`);
    const given = { ...tap, ...place };
    const answer = answersGiven(given, facts());
    if (!answer.ok) throw new Error(`${place.screen}: ${answer.refusal}`);
    rows.push(...answer.value);
    place = placeAfter(given, facts());
  }
  return { way, taps: way.length + 1, answers: facts().answers };
}

test("the core: nine taps, without a sentence typed", () => {
  const core = walk();
  expect(core.way).toEqual([
    "mood",
    "outcome",
    "questions",
    "rating",
    "signals",
    "causes",
    "contributing",
    "promise",
  ]);
  expect(core.taps).toBe(9);
});

test.each([
  [
    "one question in one's own words: the one sentence",
    { questions: { move: "add", own_question: "Why?", n: 1 } },
    9,
  ],
  ["nothing recalled", { questions: { cannot_recall: true } }, 8],
  ["not sure yet", { causes: { cause_primary: "UNSURE" } }, 9],
  ["causes and promise passed over", { causes: { move: "skip" }, promise: { move: "skip" } }, 9],
  ["no reply", { outcome: { outcome: "no_reply" } }, 9],
  ["a next round", { outcome: { outcome: "next_round" } }, 8],
  ["an offer", { outcome: { outcome: "offer" } }, 4],
  ["very low: enough for today", { mood: { mood: "very_low" } }, 4],
  ["a no", { outcome: { outcome: "rejected" } }, 9],
  ["a no, and why", { outcome: { outcome_reason: "a_requirement" } }, 9],
] as const)("%s", (_name, own, expected) => {
  expect(walk(own).taps).toBe(expected);
});

test("what stands aside costs nothing to whoever leaves it, and two taps each to whoever wants it", () => {
  expect(walk().way).not.toEqual(expect.arrayContaining(["ratings"]));
  let opened = false;
  const wanting = {
    get contributing(): Tap {
      const tap: Tap = opened ? next : { open: "feedback" };
      opened = true;
      return tap;
    },
    feedback: { feedback_wish: "remind_me" },
  } as const;
  const { taps: count, answers } = walk(wanting);
  expect(count).toBe(11);
  expect(answers.feedback_wish).toBe("remind_me");
});
