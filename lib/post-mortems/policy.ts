import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { seenByWords } from "./words/form.ts";
import { enoughSeenByWords } from "./words/rest.ts";

/** What the policy reads of a post-mortem. */
export type PostMortemFacts = {
  readonly candidateId: string;
  /** The counselor assigned to the candidate. */
  readonly counselorId: string | null;
  readonly isFinished: boolean;
  readonly sharing: Sharing;
};

/**
 * The post-mortems that this viewer may read: the owner every one; staff what is finished and shared, with the assigned
 * counselor or with the agency (product.md, "Who may see it"). That one was started is no secret and no part of this.
 */
export function postMortemsVisibleTo(viewer: Pick<Viewer, "personId" | "role">): Prisma.PostMortemWhereInput {
  if (!isStaff(viewer)) return { candidateId: viewer.personId };
  return {
    finishedAt: { not: null },
    OR: [{ sharing: "my_counselor", candidate: { counselorId: viewer.personId } }, { sharing: "agency" }],
  };
}

/** The same rule for one post-mortem in hand. */
export function canSeePostMortem(viewer: Viewer, facts: PostMortemFacts): boolean {
  if (!isStaff(viewer)) return facts.candidateId === viewer.personId;
  if (!facts.isFinished) return false;
  return (
    facts.sharing === "agency" || (facts.sharing === "my_counselor" && facts.counselorId === viewer.personId)
  );
}

/** What the policy reads of a draft. */
export type DraftFacts = Omit<PostMortemFacts, "sharing"> & {
  readonly enteredById: string | null;
  readonly isHandedOver: boolean;
};

/**
 * The post-mortems into which this viewer may write, and whose answers they read while writing: the candidate every one
 * of their own; staff the one that they are entering on a call for a candidate they see, until it is handed over.
 */
export function draftsOpenTo(viewer: Viewer): Prisma.PostMortemWhereInput {
  if (!isStaff(viewer)) return { candidateId: viewer.personId };
  const entering = { finishedAt: null, handedOverAt: null, enteredById: viewer.personId };
  return viewer.role === "admin" ? entering : { ...entering, candidate: { counselorId: viewer.personId } };
}

/** The same rule for one in hand. */
export function canOpenDraft(viewer: Viewer, facts: DraftFacts): boolean {
  if (!isStaff(viewer)) return facts.candidateId === viewer.personId;
  if (facts.isFinished || facts.isHandedOver || facts.enteredById !== viewer.personId) return false;
  return viewer.role === "admin" || facts.counselorId === viewer.personId;
}

/** The same rule in one line, said to this viewer, who may see it. Names are first names. */
export function whoCanSee(
  viewer: Viewer,
  facts: Pick<PostMortemFacts, "isFinished" | "sharing">,
  names: { readonly candidate: string; readonly counselor: string | null },
): string {
  if (isStaff(viewer))
    return facts.sharing === "agency"
      ? seenByWords.staffAgency(names.candidate)
      : seenByWords.staffAssigned(names.candidate);
  if (!facts.isFinished) return seenByWords.draft;
  return facts.sharing === "my_counselor"
    ? seenByWords.my_counselor(names.counselor)
    : seenByWords[facts.sharing];
}

/** What the policy reads of the first half of a very low one. */
export type LowMomentFacts = Omit<PostMortemFacts, "isFinished"> & { readonly isEnough: boolean };

/**
 * The first halves of very low ones that this viewer may read at once, with mood, outcome and the line that was kept and
 * nothing else of the draft: the owner every one; staff those shared with the assigned counselor or with the agency.
 */
export function lowMomentsVisibleTo(viewer: Viewer): Prisma.PostMortemWhereInput {
  if (!isStaff(viewer)) return { candidateId: viewer.personId, enoughAt: { not: null } };
  return {
    enoughAt: { not: null },
    OR: [{ sharing: "my_counselor", candidate: { counselorId: viewer.personId } }, { sharing: "agency" }],
  };
}

/** The same rule for one in hand: what would be readable if it were finished. */
export function canSeeLowMoment(viewer: Viewer, { isEnough, ...facts }: LowMomentFacts): boolean {
  return isEnough && canSeePostMortem(viewer, { ...facts, isFinished: true });
}

