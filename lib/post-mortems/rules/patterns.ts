import type { CauseCode, OpinionSide } from "#lib/infra/prisma/enums.ts";
import type { Opinion } from "./opinions.ts";

/** One entry of a post-mortem's opinions, as it is kept. */
export type GivenOpinion = Opinion & {
  readonly side: OpinionSide;
  /** A later entry, after both had chosen. */
  readonly afterTalking: boolean;
  /** Chosen by both on a call. */
  readonly together: boolean;
  readonly chosenAt: Temporal.Instant;
};

export type Settled = {
  /** What is settled for this interview, each cause once; never UNSURE or OUTSIDE. */
  readonly settled: readonly CauseCode[];
  /** How: only the first is an agreement. Null where nothing is settled. */
  readonly by: "agreement" | "after_talking" | "together" | null;
  /** What only one side named, where they differ; null where nothing is open. */
  readonly open: {
    readonly candidate: readonly CauseCode[];
    readonly counselor: readonly CauseCode[];
  } | null;
};

const nothing: Settled = { settled: [], by: null, open: null };

/** Neither of them says what got in the way, so neither counts (product.md, "Patterns"). */
export function isCounted(cause: CauseCode): boolean {
  return cause !== "UNSURE" && cause !== "OUTSIDE";
}

/** Primary and contributing alike. */
export function named({ primary, contributing }: Opinion): readonly CauseCode[] {
  return [...new Set([primary, ...contributing])];
}

/**
 * What all opinions on one post-mortem settle (product.md, "Patterns"): the latest entry that was made after talking, or
 * together, settles what it says; without one, what both sides named. What only one named stays open. Without a second
 * opinion nothing is settled and nothing is open.
 */
export function settledCauses(opinions: readonly GivenOpinion[]): Settled {
  const last = opinions
    .filter(({ afterTalking, together }) => afterTalking || together)
    .toSorted((a, b) => Temporal.Instant.compare(a.chosenAt, b.chosenAt))
    .at(-1);
  if (last) {
    const settled = named(last).filter((cause) => isCounted(cause));
    if (settled.length === 0) return nothing;
    return { settled, by: last.afterTalking ? "after_talking" : "together", open: null };
  }
  const candidate = opinions.find(({ side }) => side === "candidate");
  const counselor = opinions.find(({ side }) => side === "counselor");
  if (!candidate || !counselor) return nothing;
  return compared(named(candidate), named(counselor));
}

function compared(candidate: readonly CauseCode[], counselor: readonly CauseCode[]): Settled {
  const settled = candidate.filter((cause) => isCounted(cause) && counselor.includes(cause));
  const open = {
    candidate: candidate.filter((cause) => !counselor.includes(cause)),
    counselor: counselor.filter((cause) => !candidate.includes(cause)),
  };
  return {
    settled,
    by: settled.length > 0 ? "agreement" : null,
    open: open.candidate.length > 0 || open.counselor.length > 0 ? open : null,
  };
}

/** One interview as patterns see it. */
export type ReadInterview = {
  /** Of its post-mortem: what a pattern points to. */
  readonly id: string;
  readonly settled: readonly CauseCode[];
  /** Counts, with every cause absent. */
  readonly isGoodNews: boolean;
};

/** How much the counted interviews say about one cause; the words are `patternWords`. */
export type Strength = "once" | "maybe" | "pattern" | "now_and_then";

export type Pattern = {
  readonly cause: CauseCode;
  /** In how many of the counted interviews, from 1 to `of`. */
  readonly count: number;
  /** Counted interviews: those with a settled cause, and good news. */
  readonly of: number;
  /** `seen` was never active. */
  readonly state: "active" | "resolved" | "seen";
  readonly strength: Strength;
  /** The interviews that say so, in order of time. */
  readonly seenIn: readonly string[];
};

/** Whether an interview counts at all (product.md, "Patterns"). */
export function countsForPatterns({ settled, isGoodNews }: Omit<ReadInterview, "id">): boolean {
  return isGoodNews || settled.length > 0;
}

/**
 * What these interviews, in order of time, say about each cause that any of them settled (product.md, "Patterns"). Active
 * first, then those seen in most interviews; of two alike the one that was seen first.
 */
export function patternsOf(interviews: readonly ReadInterview[]): readonly Pattern[] {
  const counted = interviews
    .filter((interview) => countsForPatterns(interview))
    .map(({ id, settled, isGoodNews }) => ({ id, causes: isGoodNews ? [] : settled }));
  const causes = [...new Set(counted.flatMap((interview) => interview.causes))];
  const patterns = causes.map((cause): Pattern => {
    const presence = counted.map((interview) => interview.causes.includes(cause));
    const seenIn = counted.filter((_, index) => presence[index]).map(({ id }) => id);
    const count = seenIn.length;
    const about = { cause, count, of: counted.length, seenIn };
    return { ...about, state: stateAfter(presence), strength: strengthOf(presence) };
  });
  const rank = ({ state }: Pattern) => ["active", "seen", "resolved"].indexOf(state);
  return patterns.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
}

const times = (presence: readonly boolean[], last: number) => presence.slice(-last).filter(Boolean).length;

/** Active once it is in two of the last three, until it is absent from three in a row. Replayed from the beginning. */
function stateAfter(presence: readonly boolean[]): Pattern["state"] {
  let state: Pattern["state"] = "seen";
  for (const end of presence.keys()) {
    const sofar = presence.slice(0, end + 1);
    if (times(sofar, 3) >= 2) state = "active";
    // Once active it has been there, so three absences have three interviews.
    else if (state === "active" && times(sofar, 3) === 0) state = "resolved";
  }
  return state;
}

function strengthOf(presence: readonly boolean[]): Strength {
  if (times(presence, presence.length) === 1) return "once";
  if (times(presence, 5) >= 3) return "pattern";
  return times(presence, 3) >= 2 ? "maybe" : "now_and_then";
}

/** The fewest cases of which a percentage is said. */
const fewestForShare = 5;

/** `k` of `n` in whole percent; null below five cases. */
export function shareOf(k: number, n: number): number | null {
  return n < fewestForShare ? null : Math.round((k / n) * 100);
}
