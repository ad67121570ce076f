import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { formatTime, stamp, zoneLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { flagFacts } from "#lib/mail/queries/flags.ts";
import { isAddressFlagged } from "#lib/mail/rules.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { shownInformational } from "#lib/mocks/queries/informational.ts";
import { arrivalOf } from "#lib/people/rules.ts";
import { callsAmong } from "#lib/post-mortems/queries/on-a-call.ts";
import { getPatterns } from "#lib/post-mortems/queries/patterns.ts";
import { getPromises } from "#lib/post-mortems/queries/promises.ts";
import { whoCanSeeInternal } from "#lib/reviews/policy.ts";
import { pageOf } from "#lib/candidates/rules.ts";
import { entriesOf } from "./entries.ts";
import { employerSelect, pageSize, personSelect } from "./row.ts";

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
  const [person, coming, patterns, promises] = await Promise.all([
    pagesDb().person.findFirst({
      where: { AND: [{ id }, candidatesVisibleTo(viewer)] },
      relationLoadStrategy: "join",
      select: personSelect(viewer, before),
    }),
    findNext(viewer, id, now),
    getPatterns(viewer, id, now),
    getPromises(viewer, id),
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
    /** Where mails to them come back: what the viewer can do about it. */
    flag: isAddressFlagged(flagFacts(person)) ? nextOf(viewer) : null,
    arrival: arrivalOf(person),
    counselor: person.counselor && person.counselor.id !== viewer.personId ? person.counselor.name : null,
    localTime: `${formatTime(now, person.timeZone)} in ${zoneLabel(now, person.timeZone)}`,
    next: coming && { at: shown(instantOf(coming.startsAt)), employer: coming.application.employer.name },
    /** What gets in the way again and again, from what the viewer may see of both sides' choices. */
    patterns,
    promises,
    /** The newest informational interviews that they logged. */
    informational: person.informational.map((one) => shownInformational(viewer, one, now)),
    /** What can be filled in on a call. */
    calls: before === null ? callsAmong(person.interviews, viewer, now) : [],
    timeline: page.map(({ at, ...entry }) => ({ ...entry, at: shown(at) })),
    older: next,
    internal: { notes: [], whoCanSee: whoCanSeeInternal("ofCandidate", name) },
  };
}

export type CandidatePage = NonNullable<Awaited<ReturnType<typeof getCandidate>>>;

function nextOf(viewer: Viewer): "mend" | "ask" {
  return viewer.role === "admin" ? "mend" : "ask";
}

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
