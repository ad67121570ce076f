import { whenLabel } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { deskHours } from "#lib/desk/rules.ts";
import { deskReasons } from "#lib/desk/words.ts";
import { listed } from "./row.ts";
import type { Row } from "./row.ts";

/** The sessions that the viewer holds within a day, and those that are on. */
export async function listSessions(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const rows = await pagesDb().mock.findMany({
    where: {
      counselorId: viewer.personId,
      cancelledAt: null,
      endsAt: { gt: dateOf(now) },
      startsAt: { lte: dateOf(now.add({ hours: deskHours.session })) },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: { id: true, kind: true, startsAt: true, bookedAt: true, candidate: { select: { name: true } } },
  });
  return rows.map((row) => {
    const startsAt = instantOf(row.startsAt);
    const what = kindWords[row.kind];
    return {
      id: row.id,
      waiting: { kind: "session", startsAt, bookedAt: instantOf(row.bookedAt) },
      href: `/calendar/mocks/${row.id}`,
      candidate: row.candidate.name,
      reason: deskReasons.session(
        what.charAt(0).toUpperCase() + what.slice(1),
        whenLabel(startsAt, viewer.timeZone, now),
      ),
    };
  });
}
