import { stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { reviewsDueFrom } from "#lib/post-mortems/policy.ts";
import { readPostMortem } from "./read.ts";

/** A finished post-mortem as its review page shows it, by the rules of `readPostMortem`; null for the candidate too. */
export async function getPostMortemForReview(viewer: Viewer, id: string, now: Temporal.Instant) {
  const read = await readPostMortem(viewer, id, now);
  return read?.side === "counselor" ? read : null;
}

/** The post-mortems whose review is due from this viewer, longest waiting first; at most `limit` (1 to 200). */
export async function listReviewsDue(viewer: Viewer, limit: number, now: Temporal.Instant) {
  const rows = await pagesDb().postMortem.findMany({
    where: reviewsDueFrom(viewer),
    orderBy: [{ finishedAt: "asc" }, { id: "asc" }],
    take: limit,
    relationLoadStrategy: "join",
    select: {
      id: true,
      finishedAt: true,
      mood: true,
      candidate: { select: { id: true, name: true } },
      interview: {
        select: { outcome: true, application: { select: { jobTitle: true, employer: { select: { name: true } } } } },
      },
    },
  });
  return rows.flatMap(({ finishedAt, interview, ...row }) =>
    finishedAt
      ? [
          {
            ...row,
            finishedAt: stamp(instantOf(finishedAt), viewer.timeZone, now),
            outcome: interview.outcome,
            jobTitle: interview.application.jobTitle,
            employer: interview.application.employer.name,
          },
        ]
      : [],
  );
}

/** The viewer's own drafts, newest first, at most ten: what Home offers to go on with or to send as it is. */
export async function listDrafts(viewer: Viewer, now: Temporal.Instant) {
  const rows = await pagesDb().postMortem.findMany({
    where: { candidateId: viewer.personId, finishedAt: null },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    take: 10,
    relationLoadStrategy: "join",
    select: {
      id: true,
      interviewId: true,
      startedAt: true,
      interview: {
        select: { application: { select: { jobTitle: true, employer: { select: { name: true } } } } },
      },
    },
  });
  return rows.map(({ id, interviewId, startedAt, interview }) => ({
    id,
    interviewId,
    startedAt: stamp(instantOf(startedAt), viewer.timeZone, now),
    jobTitle: interview.application.jobTitle,
    employer: interview.application.employer.name,
  }));
}
