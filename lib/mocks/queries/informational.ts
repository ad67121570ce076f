import { stamp } from "#lib/core/format.ts";
import { isBefore } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { fairsOf, informationalVisibleTo } from "#lib/mocks/policy.ts";

/** More than anybody logs at a fair. */
const most = 100;
/** The short list on a candidate's page. */
const shortList = 5;

const select = {
  id: true,
  whom: true,
  learned: true,
  askNext: true,
  loggedAt: true,
  version: true,
} satisfies Prisma.InformationalInterviewSelect;

/** A fair where the viewer has a seat, with what they logged there, newest first; null for any other. Two statements. */
export async function getFair(viewer: Viewer, sessionId: string, now: Temporal.Instant) {
  const fair = await pagesDb().workshopSession.findFirst({
    where: { AND: [{ id: sessionId }, fairsOf(viewer)] },
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      workshop: { select: { title: true } },
      informational: {
        where: informationalVisibleTo(viewer),
        orderBy: [{ loggedAt: "desc" }, { id: "asc" }],
        take: most,
        select,
      },
    },
  });
  if (!fair) return null;
  const startsAt = instantOf(fair.startsAt);
  return {
    id: fair.id,
    title: fair.workshop.title,
    starts: stamp(startsAt, viewer.timeZone, now),
    hasStarted: !isBefore(now, startsAt),
    logged: fair.informational.map((row) => shownInformational(viewer, row, now)),
  };
}

/** The newest of a candidate's, for the page that staff have of them: a part of its one statement. */
export function newestInformational(viewer: Viewer) {
  return {
    where: informationalVisibleTo(viewer),
    orderBy: [{ loggedAt: "desc" as const }, { id: "asc" as const }],
    take: shortList,
    select,
  };
}

/** One as its page shows it. */
export function shownInformational(
  viewer: Viewer,
  { loggedAt, ...row }: Prisma.InformationalInterviewGetPayload<{ select: typeof select }>,
  now: Temporal.Instant,
) {
  return { ...row, at: stamp(instantOf(loggedAt), viewer.timeZone, now) };
}

export type ShownInformational = ReturnType<typeof shownInformational>;
