import { expect, test } from "vitest";
import { signalsGiven, suggestCauses, type CauseFacts } from "#lib/causes/rules/suggestions.ts";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { firstActions } from "#lib/causes/words/first-actions.ts";
import { CauseCode, CauseSignal } from "#lib/infra/prisma/enums.ts";

const nothing: CauseFacts = { questions: [{}], signals: [], outcomeReason: null, format: "on_site" };

type SignalRow = { signal: CauseSignal; given: Partial<CauseFacts>; notGiven: Partial<CauseFacts> };

/** Each signal, facts that give it, and facts beside them that do not. */
const signals: readonly SignalRow[] = [
  {
    signal: "a_requirement",
    given: { outcomeReason: "a_requirement" },
    notGiven: { outcomeReason: "none_given" },
  },
  {
    signal: "knew_it",
    given: { questions: [{ rating: "blank", knewIt: true }] },
    notGiven: { questions: [{ rating: "rough", knewIt: true }] },
  },
  {
    signal: "blank_about_them",
    given: { questions: [{ rating: "blank", tags: ["about_us"] }] },
    notGiven: { questions: [{ rating: "rough", tags: ["about_us"] }] },
  },
  {
    signal: "hard_topic",
    given: { questions: [{ rating: "rough", tags: ["pay"] }] },
    notGiven: { questions: [{ rating: "okay", tags: ["pay"] }] },
  },
  {
    signal: "about_yourself",
    given: { questions: [{ rating: "rough", tags: ["tell_me_about_yourself"] }] },
    notGiven: { questions: [{ rating: "okay", tags: ["tell_me_about_yourself"] }] },
  },
  {
    signal: "blank",
    given: { questions: [{ rating: "blank" }] },
    notGiven: { questions: [{ rating: "blank", knewIt: true }] },
  },
  {
    signal: "cut_me_off",
    given: { signals: ["cut_me_off"] },
    notGiven: { signals: ["cut_short"] },
  },
  {
    signal: "asked_again",
    given: { signals: ["asked_again"] },
    notGiven: { signals: ["pushed_back"] },
  },
  { signal: "late", given: { signals: ["late"] }, notGiven: { signals: ["moved_on_fast"] } },
  { signal: "tech_problem", given: { signals: ["tech_problem"] }, notGiven: { signals: ["late"] } },
  {
    signal: "tech_problem_on_video",
    given: { signals: ["tech_problem"], format: "video" },
    notGiven: { signals: ["tech_problem"], format: "phone" },
  },
  { signal: "appearance_rated_low", given: { appearance: 2 }, notGiven: { appearance: 3 } },
  {
    signal: "not_interested",
    given: { signals: ["not_interested"] },
    notGiven: { signals: ["sold_me_the_job"] },
  },
  { signal: "asked_nothing", given: { signals: ["asked_nothing"] }, notGiven: { signals: ["surprise"] } },
  {
    signal: "no_story",
    given: { questions: [{ rating: "okay" }] },
    notGiven: { questions: [{ rating: "okay", hasStory: true }] },
  },
  {
    signal: "decided_elsewhere",
    given: { outcomeReason: "role_stopped" },
    notGiven: { outcomeReason: "a_requirement" },
  },
  { signal: "few_details", given: { questions: [] }, notGiven: { questions: [], signals: ["late"] } },
];

test.each(signals)("$signal", ({ signal, given, notGiven }) => {
  expect(signalsGiven({ ...nothing, ...given })).toContain(signal);
  expect(signalsGiven({ ...nothing, ...notGiven })).not.toContain(signal);
});

test("every signal has its row above, and points to a cause", () => {
  expect(signals.map(({ signal }) => signal).toSorted()).toEqual(Object.values(CauseSignal).toSorted());
  const pointing = firstVersion.causes.flatMap(({ suggestedWhen }) => suggestedWhen);
  expect(new Set(pointing)).toEqual(new Set(Object.values(CauseSignal)));
});

/** product.md, "suggested when", cell by cell. */
const suggestedWhen: Record<CauseCode, readonly CauseSignal[]> = {
  NERVES: ["knew_it"],
  NO_ANSWER: ["blank"],
  NO_EXAMPLES: ["no_story"],
  RAMBLED: ["cut_me_off"],
  OFF_TARGET: ["asked_again"],
  EMPLOYER_PREP: ["blank_about_them"],
  PITCH: ["about_yourself"],
  SKILL_GAP: ["a_requirement"],
  HISTORY: ["hard_topic"],
  APPEARANCE: ["tech_problem_on_video", "appearance_rated_low"],
  DISPOSITION: ["not_interested"],
  LOGISTICS: ["late", "tech_problem"],
  CLOSING: ["asked_nothing"],
  OUTSIDE: ["decided_elsewhere"],
  UNSURE: ["few_details"],
};

/** product.md, "actions (kind, default days)", cell by cell. A workshop has no days there: two weeks, as other sessions. */
const prescriptions: Record<CauseCode, readonly string[]> = {
  NERVES: ["mock B 7", "friend_rehearsal C 5", "recovery_line C 1"],
  NO_ANSWER: ["draft_answer S 4", "research_20 S 3"],
  NO_EXAMPLES: ["two_stories S 5", "i_not_we S 3", "workshop_stories B 14"],
  RAMBLED: ["timed_versions S 4", "mock B 14"],
  OFF_TARGET: ["say_it_back S 4", "match_stories S 5"],
  EMPLOYER_PREP: ["research_checklist S 2 before", "informational_interview B 14"],
  PITCH: ["introduction_60 S 4", "three_lines C 3"],
  SKILL_GAP: ["decide_path S 7", "bridging_answer C 5"],
  HISTORY: ["three_sentences B 4"],
  APPEARANCE: ["dress_code P 2 before", "camera_test P 1 before"],
  DISPOSITION: ["mock B 10", "start_stop_keep S 7"],
  LOGISTICS: ["preflight P 1 before", "plan_b P 1"],
  CLOSING: ["three_questions S 1 before", "thank_you P 1"],
  OUTSIDE: [],
  UNSURE: [],
};
const letters = { skill: "S", confidence: "C", both: "B", practical: "P" };

test.each(Object.values(CauseCode))("%s is suggested, and helped, as product.md says", (code) => {
  const cause = firstVersion.causes.find((one) => one.code === code);
  expect(cause?.suggestedWhen).toEqual(suggestedWhen[code]);
  expect(
    firstActions[code].map(
      ({ code: action, kind, days, daysFrom }) =>
        `${action} ${letters[kind]} ${days}${daysFrom === "interview" ? " before" : ""}`,
    ),
  ).toEqual(prescriptions[code]);
});

test("one code of an action is one kind and one effort, wherever it stands", () => {
  const all = Object.values(firstActions).flat();
  for (const { code, kind, effort } of all)
    for (const same of all.filter((other) => other.code === code))
      expect(same).toMatchObject({ kind, effort });
});

test("what is off is never suggested, and what it left free goes to the next in the list", () => {
  const off: CauseCode[] = ["RAMBLED", "NO_ANSWER"];
  const taxonomy = {
    ...firstVersion,
    causes: firstVersion.causes.map((cause) => ({ ...cause, isOn: !off.includes(cause.code) })),
  };
  const facts: CauseFacts = { ...nothing, questions: [{ rating: "blank" }], signals: ["cut_me_off", "late"] };
  const suggested = suggestCauses(taxonomy, facts).map(({ cause }) => cause);
  expect(suggested).toEqual(["LOGISTICS", "NERVES", "NO_EXAMPLES", "OFF_TARGET"]);
});
