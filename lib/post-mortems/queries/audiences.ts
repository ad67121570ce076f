import { formatDay } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";

/** The candidate's own finished post-mortems with who may see each, the newest first, at most 200. One statement. */
export async function listShared(viewer: Viewer) {
  if (viewer.role !== "candidate") return [];
  const rows = await pagesDb().postMortem.findMany({
    where: { AND: [postMortemsVisibleTo(viewer), { finishedAt: { not: null } }] },
    orderBy: [{ finishedAt: "desc" }, { id: "asc" }],
    take: 200,
    relationLoadStrategy: "join",
    select: {
      id: true,
      sharing: true,
      candidate: { select: { counselor: { select: { name: true } } } },
      interview: {
        select: {
          id: true,
          startsAt: true,
          timeZone: true,
          application: { select: { employer: { select: { name: true } } } },
        },
      },
    },
  });
  return rows.map(({ id, sharing, candidate, interview }) => ({
    id,
    sharing,
    counselor: candidate.counselor?.name ?? null,
    interview: interview.id,
    employer: interview.application.employer.name,
    day: formatDay(instantOf(interview.startsAt), interview.timeZone),
  }));
}
