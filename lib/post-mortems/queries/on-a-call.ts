import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { decideCall } from "#lib/post-mortems/rules/on-a-call.ts";

/** Interviews that a page offers to fill in, the latest. */
const offered = 2;

/**
 * The interview, if this member of staff can fill in its post-mortem on a call; empty where it is not theirs to see or was
 * begun by somebody else. One statement.
 */
export async function listCalls(viewer: Viewer, interviewId: string, now: Temporal.Instant) {
  if (!isStaff(viewer)) return [];
  const own = { enteredById: viewer.personId, handedOverAt: null, finishedAt: null };
  const rows = await pagesDb().interview.findMany({
    where: {
      AND: [
        { id: interviewId },
        interviewsVisibleTo(viewer),
        { startsAt: { lte: dateOf(now) }, OR: [{ postMortem: { is: null } }, { postMortem: { is: own } }] },
      ],
    },
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      application: { select: { jobTitle: true, employer: { select: { name: true } } } },
      postMortem: { select: { finishedAt: true, enteredById: true, handedOverAt: true } },
    },
  });
  return callsAmong(rows, viewer, now);
}

type CallRow = {
  readonly id: string;
  readonly startsAt: Date;
  readonly application: { readonly jobTitle: string; readonly employer: { readonly name: string } };
  readonly postMortem: {
    readonly finishedAt: Date | null;
    readonly enteredById: string | null;
    readonly handedOverAt: Date | null;
  } | null;
};

/** Of interviews in hand, the latest first, those that this member of staff can fill in on a call, at most two. */
export function callsAmong(rows: readonly CallRow[], viewer: Viewer, now: Temporal.Instant) {
  const calls = rows.flatMap(({ id, startsAt, application, postMortem }) => {
    const known = postMortem && {
      isFinished: postMortem.finishedAt !== null,
      enteredById: postMortem.enteredById,
      handedOverAt: instantOrNull(postMortem.handedOverAt),
    };
    const decision = decideCall({ startsAt: instantOf(startsAt), postMortem: known }, viewer.personId, now);
    return decision.ok
      ? [
          {
            interview: id,
            about: `${application.employer.name}, ${application.jobTitle}`,
            does: decision.value,
          },
        ]
      : [];
  });
  return calls.slice(0, offered);
}

export type Call = Awaited<ReturnType<typeof listCalls>>[number];
