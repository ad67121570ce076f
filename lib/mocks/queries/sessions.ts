import { formatDateTime, formatInFull, formatRange, stamp, whenLabel, zoneLabel } from "#lib/core/format.ts";
import { compare, isAfter } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { mocksVisibleTo, whoCanSee } from "#lib/mocks/policy.ts";
import { freeUntil, isLate, isOpen } from "#lib/mocks/rules/changes.ts";
import { placeLink } from "#lib/mocks/rules/place.ts";
import { kindWords, reasonWords } from "#lib/mocks/words.ts";
import { getAgency } from "#lib/settings/queries.ts";
import type { Policies } from "#lib/settings/rules.ts";

const listedSession = {
  id: true,
  kind: true,
  startsAt: true,
  endsAt: true,
  cancelledAt: true,
  counselor: { select: { name: true } },
  interview: { select: { application: { select: { employer: { select: { name: true } } } } } },
} as const satisfies Prisma.MockSelect;

/** The viewer's own sessions as a candidate: those to come, next first, and the last fifty that are over or cancelled. Two statements. */
export async function listOwnSessions(viewer: Viewer, now: Instant) {
  const own = { candidateId: viewer.personId };
  const isOver = { OR: [{ cancelledAt: { not: null } }, { endsAt: { lte: dateOf(now) } }] };
  const [coming, past] = await Promise.all([
    pagesDb().mock.findMany({
      where: { AND: [own, { NOT: isOver }] },
      orderBy: { startsAt: "asc" },
      take: 50,
      relationLoadStrategy: "join",
      select: listedSession,
    }),
    pagesDb().mock.findMany({
      where: { AND: [own, isOver] },
      orderBy: { startsAt: "desc" },
      take: 50,
      relationLoadStrategy: "join",
      select: listedSession,
    }),
  ]);
  const shown = (row: (typeof coming)[number]) => ({
    id: row.id,
    title: titleOf(row.kind, row.interview?.application.employer.name ?? null),
    counselor: row.counselor.name,
    when: stamp(instantOf(row.startsAt), viewer.timeZone, now),
    isCancelled: row.cancelledAt !== null,
  });
  return { coming: coming.map(shown), past: past.map(shown) };
}

const sessionSelect = {
  ...listedSession,
  candidateId: true,
  counselorId: true,
  place: true,
  focus: true,
  bookedAt: true,
  cancelReason: true,
  cancelledLate: true,
  attendance: true,
  attendanceAt: true,
  attendanceBy: { select: { id: true, name: true } },
  version: true,
  candidate: {
    select: { name: true, email: true, counselorId: true, counselor: { select: { name: true } } },
  },
  counselor: { select: { name: true, email: true } },
  bookedBy: { select: { id: true, name: true } },
  cancelledBy: { select: { id: true, name: true } },
} as const satisfies Prisma.MockSelect;

/** One session with everything that its page shows; null for one that the viewer does not see. */
export async function getMock(viewer: Viewer, id: string, now: Instant) {
  const mock = await pagesDb().mock.findFirst({
    where: { AND: [{ id }, mocksVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: sessionSelect,
  });
  if (!mock) return null;
  const { policies } = await getAgency();
  const zone = viewer.timeZone;
  const startsAt = instantOf(mock.startsAt);
  const cancelledAt = instantOrNull(mock.cancelledAt);
  const nameOf = (person: { id: string; name: string }) =>
    person.id === viewer.personId ? "you" : person.name;
  const employer = mock.interview?.application.employer.name ?? null;
  return {
    id: mock.id,
    version: mock.version,
    title: titleOf(mock.kind, employer),
    when: stamp(startsAt, zone, now),
    range: formatRange(startsAt, instantOf(mock.endsAt), zone),
    zone: zoneLabel(startsAt, zone),
    place: { text: mock.place, link: placeLink(mock.place) },
    focus: mock.focus,
    candidate: { id: mock.candidateId, name: mock.candidate.name, email: mock.candidate.email },
    counselor: { name: mock.counselor.name, email: mock.counselor.email },
    booked: { by: nameOf(mock.bookedBy), when: stamp(instantOf(mock.bookedAt), zone, now) },
    cancelled:
      cancelledAt && mock.cancelledBy && mock.cancelReason
        ? {
            by: nameOf(mock.cancelledBy),
            when: stamp(cancelledAt, zone, now),
            reason: reasonWords[mock.cancelReason],
            late: mock.cancelledLate,
          }
        : null,
    attendance: attendanceOf(viewer, mock, now),
    isOpen: isOpen({ startsAt, cancelledAt }, now),
    ...freeWindow(startsAt, policies, zone, now),
    whoCanSee: whoCanSee(viewer, mock),
  };
}

type Shown = Prisma.MockGetPayload<{ select: typeof sessionSelect }>;

/** For staff, from the start on: who came, as far as somebody wrote it down; null where there is nothing to write yet. */
function attendanceOf(viewer: Viewer, mock: Shown, now: Instant) {
  const { attendance, attendanceAt, attendanceBy: by } = mock;
  if (!isStaff(viewer) || mock.cancelledAt !== null || isAfter(instantOf(mock.startsAt), now)) return null;
  if (!attendance || !attendanceAt || !by) return { set: null };
  return {
    set: {
      what: attendance,
      by: by.id === viewer.personId ? "you" : by.name,
      when: whenLabel(instantOf(attendanceAt), viewer.timeZone, now),
    },
  };
}

/** Until when, by the agency's policy, a candidate changes a session freely. */
function freeWindow(startsAt: Instant, policies: Policies, zone: string, now: Instant) {
  const until = freeUntil(startsAt, policies);
  return {
    isLate: isLate(startsAt, policies, now),
    freeHours: policies.freeHours,
    freeUntil: { label: formatDateTime(until, zone), full: formatInFull(until, zone) },
  };
}

/** The candidates that a counselor can book for, by name, with their next session if there is one; 100 at most. */
export async function listBookable(viewer: Viewer, now: Instant) {
  const people = await pagesDb().person.findMany({
    where: { role: "candidate", counselorId: viewer.personId, deactivatedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      mocks: { where: { cancelledAt: null, endsAt: { gt: dateOf(now) } }, select: { startsAt: true } },
    },
  });
  return people.map(({ id, name, mocks }) => {
    const [next] = mocks
      .map((mock) => instantOf(mock.startsAt))
      .filter((startsAt) => isAfter(startsAt, now))
      .toSorted(compare);
    return { id, name, next: next ? stamp(next, viewer.timeZone, now) : null };
  });
}

/** "Mock interview", "Prep session for Harbour Freight". */
function titleOf(kind: keyof typeof kindWords, employer: string | null): string {
  const words = kindWords[kind];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${kind === "prep" && employer ? ` for ${employer}` : ""}`;
}
