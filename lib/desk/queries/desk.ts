import { stamp } from "#lib/core/format.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { inDeskOrder, isOverdue, usefulUntil } from "#lib/desk/rules.ts";
import { deskActs } from "#lib/desk/words.ts";
import { listAnswers } from "./answers.ts";
import { listInterviews } from "./interviews.ts";
import { listReviews } from "./reviews.ts";
import { listed } from "./row.ts";
import { listSessionsAndRequests } from "./sessions.ts";

/**
 * Who needs this colleague now, in the order of the desk. Four statements, whatever the data; the 100 most urgent.
 *
 * On a desk, an admin's too, stand the viewer's own candidates and sessions (product.md, "The desk": *who needs me now*).
 * A guest's request for help stands on every desk.
 * What a candidate shared with the agency comes onto every other desk once its own counselor has let the 48 hours pass.
 */
export async function listDesk(viewer: Viewer, now: Temporal.Instant) {
  if (!isStaff(viewer)) return { rows: [], isCut: false };
  const kinds = await Promise.all([
    listSessionsAndRequests(viewer, now),
    listReviews(viewer, now),
    listAnswers(viewer, now),
    listInterviews(viewer, now),
  ]);
  const all = inDeskOrder(kinds.flat(), viewer.timeZone);
  const rows = all.slice(0, listed).map(({ id, waiting, ...row }) => ({
    ...row,
    key: `${waiting.kind} ${id}`,
    kind: waiting.kind,
    act: deskActs[waiting.kind],
    until: stamp(usefulUntil(waiting, viewer.timeZone), viewer.timeZone, now),
    isOverdue: isOverdue(waiting, viewer.timeZone, now),
  }));
  return { rows, isCut: all.length > listed || kinds.some((kind) => kind.length > listed) };
}

export type DeskRow = Awaited<ReturnType<typeof listDesk>>["rows"][number];
