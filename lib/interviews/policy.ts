import { canSeeCandidate } from "#lib/accounts/policy.ts";
import type { CandidateFacts } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** The interviews that this viewer may see and correct: one's own; those of one's assigned candidates; all, for admins. */
export function interviewsVisibleTo(viewer: Viewer) {
  return ofCandidatesVisibleTo(viewer) satisfies Prisma.InterviewWhereInput;
}

/** The same for applications. */
export function applicationsVisibleTo(viewer: Viewer) {
  return ofCandidatesVisibleTo(viewer) satisfies Prisma.ApplicationWhereInput;
}

/** The same rule for one interview in hand, by its candidate. */
export function canSeeInterview(viewer: Viewer, interview: { candidate: CandidateFacts }): boolean {
  return canSeeCandidate(viewer, interview.candidate);
}

/** Who can see an interview and its application, in one line. `counselor` is the assigned one's name. */
export function interviewAudience(
  viewer: Viewer,
  names: { candidate: string; counselor: string | null },
): string {
  const admins = "the agency's admins";
  if (viewer.role === "candidate")
    return `You${names.counselor ? `, ${names.counselor}` : ""} and ${admins} can see this.`;
  const counselor = names.counselor === viewer.name ? "you" : names.counselor;
  return `${names.candidate}${counselor ? `, ${counselor}` : ""} and ${admins} can see this.`;
}

/** By the candidate's id where that says it, so that no other table is read. */
function ofCandidatesVisibleTo(viewer: Viewer) {
  if (viewer.role === "admin") return {};
  if (viewer.role === "counselor") return { candidate: { counselorId: viewer.personId } };
  return { candidateId: viewer.personId };
}
