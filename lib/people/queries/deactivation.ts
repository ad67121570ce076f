import { formatDateTime } from "#lib/core/format.ts";
import { isId } from "#lib/core/id.ts";
import { ok } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { canonical, sha256 } from "#lib/infra/hash.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { sessionsToComeFacts, takingOverFacts } from "#lib/mocks/queries/handing-over.ts";
import { planHandOver } from "#lib/mocks/rules/handing-over.ts";
import { decideTakers } from "#lib/people/rules/deactivation.ts";
import type { TakerChoice } from "#lib/people/rules/deactivation.ts";

export type Deactivation = NonNullable<Awaited<ReturnType<typeof deactivationFacts>>>;

/**
 * Everything that ending somebody's access would move, as it stands now: candidates with who takes them, sessions with where
 * they go, open actions with their new owner. `shown` is the version of all of it. Null for who is not here (any more).
 */
export async function deactivationFacts(db: Db, personId: string, choice: TakerChoice, now: Instant) {
  const person = await findLeaving(db, personId, now);
  if (!person) return null;
  const isCandidate = person.role === "candidate";
  const colleagues = isCandidate ? [] : await listColleagues(db, personId);
  const takers = isCandidate
    ? ok<ReadonlyMap<string, string>>(new Map())
    : decideTakers(
        {
          leaving: personId,
          colleagues: colleagues.map(({ id }) => id),
          candidates: person.candidates.map(({ id }) => id),
        },
        choice,
      );
  const takerOf = (candidateId: string, counselorId: string | null) =>
    (takers.ok ? takers.value.get(candidateId) : null) ?? otherThan(personId, counselorId) ?? choice.all;
  const fates = isCandidate || !takers.ok ? [] : await fatesOf(db, personId, takerOf, now);
  const actions = isCandidate ? [] : await listOwnedActions(db, personId);
  return {
    person,
    colleagues,
    takers,
    fates,
    actions: actions.map(({ id, candidateId, candidate }) => ({
      id,
      candidateId,
      to: takerOf(candidateId, candidate.counselorId),
    })),
    shown: sha256(
      canonical([
        person.version,
        person.mocks.map(({ id, version }) => [id, version]),
        person.candidates.map(({ id, version }) => [id, version, takers.ok ? takers.value.get(id) : null]),
        fates.map(({ mockId, version, to }) => [mockId, version, to?.counselorId ?? null]),
        actions.map(({ id, version }) => [id, version]),
      ]),
    ),
  };
}

/** The same for the page of an admin, in the words and zone of this viewer; null for everybody else. */
export async function getDeactivation(viewer: Viewer, personId: string, choice: TakerChoice, now: Instant) {
  if (viewer.role !== "admin" || !isId(personId)) return null;
  const facts = await deactivationFacts(pagesDb(), personId, choice, now);
  if (!facts) return null;
  const { person, colleagues, takers, fates, actions, shown } = facts;
  const nameOf = (id: string | null | undefined) => colleagues.find((one) => one.id === id)?.name ?? null;
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    isSelf: person.id === viewer.personId,
    colleagues,
    shown,
    blocked: takers.ok ? null : takers.refusal,
    candidates: person.candidates.map(({ id, name }) => ({
      id,
      name,
      to: takers.ok ? nameOf(takers.value.get(id)) : null,
    })),
    mocks: fates.map(({ mockId, candidate, startsAt, to }) => ({
      id: mockId,
      candidate,
      when: formatDateTime(startsAt, viewer.timeZone),
      to: nameOf(to?.counselorId),
    })),
    cancelled: person.mocks.map(({ id, startsAt, counselor }) => ({
      id,
      when: formatDateTime(instantOf(startsAt), viewer.timeZone),
      counselor: counselor.name,
    })),
    reviews: person.candidates.reduce((sum, { _count }) => sum + _count.postMortems, 0),
    actions: actions.length,
  };
}

async function fatesOf(
  db: Db,
  leaving: string,
  takerOf: (candidateId: string, counselorId: string | null) => string | null,
  now: Instant,
) {
  const mocks = await sessionsToComeFacts(db, leaving, now);
  const takers = new Map(
    mocks.map(({ candidateId, candidate }) => [candidateId, takerOf(candidateId, candidate.counselorId)]),
  );
  const ids = [...new Set(takers.values())].filter((id) => id !== null);
  const colleagues = ids.length === 0 ? [] : await takingOverFacts(db, ids, now);
  const fates = planHandOver(mocks, (candidate) => takers.get(candidate) ?? null, colleagues, now);
  return fates.map((fate) => {
    const mock = mocks.find(({ id }) => id === fate.mockId);
    return { ...fate, version: mock?.version ?? 0, candidate: mock?.candidate.name ?? "" };
  });
}

/** What waits for a review, counted only; and what a leaving candidate has booked. */
function findLeaving(db: Db, id: string, now: Instant) {
  const due = {
    finishedAt: { not: null },
    reviewedAt: null,
    sharing: { not: "only_me" },
    interview: { outcome: { notIn: [...goodNews] } },
  } satisfies Prisma.PostMortemWhereInput;
  return db.person.findFirst({
    where: { id, role: { not: "guest" }, deactivatedAt: null },
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      role: true,
      version: true,
      candidates: {
        where: { deactivatedAt: null },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        select: { id: true, name: true, version: true, _count: { select: { postMortems: { where: due } } } },
      },
      mocks: {
        where: { cancelledAt: null, startsAt: { gt: dateOf(now) } },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        select: { id: true, version: true, startsAt: true, counselor: { select: { id: true, name: true } } },
      },
    },
  });
}

function listColleagues(db: Db, leaving: string) {
  return db.person.findMany({
    where: { id: { not: leaving }, role: { in: ["counselor", "admin"] }, deactivatedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

function listOwnedActions(db: Db, ownerId: string) {
  return db.planAction.findMany({
    where: { ownerId, endedAt: null },
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
    select: { id: true, version: true, candidateId: true, candidate: { select: { counselorId: true } } },
  });
}

function otherThan(leaving: string, id: string | null): string | null {
  return id === leaving ? null : id;
}
