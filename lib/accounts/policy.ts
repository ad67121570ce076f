import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** What the policy reads of a candidate. */
export type CandidateFacts = { id: string; counselorId: string | null };

/**
 * The candidates whose applications and interviews this viewer may see: oneself; the assigned counselor; admins
 * (product.md, "Who may see it"). A post-mortem has a scope of its own.
 */
export function candidatesVisibleTo(viewer: Viewer): Prisma.PersonWhereInput {
  if (viewer.role === "admin") return { role: "candidate" };
  if (viewer.role === "counselor") return { role: "candidate", counselorId: viewer.personId };
  return { role: "candidate", id: viewer.personId };
}

/** The same rule for one candidate in hand. */
export function canSeeCandidate(viewer: Viewer, candidate: CandidateFacts): boolean {
  if (viewer.role === "admin") return true;
  if (viewer.role === "counselor") return candidate.counselorId === viewer.personId;
  return candidate.id === viewer.personId;
}

/** Who counsels: active counselors and admins. Guests and candidates do not. */
export const activeStaff = {
  role: { in: ["counselor", "admin"] },
  deactivatedAt: null,
} satisfies Prisma.PersonWhereInput;

/** Active candidates whom nobody looks after: no counselor, or one who was deactivated. */
export function withoutCounselor(): Prisma.PersonWhereInput {
  return {
    role: "candidate",
    deactivatedAt: null,
    OR: [{ counselorId: null }, { counselor: { is: { deactivatedAt: { not: null } } } }],
  };
}

/** Active candidates who have been here and did nothing since a moment: no event of theirs is younger. */
export function silentSince(moment: Date): Prisma.PersonWhereInput {
  return {
    role: "candidate",
    deactivatedAt: null,
    welcomedAt: { lte: moment },
    events: { none: { at: { gt: moment } } },
  };
}
