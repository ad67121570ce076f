import { getTaxonomy } from "#lib/causes/queries.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { planActionsVisibleTo } from "#lib/plan/policy.ts";
import { inOrderOfDue } from "#lib/plan/rules/due.ts";
import { actionSelect, calendarOf, nextInterview, shownAction } from "./shown.ts";

/** Minutes for which what was just done still stands there, with the way back. */
const undoMinutes = 10;
/** More than anybody has open. */
const most = 30;

/**
 * What a candidate has to do, across all post-mortems, the soonest first; and what was done or set aside in the last ten
 * minutes, which can be undone. Own actions only, none of a colleague's. One statement.
 */
export async function listOpenActions(viewer: Viewer, now: Temporal.Instant) {
  const recently = dateOf(now.subtract({ minutes: undoMinutes }));
  const rows = await pagesDb().planAction.findMany({
    where: {
      AND: [
        { candidateId: viewer.personId, ownerId: viewer.personId },
        { OR: [{ endedAt: null }, { endedAs: { in: ["done", "not_doing"] }, endedAt: { gte: recently } }] },
        planActionsVisibleTo(viewer),
      ],
    },
    orderBy: [{ madeAt: "desc" }, { position: "asc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      ...actionSelect,
      candidate: {
        select: { timeZone: true, interviews: nextInterview(now, interviewsVisibleTo(viewer)) },
      },
      postMortem: {
        select: {
          interviewId: true,
          taxonomyNumber: true,
          interview: { select: { application: { select: { employer: { select: { name: true } } } } } },
        },
      },
    },
  });
  const shown = await Promise.all(
    rows.map(async ({ candidate, postMortem, ...row }) => ({
      ...shownAction(row, calendarOf(candidate, now), await getTaxonomy(postMortem.taxonomyNumber)),
      interviewId: postMortem.interviewId,
      employer: postMortem.interview.application.employer.name,
    })),
  );
  return {
    open: inOrderOfDue(shown.filter(({ endedAs }) => endedAs === null)),
    justEnded: shown.filter(({ endedAs }) => endedAs !== null),
  };
}

export type OpenActions = Awaited<ReturnType<typeof listOpenActions>>;
