import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { formatTime, stamp, zoneLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { mocksVisibleTo } from "#lib/mocks/policy.ts";
import { arrivalOf } from "#lib/people/rules.ts";
import { postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";
import { internalNotesVisibleTo, notesVisibleTo, whoCanSeeInternal } from "#lib/reviews/policy.ts";
import { pageOf } from "#lib/candidates/rules.ts";
import { entriesOf } from "./entries.ts";

/** Entries of one page of the timeline. */
const pageSize = 40;
/** Revealed post-mortems whose causes stand at the side. */
const revealedShown = 3;

const employer = { application: { select: { jobTitle: true, employer: { select: { name: true } } } } } as const;

function personSelect(viewer: Viewer, before: number | null) {
  const lt = before === null ? {} : { lt: dateOf(Temporal.Instant.fromEpochMilliseconds(before)) };
  const newest = { take: pageSize + 1 } as const;
  return {
    id: true,
    name: true,
    email: true,
    timeZone: true,
    welcomedAt: true,
    deactivatedAt: true,
    counselor: { select: { id: true, name: true } },
    interviews: {
      where: { AND: [interviewsVisibleTo(viewer), { startsAt: lt }] },
      orderBy: { startsAt: "desc" },
      ...newest,
      select: { id: true, startsAt: true, endsAt: true, outcome: true, ...employer, postMortem: { select: { id: true, startedAt: true, finishedAt: true, sharing: true } } },
    },
    postMortems: {
      where: { AND: [postMortemsVisibleTo(viewer), { finishedAt: lt }] },
      orderBy: { finishedAt: "desc" },
      ...newest,
      select: { id: true, finishedAt: true, reviewedAt: true, mood: true, interview: { select: { outcome: true, ...employer } } },
    },
    receivedNotes: {
      where: { AND: [notesVisibleTo(viewer), { sharedAt: lt }] },
      orderBy: { sharedAt: "desc" },
      ...newest,
      select: {
        id: true,
        postMortemId: true,
        body: true,
        sharedAt: true,
        author: { select: { name: true } },
        replies: { where: { writtenAt: lt }, orderBy: { writtenAt: "desc" }, take: pageSize, select: { id: true, body: true, writtenAt: true } },
      },
    },
    internallyNoted: {
      where: { AND: [internalNotesVisibleTo(viewer), { writtenAt: lt }] },
      orderBy: { writtenAt: "desc" },
      ...newest,
      select: { id: true, body: true, writtenAt: true, author: { select: { name: true } } },
    },
    mocks: {
      where: { AND: [mocksVisibleTo(viewer), { startsAt: lt }] },
      orderBy: { startsAt: "desc" },
      ...newest,
      select: { id: true, kind: true, startsAt: true, cancelledAt: true, counselor: { select: { name: true } } },
    },
  } satisfies Prisma.PersonSelect;
}

export type CandidateRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof personSelect> }>;

/**
 * One candidate of the viewer's: facts, and a page of everything that happened, newest first, as far as the viewer may see
 * it; null for anybody else's. `before` is the moment of the last entry seen. Three statements.
 */
export async function getCandidate(viewer: Viewer, id: string, { before, now }: { before: number | null; now: Temporal.Instant }) {
  if (!isStaff(viewer)) return null;
  const [person, coming, views] = await Promise.all([
    pagesDb().person.findFirst({
      where: { AND: [{ id }, candidatesVisibleTo(viewer)] },
      relationLoadStrategy: "join",
      select: personSelect(viewer, before),
    }),
    findNext(viewer, id, now),
    listRevealed(viewer, id),
  ]);
  if (!person) return null;
  const { page, next } = pageOf(entriesOf(viewer, person, before), pageSize);
  const shown = (at: Temporal.Instant) => stamp(at, viewer.timeZone, now);
  const name = firstName(person.name);
  return {
    id: person.id,
    name: person.name,
    firstName: name,
    email: person.email,
    arrival: arrivalOf(person),
    counselor: person.counselor && person.counselor.id !== viewer.personId ? person.counselor.name : null,
    localTime: `${formatTime(now, person.timeZone)} in ${zoneLabel(now, person.timeZone)}`,
    next: coming && { at: shown(instantOf(coming.startsAt)), employer: coming.application.employer.name },
    views,
    timeline: page.map(({ at, ...entry }) => ({ ...entry, at: shown(at) })),
    older: next,
    internal: { notes: [], whoCanSee: whoCanSeeInternal("ofCandidate", name) },
  };
}

export type CandidatePage = NonNullable<Awaited<ReturnType<typeof getCandidate>>>;

function findNext(viewer: Viewer, candidateId: string, now: Temporal.Instant) {
  return pagesDb().interview.findFirst({
    where: { AND: [{ candidateId, startsAt: { gt: dateOf(now) }, outcome: "waiting" }, interviewsVisibleTo(viewer)] },
    orderBy: { startsAt: "asc" },
    relationLoadStrategy: "join",
    select: { startsAt: true, ...employer },
  });
}

/** What both sides said about the latest post-mortems, only where both have; nothing else of them is selected (I22). */
async function listRevealed(viewer: Viewer, candidateId: string) {
  const rows = await pagesDb().postMortem.findMany({
    where: { AND: [{ candidateId }, postMortemsVisibleTo(viewer), revealed()] },
    orderBy: { finishedAt: "desc" },
    take: revealedShown,
    relationLoadStrategy: "join",
    select: {
      id: true,
      interview: { select: employer },
      promiseMade: { select: { ifText: true, thenText: true, closedAt: true } },
      opinions: { orderBy: { afterTalking: "asc" }, select: { side: true, primary: true } },
    },
  });
  const last = (opinions: (typeof rows)[number]["opinions"], side: "candidate" | "counselor") =>
    opinions.findLast((opinion) => opinion.side === side)?.primary ?? null;
  return rows.map(({ id, interview, promiseMade, opinions }) => ({
    id,
    employer: interview.application.employer.name,
    candidate: last(opinions, "candidate"),
    counselor: last(opinions, "counselor"),
    promise: promiseMade && promiseMade.closedAt === null ? { if: promiseMade.ifText, then: promiseMade.thenText } : null,
  }));
}
