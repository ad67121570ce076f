import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { getTaxonomy } from "#lib/causes/queries.ts";
import { causeName } from "#lib/causes/rules/taxonomy.ts";
import { formatTime, stamp, zoneLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { arrivalOf } from "#lib/people/rules.ts";
import { postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";
import { listCalls } from "#lib/post-mortems/queries/on-a-call.ts";
import { whoCanSeeInternal } from "#lib/reviews/policy.ts";
import { pageOf } from "#lib/candidates/rules.ts";
import { entriesOf } from "./entries.ts";
import { employerSelect, pageSize, personSelect } from "./row.ts";

/** Revealed post-mortems whose causes stand at the side. */
const revealedShown = 3;

/**
 * One candidate of the viewer's: facts, and a page of everything that happened, newest first, as far as the viewer may see
 * it; null for anybody else's. `before` is the moment of the last entry seen. Four statements.
 */
export async function getCandidate(
  viewer: Viewer,
  id: string,
  { before, now }: { before: number | null; now: Temporal.Instant },
) {
  if (!isStaff(viewer)) return null;
  const [person, coming, views, calls] = await Promise.all([
    pagesDb().person.findFirst({
      where: { AND: [{ id }, candidatesVisibleTo(viewer)] },
      relationLoadStrategy: "join",
      select: personSelect(viewer, before),
    }),
    findNext(viewer, id, now),
    listRevealed(viewer, id),
    listCalls(viewer, { candidate: id }, now),
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
    /** What can be filled in on a call. */
    calls,
    timeline: page.map(({ at, ...entry }) => ({ ...entry, at: shown(at) })),
    older: next,
    internal: { notes: [], whoCanSee: whoCanSeeInternal("ofCandidate", name) },
  };
}

export type CandidatePage = NonNullable<Awaited<ReturnType<typeof getCandidate>>>;

function findNext(viewer: Viewer, candidateId: string, now: Temporal.Instant) {
  return pagesDb().interview.findFirst({
    where: {
      AND: [{ candidateId, startsAt: { gt: dateOf(now) }, outcome: "waiting" }, interviewsVisibleTo(viewer)],
    },
    orderBy: { startsAt: "asc" },
    relationLoadStrategy: "join",
    select: { startsAt: true, ...employerSelect },
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
      taxonomyNumber: true,
      interview: { select: employerSelect },
      promiseMade: { select: { ifText: true, thenText: true, closedAt: true } },
      opinions: { orderBy: { afterTalking: "asc" }, select: { side: true, primary: true } },
    },
  });
  const last = (opinions: (typeof rows)[number]["opinions"], side: "candidate" | "counselor") =>
    opinions.findLast((opinion) => opinion.side === side)?.primary ?? null;
  return Promise.all(
    rows.map(async ({ id, taxonomyNumber, interview, promiseMade, opinions }) => {
      const taxonomy = await getTaxonomy(taxonomyNumber);
      const named = (side: "candidate" | "counselor") => {
        const cause = last(opinions, side);
        return cause && causeName(taxonomy, cause);
      };
      return {
        id,
        employer: interview.application.employer.name,
        /** Names of causes. */
        candidate: named("candidate"),
        counselor: named("counselor"),
        promise:
          promiseMade && promiseMade.closedAt === null
            ? { if: promiseMade.ifText, then: promiseMade.thenText }
            : null,
      };
    }),
  );
}
