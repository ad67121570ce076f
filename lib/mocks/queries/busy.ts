import { stamp } from "#lib/core/format.ts";
import { dateIn } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, dateOfDay, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { busyPageWords, busyWords } from "#lib/mocks/words/busy.ts";

/** The viewer's own calendars, the newest first: never their addresses. One statement. */
export async function listBusyCalendars(viewer: Viewer, now: Instant) {
  const ahead = {
    OR: [{ endsAt: { gt: dateOf(now) } }, { endsBeforeOn: { gt: dateOfDay(dateIn(now, viewer.timeZone)) } }],
  };
  const rows = await pagesDb().busyCalendar.findMany({
    where: { counselorId: viewer.personId, removedAt: null },
    orderBy: [{ addedAt: "desc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      readAt: true,
      problem: true,
      sealedAddress: true,
      _count: { select: { times: { where: ahead } } },
    },
  });
  return rows.map(({ id, name, readAt, problem, sealedAddress, _count }) => {
    const read = instantOrNull(readAt);
    return {
      id,
      name,
      /** Read again by itself, and when somebody asks for it. */
      isByAddress: sealedAddress !== null,
      entries: busyPageWords.entries(_count.times),
      read: read && stamp(read, viewer.timeZone, now),
      problem: problem === null ? null : sentenceOf(problem),
    };
  });
}

export type BusyCalendarShown = Awaited<ReturnType<typeof listBusyCalendars>>[number];

/** The sentence of a code that the sweep wrote. */
function sentenceOf(problem: string): string {
  const words: Readonly<Record<string, string>> = busyWords;
  return words[problem] ?? busyWords.unreachable;
}
