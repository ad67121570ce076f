import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { decideCall } from "#lib/post-mortems/rules/on-a-call.ts";

/** Interviews that a candidate's page offers to fill in, the latest. */
const offered = 2;

/**
 * The interviews about which this member of staff can fill in a post-mortem on a call: one interview, or the latest two of
 * one candidate; empty where it is not theirs to see or was begun by somebody else. One statement.
 */
export async function listCalls(
  viewer: Viewer,
  about: { readonly interview: string } | { readonly candidate: string },
  now: Temporal.Instant,
) {
  if (!isStaff(viewer)) return [];
  const own = { enteredById: viewer.personId, handedOverAt: null, finishedAt: null };
  const rows = await pagesDb().interview.findMany({
    where: {
      AND: [
        "interview" in about ? { id: about.interview } : { candidateId: about.candidate },
        interviewsVisibleTo(viewer),
        { startsAt: { lte: dateOf(now) }, OR: [{ postMortem: { is: null } }, { postMortem: { is: own } }] },
      ],
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: offered,
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      application: { select: { employer: { select: { name: true } } } },
      postMortem: { select: { finishedAt: true, enteredById: true, handedOverAt: true } },
    },
  });
  return rows.flatMap(({ id, startsAt, application, postMortem }) => {
    const known = postMortem && {
      isFinished: postMortem.finishedAt !== null,
      enteredById: postMortem.enteredById,
      handedOverAt: instantOrNull(postMortem.handedOverAt),
    };
    const decision = decideCall({ startsAt: instantOf(startsAt), postMortem: known }, viewer.personId, now);
    return decision.ok ? [{ interview: id, employer: application.employer.name, does: decision.value }] : [];
  });
}

export type Call = Awaited<ReturnType<typeof listCalls>>[number];
