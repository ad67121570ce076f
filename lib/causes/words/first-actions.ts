import type { ActionEffort, ActionKind, CauseCode, DueFrom } from "#lib/infra/prisma/enums.ts";

type FirstAction = {
  readonly code: string;
  readonly text: string;
  readonly kind: ActionKind;
  readonly effort: ActionEffort;
  readonly days: number;
  readonly daysFrom: DueFrom;
};

/** Days count forward from when the action was made. */
const action = (
  code: string,
  text: string,
  kind: ActionKind,
  effort: ActionEffort,
  days: number,
): FirstAction => ({ code, text, kind, effort, days, daysFrom: "making" });

/** Days count back from the next interview. */
const before = (
  days: number,
  code: string,
  text: string,
  kind: ActionKind,
  effort: ActionEffort,
): FirstAction => ({ code, text, kind, effort, days, daysFrom: "interview" });

/** What helps with each cause (product.md, "Causes"), in the order in which the plan takes it. */
export const firstActions: Readonly<Record<CauseCode, readonly FirstAction[]>> = {
  NERVES: [
    action("mock", "Book a mock interview, a friendly one first", "both", "session", 7),
    action("friend_rehearsal", "Rehearse with a friend", "confidence", "with_somebody", 5),
    action(
      "recovery_line",
      "Put one line on your pocket sheet for the moment your mind goes blank",
      "confidence",
      "sheet_line",
      1,
    ),
  ],
  NO_ANSWER: [
    action("draft_answer", "Draft an answer to the question you had nothing for", "skill", "draft", 4),
    action("research_20", "Spend 20 minutes finding out what a good answer covers", "skill", "draft", 3),
  ],
  NO_EXAMPLES: [
    action("two_stories", "Write down two new stories, one about working with people", "skill", "draft", 5),
    action("i_not_we", "Read your three best stories aloud and say “I”, not “we”", "skill", "draft", 3),
    action("workshop_stories", "Join a workshop on telling stories", "both", "session", 14),
  ],
  RAMBLED: [
    action("timed_versions", "Make 30, 60 and 90 second versions of two stories", "skill", "draft", 4),
    action("mock", "Book a mock interview with a focus on structure", "both", "session", 14),
  ],
  OFF_TARGET: [
    action(
      "say_it_back",
      "Practise saying the question back before you answer, five times",
      "skill",
      "draft",
      4,
    ),
    action("match_stories", "Match a story to each question that was missed", "skill", "draft", 5),
  ],
  EMPLOYER_PREP: [
    before(
      2,
      "research_checklist",
      "Go through the research checklist for the next employer",
      "skill",
      "draft",
    ),
    action("informational_interview", "Talk to somebody who works in that field", "both", "session", 14),
  ],
  PITCH: [
    action("introduction_60", "Write your 60-second introduction", "skill", "draft", 4),
    action("three_lines", "Write three lines: why you, why me, why now", "confidence", "draft", 3),
  ],
  SKILL_GAP: [
    action(
      "decide_path",
      "Decide with your counselor: learn it, reframe it, or aim elsewhere",
      "skill",
      "with_somebody",
      7,
    ),
    action(
      "bridging_answer",
      "Write a bridging answer for what you do not have yet",
      "confidence",
      "draft",
      5,
    ),
  ],
  HISTORY: [
    action(
      "three_sentences",
      "Write three true sentences about it and let your counselor read them",
      "both",
      "draft",
      4,
    ),
  ],
  APPEARANCE: [
    before(2, "dress_code", "Ask what people wear there", "practical", "draft"),
    before(1, "camera_test", "Test camera, sound and light", "practical", "draft"),
  ],
  DISPOSITION: [
    action("mock", "Book a mock interview with a focus on how you come across", "both", "session", 10),
    action("start_stop_keep", "Ask two people: what to start, stop and keep", "skill", "with_somebody", 7),
  ],
  LOGISTICS: [
    before(1, "preflight", "Go through the checklist for the day: way, link, papers", "practical", "draft"),
    action("plan_b", "Put a number to call on your pocket sheet", "practical", "sheet_line", 1),
  ],
  CLOSING: [
    before(1, "three_questions", "Put three questions to ask on your pocket sheet", "skill", "sheet_line"),
    action("thank_you", "Write a thank-you", "practical", "draft", 1),
  ],
  OUTSIDE: [],
  UNSURE: [],
};
