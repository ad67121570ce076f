import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { formatTime, stamp, zoneLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { getPostMortemForReview } from "#lib/post-mortems/queries/review.ts";
import { listInternalNotes, listNotesForStaff } from "./notes.ts";

/**
 * What a review needs beside the post-mortem itself: whose it is, when it is there now, when their next interview is, who
 * reviewed it. Times of a candidate whom the viewer does not look after are left out: only the post-mortem was shared.
 * Null for whoever may not review it. Two statements.
 */
async function getReviewFacts(viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  if (!isStaff(viewer)) return null;
  const row = await pagesDb().postMortem.findFirst({
    where: { AND: [{ id: postMortemId, finishedAt: { not: null } }, postMortemsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: {
      candidateId: true,
      reviewedBy: { select: { name: true } },
      opinions: { where: { side: "counselor" }, select: { afterTalking: true } },
    },
  });
  if (!row) return null;
  const candidate = await pagesDb().person.findFirst({
    where: { AND: [{ id: row.candidateId }, candidatesVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: {
      timeZone: true,
      interviews: {
        where: { startsAt: { gt: dateOf(now) }, outcome: "waiting" },
        orderBy: { startsAt: "asc" },
        take: 1,
        select: { startsAt: true, application: { select: { employer: { select: { name: true } } } } },
      },
    },
  });
  const [coming] = candidate?.interviews ?? [];
  return {
    candidateId: row.candidateId,
    /** Whether the candidate's own page is open to this viewer too. */
    isOwnCandidate: candidate !== null,
    localTime: candidate && `${formatTime(now, candidate.timeZone)} in ${zoneLabel(now, candidate.timeZone)}`,
    nextInterview: coming
      ? {
          at: stamp(instantOf(coming.startsAt), viewer.timeZone, now),
          employer: coming.application.employer.name,
        }
      : null,
    reviewedBy: row.reviewedBy && firstName(row.reviewedBy.name),
    /** Whether the counselor's side may still say "after talking" what it sees differently. */
    hasTalked: row.opinions.some((opinion) => opinion.afterTalking),
  };
}

export type ReviewFacts = NonNullable<Awaited<ReturnType<typeof getReviewFacts>>>;

/** Everything on a review page; null for whoever may not review this post-mortem. */
export async function getReview(viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  const [read, facts, notes] = await Promise.all([
    getPostMortemForReview(viewer, postMortemId, now),
    getReviewFacts(viewer, postMortemId, now),
    listNotesForStaff(viewer, postMortemId, now),
  ]);
  if (!read || !facts) return null;
  const internal = await listInternalNotes(viewer, { postMortemId, candidate: read.candidateName }, now);
  return { read, facts, notes, internal };
}

export type ReviewShown = NonNullable<Awaited<ReturnType<typeof getReview>>>;
