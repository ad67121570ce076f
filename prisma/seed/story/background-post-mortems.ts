import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { promiseFor } from "#lib/causes/rules/taxonomy.ts";
import type { CauseCode, Mood, Rating, RoleFamily, Sharing, Signal } from "#lib/infra/prisma/enums.ts";
import type { Answers, AskedQuestion } from "#lib/post-mortems/rules/fields.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { familyQuestions } from "#lib/questions/words.ts";
import {
  coachingNotes,
  generalNotes,
  internalNotes,
  ownPromises,
  replies,
  surprises,
  typedQuestions,
} from "../texts/background.ts";
import { fromBank, notReviewed, typed } from "../texts/candidate.ts";
import type { SeedInterview, SeedNote, SeedPostMortem } from "../texts/candidate.ts";
import type { Chance } from "./chance.ts";

/** What comes up with somebody again and again. */
export type Habits = { readonly family: RoleFamily; readonly cause: CauseCode; readonly sharing: Sharing };

/** What a cause leaves in the first steps: a question of the bank that went like that, or something noticed. */
const traces: Partial<
  Record<CauseCode, { readonly asked?: readonly (readonly [string, Rating])[]; readonly signal?: Signal }>
> = {
  NO_EXAMPLES: {
    asked: [
      ["difficult-person", "rough"],
      ["mistake", "okay"],
      ["greatest-strength", "rough"],
    ],
  },
  RAMBLED: { signal: "cut_me_off" },
  OFF_TARGET: { signal: "asked_again" },
  EMPLOYER_PREP: {
    asked: [
      ["about-us", "blank"],
      ["why-us", "rough"],
    ],
  },
  PITCH: {
    asked: [
      ["tell-me-about-yourself", "rough"],
      ["why-you", "rough"],
    ],
  },
  SKILL_GAP: { signal: "pushed_back" },
  HISTORY: {
    asked: [
      ["gap", "rough"],
      ["reason-for-leaving", "rough"],
      ["pay", "blank"],
      ["references", "rough"],
    ],
  },
  APPEARANCE: { signal: "tech_problem" },
  DISPOSITION: { signal: "not_interested" },
  LOGISTICS: { signal: "late" },
  CLOSING: { signal: "asked_nothing" },
};

const others: readonly CauseCode[] = [
  "NERVES",
  "NO_ANSWER",
  "NO_EXAMPLES",
  "RAMBLED",
  "OFF_TARGET",
  "EMPLOYER_PREP",
  "PITCH",
  "CLOSING",
  "LOGISTICS",
  "OUTSIDE",
  "UNSURE",
];

type When = { readonly day: number; readonly endsAtMinute: number };

/** A post-mortem of somebody in the background; reviewed on the next working day or the one after, if that has come. */
export function postMortemOf(
  chance: Chance,
  habits: Habits,
  interview: SeedInterview,
  when: When,
): SeedPostMortem {
  const cause = chance.is(0.6) ? habits.cause : chance.pick(others);
  const { startedMinutesAfter, isAfterAnswer } = startOf(chance, interview, when);
  const answers = answersOf(chance, habits, { cause, interview, isAfterAnswer });
  const isDraft = when.day >= -3 && chance.is(0.3);
  const reviewDay = when.day + chance.between(1, 2);
  const isReviewed =
    !isDraft &&
    reviewDay < 0 &&
    habits.sharing !== "only_me" &&
    !goodNews.includes(answers.outcome ?? "waiting");
  const base = { startedMinutesAfter, tookMinutes: isDraft ? null : chance.between(2, 6), answers };
  return isReviewed ? { ...base, ...reviewOf(chance, cause, reviewDay) } : { ...base, ...notReviewed };
}

/** Soon, in the evening, or the next morning; whoever heard back on the day itself may write after that. */
function startOf(chance: Chance, interview: SeedInterview, { day, endsAtMinute }: When) {
  const heardThatDay =
    interview.heard !== undefined && "workingDay" in interview.heard && interview.heard.workingDay === day;
  const choice = chance.weighted({ soon: 14, evening: 4, morning: day < -1 ? 3 : 0 });
  if (choice === "soon") return { startedMinutesAfter: chance.between(20, 85), isAfterAnswer: false };
  const evening = 18 * 60 + 20 + chance.below(100);
  const morning = 24 * 60 + 8 * 60 + 15 + chance.below(60);
  return {
    startedMinutesAfter: (choice === "evening" ? evening : morning) - endsAtMinute,
    isAfterAnswer: heardThatDay,
  };
}

type About = {
  readonly cause: CauseCode;
  readonly interview: SeedInterview;
  readonly isAfterAnswer: boolean;
};

