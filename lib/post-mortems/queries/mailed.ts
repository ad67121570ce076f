import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { callsVisibleTo, lowMomentsVisibleTo, postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";

/** What mails to a colleague tell of a post-mortem: whose, and about which interview. No word of it. */
const mailedSelect = {
  id: true,
  reviewedAt: true,
  calledAt: true,
  candidate: { select: { name: true } },
  interview: {
    select: {
      startsAt: true,
      application: { select: { jobTitle: true, employer: { select: { name: true } } } },
    },
  },
} satisfies Prisma.PostMortemSelect;

/** A finished one that this colleague may read; null for anybody else, and for candidates. */
export function findFinished(reader: Viewer, id: string) {
  return findMailed(reader, { AND: [{ id, finishedAt: { not: null } }, postMortemsVisibleTo(reader)] });
}

/** One of which this colleague may read the first half, while there is no more of it; null as above. */
export function findFirstHalf(reader: Viewer, id: string) {
  return findMailed(reader, { AND: [{ id, finishedAt: null }, lowMomentsVisibleTo(reader)] });
}

/** One after which its candidate wishes for a call of this colleague, the assigned one; null as above. */
export function findWishForCall(reader: Viewer, id: string) {
  const own = { id, candidate: { counselorId: reader.personId } };
  return findMailed(reader, { AND: [own, callsVisibleTo(reader)] });
}

async function findMailed(reader: Viewer, where: Prisma.PostMortemWhereInput) {
  if (!isStaff(reader)) return null;
  const found = await pagesDb().postMortem.findFirst({
    where,
    relationLoadStrategy: "join",
    select: mailedSelect,
  });
  if (!found) return null;
  const { startsAt, application } = found.interview;
  return {
    id: found.id,
    candidate: found.candidate.name,
    employer: application.employer.name,
    jobTitle: application.jobTitle,
    interviewAt: instantOf(startsAt),
    reviewedAt: instantOrNull(found.reviewedAt),
    calledAt: instantOrNull(found.calledAt),
  };
}
