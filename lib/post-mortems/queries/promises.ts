import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import { canSeePostMortem, postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";
import { countKept } from "#lib/post-mortems/rules/kept-promises.ts";

/** Latest promises that are looked at. */
const most = 100;

/**
 * What became of one candidate's promises, and the open one if there is one: all to their owner; to staff those of
 * revealed post-mortems that they may see, with answers given in ones that they may see. One statement.
 */
export async function getPromises(viewer: Viewer, candidateId: string) {
  const visible = postMortemsVisibleTo(viewer);
  const rows = await pagesDb().promise.findMany({
    where: {
      candidateId,
      postMortem: isStaff(viewer)
        ? { AND: [revealed(), visible] }
        : { AND: [{ finishedAt: { not: null } }, visible] },
    },
    orderBy: [{ madeAt: "desc" }, { id: "asc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      ifText: true,
      thenText: true,
      closedAt: true,
      answer: true,
      askedIn: {
        select: {
          candidateId: true,
          finishedAt: true,
          sharing: true,
          candidate: { select: { counselorId: true } },
        },
      },
    },
  });
  const answers = rows.flatMap(({ answer, askedIn }) =>
    answer && askedIn && canSeeAsked(viewer, askedIn) ? [answer] : [],
  );
  const open = openAmong(viewer, rows);
  return {
    kept: countKept(answers),
    open: open ? { if: open.ifText, then: open.thenText } : null,
  };
}

type Asked = {
  candidateId: string;
  finishedAt: Date | null;
  sharing: Sharing;
  candidate: { counselorId: string | null };
};

function canSeeAsked(viewer: Viewer, { candidate, finishedAt, ...facts }: Asked): boolean {
  const isFinished = instantOrNull(finishedAt) !== null;
  return canSeePostMortem(viewer, { ...facts, isFinished, counselorId: candidate.counselorId });
}

/**
 * The open promise among these, the latest first. To staff the latest that they see is open unless one that they may read
 * closed it: that it closed otherwise would tell of a post-mortem that is not theirs to know (I22).
 */
function openAmong<Row extends { closedAt: Date | null; askedIn: Asked | null }>(
  viewer: Viewer,
  rows: readonly Row[],
): Row | undefined {
  if (!isStaff(viewer)) return rows.find(({ closedAt }) => closedAt === null);
  const [latest] = rows;
  const isClosed = latest?.closedAt && latest.askedIn && canSeeAsked(viewer, latest.askedIn);
  return isClosed ? undefined : latest;
}
