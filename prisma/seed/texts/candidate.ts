import type {
  CauseCode,
  InterviewFormat,
  MockKind,
  Outcome,
  OutcomeReason,
  Rating,
  RoleFamily,
} from "#lib/infra/prisma/enums.ts";
import type { Answers, AskedQuestion } from "#lib/post-mortems/rules/fields.ts";
import { commonQuestions, familyQuestions } from "#lib/questions/words.ts";
import type { EmployerKey, StaffKey } from "./agency.ts";

/**
 * When something is, seen from the moment of seeding: working days from today
 * (negative: past; 0: today, or the next working day if today is none) at a wall
 * time of whoever acts (interviews and mocks: the candidate), or minutes from now.
 */
export type SeedWhen = { readonly workingDay: number; readonly at: string } | { readonly inMinutes: number };

export type SeedNote = {
  readonly body: string;
  readonly when: SeedWhen;
  /** When the candidate first looked at it; `null`: not yet. */
  readonly seen: SeedWhen | null;
  readonly replies: readonly {
    readonly by: "candidate" | "counselor";
    readonly body: string;
    readonly when: SeedWhen;
  }[];
};

/** What became of one action of the plan by now. */
export type SeedStep = "done" | "open" | { readonly notDoing: string };

export type SeedPostMortem = {
  /** After the end of the interview. */
  readonly startedMinutesAfter: number;
  /** How long it took; `null`: still a draft. */
  readonly tookMinutes: number | null;
  /** Of a very low draft: when its first half was sent, "enough for today". */
  readonly enoughMinutes?: number;
  readonly answers: Answers;
  /** The counselor's blind choice. */
  readonly counselorOpinion: {
    readonly primary: CauseCode;
    readonly contributing: readonly CauseCode[];
  } | null;
  readonly reviewed: SeedWhen | null;
  readonly notes: readonly SeedNote[];
  readonly internalNotes: readonly { readonly body: string; readonly when: SeedWhen }[];
  /** Of its plan, in order; by chance where it is absent. */
  readonly steps?: readonly SeedStep[];
};

export type SeedInterview = {
  readonly when: SeedWhen;
  readonly format: InterviewFormat;
  /** Length in minutes, where it is not the usual one of its format. */
  readonly minutes?: number;
  readonly outcome: Outcome;
  readonly outcomeReason?: OutcomeReason;
  /** When the outcome became known; absent while waiting. */
  readonly heard?: SeedWhen;
  readonly postMortem?: SeedPostMortem;
};

export type SeedApplication = {
  readonly employer: EmployerKey;
  readonly jobTitle: string;
  readonly roleFamily: RoleFamily;
  readonly source: "agency" | "own";
  /** How many working days ago it was logged. */
  readonly loggedWorkingDay: number;
  /** Its rounds, first to last. */
  readonly interviews: readonly SeedInterview[];
};

export type SeedMock = {
  readonly kind: MockKind;
  readonly when: SeedWhen;
  readonly bookedBy: "candidate" | "counselor";
  readonly bookedWorkingDay: number;
  readonly focus: string | null;
  /** The interview that a prep session is for: place of application and round, from 0. */
  readonly forInterview?: { readonly application: number; readonly round: number };
};

export type SeedCandidate = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly counselor: StaffKey;
  /** The state of the loop that this person shows. */
  readonly shows: string;
  readonly invitedWorkingDay: number;
  readonly applications: readonly SeedApplication[];
  readonly mocks: readonly SeedMock[];
};

const bank = [...commonQuestions, ...Object.values(familyQuestions).flat()];

/** A question of the bank as it was asked; throws for an id that the bank does not have. */
export function fromBank(bankId: string, rating: Rating, knewIt?: "knew it"): AskedQuestion {
  const question = bank.find(({ id }) => id === bankId);
  if (!question) throw new Error(`The bank has no question ${bankId}`);
  return { text: question.text, bankId, rating, ...(knewIt ? { knewIt: true } : {}) };
}

/** A question in the candidate's own words. */
export function typed(text: string, rating: Rating, knewIt?: "knew it"): AskedQuestion {
  return { text, rating, ...(knewIt ? { knewIt: true } : {}) };
}

/** What a post-mortem has when nobody at the agency has done anything about it yet. */
export const notReviewed = { counselorOpinion: null, reviewed: null, notes: [], internalNotes: [] } as const;
