import { canSeeCandidate, candidatesVisibleTo } from "#lib/accounts/policy.ts";
import type { CandidateFacts } from "#lib/accounts/policy.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { canSeePostMortem, postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import type { PostMortemFacts } from "#lib/post-mortems/policy.ts";
import { internalAudience } from "#lib/reviews/words.ts";

/** The coaching notes, with their answers, that this viewer may read: whoever may read the post-mortem they are about. */
export function notesVisibleTo(viewer: Viewer): Prisma.CoachingNoteWhereInput {
  if (!isStaff(viewer)) return { candidateId: viewer.personId };
  return { postMortem: postMortemsVisibleTo(viewer) };
}

/** The same rule for one note in hand, by its post-mortem. */
export function canSeeNote(viewer: Viewer, postMortem: PostMortemFacts): boolean {
  return canSeePostMortem(viewer, postMortem);
}

/** What the policy reads of an internal note. */
export type InternalNoteFacts = { candidate: CandidateFacts; postMortem: PostMortemFacts | null };

/**
 * The internal notes that this viewer may read: no candidate any, ever (I9); staff those about a post-mortem that they may
 * read, and those about a candidate of theirs.
 */
export function internalNotesVisibleTo(viewer: Viewer): Prisma.InternalNoteWhereInput {
  if (!isStaff(viewer)) return { id: { in: [] } };
  return {
    OR: [
      { postMortem: { is: postMortemsVisibleTo(viewer) } },
      { postMortemId: null, candidate: candidatesVisibleTo(viewer) },
    ],
  };
}

/** The same rule for one internal note in hand. */
export function canSeeInternalNote(viewer: Viewer, { candidate, postMortem }: InternalNoteFacts): boolean {
  if (!isStaff(viewer)) return false;
  return postMortem ? canSeePostMortem(viewer, postMortem) : canSeeCandidate(viewer, candidate);
}

/** Who can see internal notes about a post-mortem or a candidate, in one line. `candidate` is a first name. */
export function whoCanSeeInternal(about: keyof typeof internalAudience, candidate: string): string {
  return internalAudience[about](candidate);
}
