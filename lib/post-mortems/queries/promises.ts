import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { pagesDb } from "#lib/infra/db.ts";
import { postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";
import { countKept } from "#lib/post-mortems/rules/kept-promises.ts";
import { askedInSelect, canSeeAsked, openAmong } from "./open-promise.ts";

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
      askedIn: { select: askedInSelect },
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
