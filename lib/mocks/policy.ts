import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import type { CandidateFacts } from "#lib/accounts/policy.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** What the policy reads of a session. */
export type MockFacts = {
  candidateId: string;
  counselorId: string;
  candidate: { counselorId: string | null };
};

/** The sessions this viewer may see, move and cancel: one's own; those of one's candidates, whoever holds them; all for admins. */
export function mocksVisibleTo(viewer: Viewer): Prisma.MockWhereInput {
  if (viewer.role === "admin") return {};
  if (viewer.role === "counselor")
    return { OR: [{ counselorId: viewer.personId }, { candidate: { counselorId: viewer.personId } }] };
  return { candidateId: viewer.personId };
}

/** The same rule for one session in hand. */
export function canSeeMock(viewer: Viewer, mock: MockFacts): boolean {
  if (viewer.role === "admin") return true;
  if (viewer.role === "counselor")
    return mock.counselorId === viewer.personId || mock.candidate.counselorId === viewer.personId;
  return mock.candidateId === viewer.personId;
}

/** Candidates book for themselves, staff for whom they see; always with the candidate's assigned counselor. */
export function canBookWith(viewer: Viewer, candidate: CandidateFacts, counselorId: string): boolean {
  return candidate.counselorId === counselorId && (isStaff(viewer) || viewer.personId === candidate.id);
}

/** "Who can see this" of a session, from the same rule. Names as the viewer reads them. */
export function whoCanSee(
  viewer: Viewer,
  mock: MockFacts & {
    counselor: { name: string };
    candidate: { name: string; counselor: { name: string } | null };
  },
): string {
  const named = (id: string, name: string) => (id === viewer.personId ? "you" : name);
  const people = [named(mock.candidateId, mock.candidate.name), named(mock.counselorId, mock.counselor.name)];
  const { counselorId, counselor } = mock.candidate;
  if (counselor && counselorId !== null && counselorId !== mock.counselorId)
    people.push(named(counselorId, counselor.name));
  const list = [...people.filter((name) => name === "you"), ...people.filter((name) => name !== "you")].join(
    ", ",
  );
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} and the agency's admins can see this.`;
}

/** Informational interviews: the candidate's own; staff those of the candidates whom they see. */
export function informationalVisibleTo(viewer: Viewer): Prisma.InformationalInterviewWhereInput {
  return { candidate: candidatesVisibleTo(viewer) };
}

/** The sessions of job fairs at which this candidate logs informational interviews: published, with a seat of theirs. */
export function fairsOf(viewer: Viewer): Prisma.WorkshopSessionWhereInput {
  return {
    cancelledAt: null,
    workshop: { kind: "job_fair", publishedAt: { not: null }, cancelledAt: null },
    seats: { some: { personId: viewer.personId, givenBackAt: null } },
  };
}
