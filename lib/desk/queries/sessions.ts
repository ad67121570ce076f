import { whenLabel } from "#lib/core/format.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { MockKind } from "#lib/infra/prisma/enums.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { helpRequestsDueFrom } from "#lib/people/policy/help.ts";
import { topicStaffWords } from "#lib/people/words/help.ts";
import { deskHours } from "#lib/desk/rules.ts";
import { deskReasons } from "#lib/desk/words.ts";
import { listed } from "./row.ts";
import type { Row } from "./row.ts";

/**
 * What stands there by people rather than by interviews: the sessions that the viewer holds within a day, those that
 * are on, and those that are over without an attendance; and every guest's request for help that nobody has accepted or
 * answered. One statement for both, since a desk has six: the viewer's own row with their sessions, and the rows of the guests.
 */
export async function listSessionsAndRequests(viewer: Viewer, now: Instant): Promise<Row[]> {
  const due = helpRequestsDueFrom(viewer);
  const people = await pagesDb().person.findMany({
    where: { OR: [{ id: viewer.personId }, { role: "guest", helpRequests: { some: due } }] },
    orderBy: [{ invitedAt: "asc" }, { id: "asc" }],
    take: listed + 2,
    relationLoadStrategy: "join",
    select: {
      name: true,
      counseledMocks: {
        where: {
          counselorId: viewer.personId,
          cancelledAt: null,
          endsAt: { gt: dateOf(now.subtract({ hours: deskHours.attendanceEnds })) },
          startsAt: { lte: dateOf(now.add({ hours: deskHours.session })) },
          // What is over waits for its attendance.
          OR: [{ endsAt: { gt: dateOf(now) } }, { attendance: null }],
        },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        take: listed + 1,
        select: {
          id: true,
          kind: true,
          startsAt: true,
          endsAt: true,
          bookedAt: true,
          candidate: { select: { name: true } },
        },
      },
      helpRequests: { where: due, select: { id: true, topic: true, confirmedAt: true } },
    },
  });
  return people.flatMap(({ name, counseledMocks, helpRequests }) => [
    ...counseledMocks.map((row) => sessionRow(row, viewer, now)),
    ...helpRequests.flatMap(({ id, topic, confirmedAt }): Row[] => {
      if (!confirmedAt) return [];
      const at = instantOf(confirmedAt);
      const when = whenLabel(at, viewer.timeZone, now);
      return [
        {
          id,
          waiting: { kind: "help_request", confirmedAt: at },
          href: `/desk/help/${id}`,
          candidate: name,
          reason: deskReasons.help_request(topicStaffWords[topic], when),
        },
      ];
    }),
  ]);
}

type Session = {
  id: string;
  kind: MockKind;
  startsAt: Date;
  endsAt: Date;
  bookedAt: Date;
  candidate: { name: string };
};

function sessionRow({ id, kind, bookedAt, candidate, ...row }: Session, viewer: Viewer, now: Instant): Row {
  const [startsAt, endedAt] = [instantOf(row.startsAt), instantOf(row.endsAt)];
  const isOver = !isAfter(endedAt, now);
  const what = kindWords[kind];
  const reason = deskReasons[isOver ? "attendance" : "session"];
  return {
    id,
    waiting: isOver
      ? { kind: "attendance", endedAt }
      : { kind: "session", startsAt, bookedAt: instantOf(bookedAt) },
    href: `/calendar/mocks/${id}`,
    candidate: candidate.name,
    reason: reason(what.charAt(0).toUpperCase() + what.slice(1), whenLabel(startsAt, viewer.timeZone, now)),
  };
}
