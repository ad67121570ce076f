import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { seenByWords } from "./words.ts";

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
export function postMortemsVisibleTo(viewer: Viewer): Prisma.PostMortemWhereInput {
  if (!isStaff(viewer)) return { candidateId: viewer.personId };
  return {
    finishedAt: { not: null },
    OR: [{ sharing: "my_counselor", candidate: { counselorId: viewer.personId } }, { sharing: "agency" }],
  };
}

/**
 * The very low moments that staff see at once, the rest written or not (product.md, very low): "enough for today" was said,
 * and shared with the assigned counselor or the agency.
 */
export function lowMomentsVisibleTo(viewer: Viewer): Prisma.PostMortemWhereInput {
  if (!isStaff(viewer)) return { id: { in: [] } };
  return {
    enoughAt: { not: null },
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

/**
 * The post-mortems whose review is due from this viewer: visible, of their own candidates, not reviewed, and no good
 * news (`isReviewDue` for many at once).
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
        // The candidate's own word in the form, not the outcome as it stands: staff may set that, and set it back.
        answers: { some: { field: "outcome", value: { in: [...goodNews] } } },
        interview: { outcome: { in: [...goodNews] } },
        opinions: { none: {} },
      },
    ],
  };
}