/**
 * The wishes for a call that this viewer hears of, and nothing else of what was written: the owner's own; the assigned
 * counselor every one, also where the rest is for the candidate alone, since the tap says so; others where they may read
 * the first half.
 */
export function callsVisibleTo(viewer: Viewer): Prisma.PostMortemWhereInput {
  if (!isStaff(viewer)) return { candidateId: viewer.personId, callAskedAt: { not: null } };
  return {
    callAskedAt: { not: null },
    OR: [{ candidate: { counselorId: viewer.personId } }, { enoughAt: { not: null }, sharing: "agency" }],
  };
}

/** The same rule for one in hand. */
export function canHearOfCall(
  viewer: Viewer,
  facts: LowMomentFacts & { readonly isAsked: boolean },
): boolean {
  if (!facts.isAsked) return false;
  if (!isStaff(viewer)) return facts.candidateId === viewer.personId;
  return facts.counselorId === viewer.personId || (facts.isEnough && facts.sharing === "agency");
}

/**
 * The post-mortems about which this viewer may note that they called: where they hear of a wish for a call; and those of
 * their own candidates who feel very low and let them read so, since three in a row are a call that nobody asked for.
 * No candidate notes any.
 */
export function callsToNote(viewer: Viewer): Prisma.PostMortemWhereInput {
  if (!isStaff(viewer)) return { OR: [] };
  const veryLow: Prisma.PostMortemWhereInput = {
    mood: "very_low",
    candidate: { counselorId: viewer.personId },
    OR: [postMortemsVisibleTo(viewer), lowMomentsVisibleTo(viewer)],
  };
  return { OR: [callsVisibleTo(viewer), veryLow] };
}

/** The same rule for one in hand. */
export function canNoteCall(
  viewer: Viewer,
  facts: PostMortemFacts & Parameters<typeof canHearOfCall>[1] & { readonly isVeryLow: boolean },
): boolean {
  if (!isStaff(viewer)) return false;
  if (canHearOfCall(viewer, facts)) return true;
  const isOwn = facts.counselorId === viewer.personId;
  return facts.isVeryLow && isOwn && (canSeePostMortem(viewer, facts) || canSeeLowMoment(viewer, facts));
}

/** Who can see the first half of a very low one, said to its owner or to a colleague who may. Names are first names. */
export function whoCanSeeLowMoment(
  viewer: Viewer,
  sharing: Sharing,
  names: { readonly candidate: string; readonly counselor: string | null },
): string {
  if (isStaff(viewer)) return whoCanSee(viewer, { isFinished: true, sharing }, names);
  if (sharing === "only_me") return seenByWords.only_me;
  return sharing === "agency" ? enoughSeenByWords.agency : enoughSeenByWords.my_counselor(names.counselor);
}

/**
 * The post-mortems whose review is due from this viewer: visible, of their own candidates, not reviewed, and no good
 * news.
 */
export function reviewsDueFrom(viewer: Viewer): Prisma.PostMortemWhereInput {
  return {
    AND: [
      postMortemsVisibleTo(viewer),
      {
        finishedAt: { not: null },
        reviewedAt: null,
        sharing: { not: "only_me" },
        candidate: { counselorId: viewer.personId },
        interview: { outcome: { notIn: [...goodNews] } },
      },
    ],
  };
}

/**
 * The post-mortems whose choices of causes, and what is computed from them (the promise), both sides may read: both have
 * chosen, or nobody is asked, after good news (product.md, "Two opinions, blind"; I22).
 */
export function revealed(): Prisma.PostMortemWhereInput {
  return {
    OR: [
      { AND: [{ opinions: { some: { side: "candidate" } } }, { opinions: { some: { side: "counselor" } } }] },
      {
        // The word of the form, whoever wrote in it, and never another: an outcome that was mistapped and corrected, or
        // entered on a call and changed, opens nothing, and neither does the outcome as it stands, which staff may set.
        answers: {
          some: { field: "outcome", value: { in: [...goodNews] } },
          none: { field: "outcome", value: { notIn: [...goodNews, ""] } },
        },
        interview: { outcome: { in: [...goodNews] } },
        opinions: { none: {} },
      },
    ],
  };
}