function answersOf(chance: Chance, habits: Habits, { cause, interview, isAfterAnswer }: About): Answers {
  const { outcome, outcomeReason } = interview;
  const isGood = isAfterAnswer && goodNews.includes(outcome);
  const asked = questionsOf(chance, habits.family, isGood ? "UNSURE" : cause);
  const signals = signalsOf(chance, cause);
  const promise = chance.is(0.25)
    ? chance.pick(ownPromises)
    : { if: promiseFor(firstVersion, cause).if, then: chance.pick(promiseFor(firstVersion, cause).then) };
  const contributing = chance.is(0.35)
    ? chance.pick(others.filter((one) => one !== cause && one !== "UNSURE"))
    : null;
  return {
    mood: chance.weighted<Mood>(isGood ? { great: 2, good: 3 } : { good: 4, unsure: 7, low: 7, very_low: 1 }),
    promise_answer: chance.weighted({ yes: 7, partly: 6, no: 3, did_not_come_up: 4 }),
    outcome: isAfterAnswer ? outcome : "waiting",
    ...(isAfterAnswer && outcomeReason ? { outcome_reason: outcomeReason } : {}),
    ...(chance.is(0.05) ? { cannot_recall: true } : asked),
    ...(signals.length > 0 ? { signals } : {}),
    ...(signals.includes("surprise") ? { surprise: chance.pick(surprises) } : {}),
    ...(chance.is(0.93)
      ? {
          cause_primary: cause,
          ...(contributing && cause !== "UNSURE" ? { cause_contributing: [contributing] } : {}),
        }
      : {}),
    promise_next: chance.is(0.5) ? "keep" : "new",
    ...(chance.is(0.8) ? { promise_if: promise.if, promise_then: promise.then } : {}),
    sharing: habits.sharing,
  };
}

/** What the cause left, then one or two more that went well enough, one of them perhaps in the person's own words. */
function questionsOf(chance: Chance, family: RoleFamily, cause: CauseCode): Answers {
  const [first, second, third] = chance.shuffled(familyQuestions[family]);
  const left = traces[cause]?.asked;
  const questions: AskedQuestion[] = [];
  if (left) questions.push(fromBank(...chance.pick(left)));
  if (cause === "NERVES" && first) questions.push(fromBank(first.id, "blank", "knew it"));
  if (cause === "NO_ANSWER" && first) questions.push(fromBank(first.id, "blank"));
  if (cause === "SKILL_GAP" && first) questions.push(fromBank(first.id, "rough"));
  if (second) questions.push(fromBank(second.id, chance.weighted<Rating>({ strong: 4, okay: 4, rough: 1 })));
  if (third && chance.is(0.5))
    questions.push(fromBank(third.id, chance.weighted<Rating>({ strong: 3, okay: 4 })));
  if (chance.is(0.3))
    questions.push(
      typed(chance.pick(typedQuestions), chance.weighted<Rating>({ okay: 3, rough: 2, strong: 1 })),
    );
  return Object.fromEntries(questions.map((question, index) => [`question.${index + 1}`, question]));
}

function signalsOf(chance: Chance, cause: CauseCode): Signal[] {
  const left = traces[cause]?.signal;
  const more = chance.is(0.4)
    ? [chance.pick<Signal>(["moved_on_fast", "pushed_back", "sold_me_the_job", "cut_short", "surprise"])]
    : [];
  return [...new Set([...(left ? [left] : []), ...more])];
}

function reviewOf(chance: Chance, cause: CauseCode, day: number) {
  const primary =
    chance.is(0.6) && cause !== "UNSURE" ? cause : chance.pick(others.filter((one) => one !== "UNSURE"));
  const contributing = chance.is(0.3)
    ? [chance.pick(others.filter((one) => one !== primary && one !== "UNSURE"))]
    : [];
  const at = `${chance.between(14, 16)}:${chance.between(10, 45)}`;
  const notes: SeedNote[] = chance.is(0.75) ? [noteOf(chance, primary, day)] : [];
  const said = chance.is(0.15)
    ? [{ body: chance.pick(internalNotes), when: { workingDay: day, at: "17:05" } }]
    : [];
  return {
    counselorOpinion: { primary, contributing },
    reviewed: { workingDay: day, at },
    notes,
    internalNotes: said,
  };
}

/** A note on the day of the review; most are read the next day, and some are answered. */
function noteOf(chance: Chance, cause: CauseCode, day: number): SeedNote {
  const isSeen = day < -1 && chance.is(0.88);
  const isAnswered = isSeen && chance.is(0.4);
  const reply = {
    by: "candidate" as const,
    body: chance.pick(replies),
    when: { workingDay: day + 1, at: "12:40" },
  };
  return {
    body: chance.pick(chance.is(0.8) ? (coachingNotes[cause] ?? generalNotes) : generalNotes),
    when: { workingDay: day, at: "16:50" },
    seen: isSeen ? { workingDay: day + 1, at: chance.pick(["08:05", "09:15", "12:30"]) } : null,
    replies: isAnswered ? [reply] : [],
  };
}
