import { getTaxonomy, findTaxonomyNumber } from "#lib/causes/queries.ts";
import { causeName } from "#lib/causes/rules/taxonomy.ts";
import {
  formatDateTime,
  formatInFull,
  formatRange,
  formatRangeInZone,
  stamp,
  zoneLabel,
} from "#lib/core/format.ts";
import { isSameZone } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { placeLink } from "#lib/mocks/rules/place.ts";
import { getPatterns } from "#lib/post-mortems/queries/patterns.ts";
import { sessionsVisibleTo, whoSees } from "#lib/workshops/policy.ts";
import { helpsBecause } from "#lib/workshops/rules/helps.ts";
import { materialsOf } from "#lib/workshops/rules/materials.ts";
import { standingOf } from "#lib/workshops/rules/standing.ts";
import { workshopKinds } from "#lib/workshops/words/seats.ts";
import { findOverlaps } from "./overlaps.ts";
import { listQueues, ownSelect, readSession } from "./standing.ts";

/** Sessions of one list; further ahead nobody looks. */
const most = 200;

/**
 * The sessions to come that a candidate may see: those in which they have a seat, an offer or a place in the queue; those
 * that help with one of their active causes, with why; all others. Each the next first, at most 200. Four statements.
 */
export async function listWorkshops(viewer: Viewer, now: Instant) {
  const [rows, patterns] = await Promise.all([
    pagesDb().workshopSession.findMany({
      where: {
        AND: [
          { endsAt: { gt: dateOf(now) } },
          // What has started or is cancelled is for those with a seat; held elsewhere, one can still come.
          {
            OR: [
              {
                cancelledAt: null,
                workshop: { cancelledAt: null },
                OR: [{ startsAt: { gt: dateOf(now) } }, { capacity: null }],
              },
              { seats: { some: { personId: viewer.personId, givenBackAt: null } } },
            ],
          },
          sessionsVisibleTo(viewer),
        ],
      },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: most,
      relationLoadStrategy: "join",
      select: ownSelect(viewer.personId),
    }),
    listActiveCauses(viewer, now),
  ]);
  const read = rows.map((row) => readSession(row));
  const before = await listQueues(read);
  const sessions = read.map((session) => {
    const { startsAt, workshop } = session;
    const { state, text } = standingOf(
      session,
      { ...session.own, before: before(session) },
      viewer.timeZone,
      now,
    );
    return {
      id: session.id,
      title: workshop.title,
      kind: workshopKinds[workshop.kind],
      when: stamp(startsAt, viewer.timeZone, now),
      atVenue: venueTime(session, viewer.timeZone),
      area: session.area,
      state,
      text,
      helps: helpsBecause(workshop.causes, patterns),
      link: state === "elsewhere" ? workshop.elsewhereLink : null,
      isOwn: session.own.hasSeat || session.own.isWaiting,
    };
  });
  const others = sessions.filter(({ isOwn }) => !isOwn);
  return {
    yours: sessions.filter(({ isOwn }) => isOwn),
    forYou: others.filter(({ helps }) => helps !== null),
    others: others.filter(({ helps }) => helps === null),
  };
}

export type ListedWorkshop = Awaited<ReturnType<typeof listWorkshops>>["yours"][number];

/** The viewer's active causes as they may see them, the strongest first, in the names of the interviews behind them. */
async function listActiveCauses(viewer: Viewer, now: Instant) {
  const { patterns } = await getPatterns(viewer, viewer.personId, now);
  return patterns.filter(({ state }) => state === "active");
}

/** "Thursday 10 December, 15:00, New York, GMT-5" where the venue's clocks differ from the reader's; else null. */
function venueTime(session: { startsAt: Instant; timeZone: string }, zone: string): string | null {
  const { startsAt, timeZone } = session;
  if (isSameZone(zone, timeZone)) return null;
  return `${formatDateTime(startsAt, timeZone)}, ${zoneLabel(startsAt, timeZone)}`;
}

/** One session as a candidate may see it, place and materials only with a seat; null for one that is not theirs to see. */
export async function getSession(viewer: Viewer, id: string, now: Instant) {
  const row = await pagesDb().workshopSession.findFirst({
    where: { AND: [{ id }, sessionsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: ownSelect(viewer.personId),
  });
  if (!row) return null;
  const session = readSession(row);
  const { own, workshop, startsAt, endsAt } = session;
  const [before, taxonomy, patterns, overlaps, open] = await Promise.all([
    listQueues([session]),
    latestTaxonomy(),
    listActiveCauses(viewer, now),
    findOverlaps(viewer, session),
    own.hasSeat ? findPrivate(id) : null,
  ]);
  const zone = viewer.timeZone;
  const standing = standingOf(session, { ...own, before: before(session) }, zone, now);
  return {
    id,
    title: workshop.title,
    kind: workshopKinds[workshop.kind],
    about: workshop.about,
    helps: workshop.causes.map((cause) => causeName(taxonomy, cause)),
    because: helpsBecause(workshop.causes, patterns),
    when: { ...stamp(startsAt, zone, now), range: formatRange(startsAt, endsAt, zone) },
    zone: zoneLabel(startsAt, zone),
    atVenue: isSameZone(zone, session.timeZone)
      ? null
      : formatRangeInZone(startsAt, endsAt, session.timeZone),
    area: session.area,
    facilitator: session.facilitator,
    elsewhereLink: standing.state === "elsewhere" ? workshop.elsewhereLink : null,
    ...standing,
    waiting: session.waiting,
    isWaiting: own.isWaiting,
    offer: own.offer && {
      id: own.offer.id,
      until: formatInFull(own.offer.expiresAt, zone),
      isLast: own.offer.isLast,
    },
    private: open,
    /** At a fair whoever has a seat writes down whom they talked to. */
    hasTalks: own.hasSeat && workshop.kind === "job_fair",
    overlaps,
    whoSees: whoSees(viewer),
  };
}

export type ShownSession = NonNullable<Awaited<ReturnType<typeof getSession>>>;

/** What only those with a seat read. */
async function findPrivate(id: string) {
  const { place, workshop } = await pagesDb().workshopSession.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: "join",
    select: { place: true, workshop: { select: { materials: true } } },
  });
  return {
    place: { text: place, link: placeLink(place) },
    materials: materialsOf(workshop.materials),
  };
}

async function latestTaxonomy() {
  return getTaxonomy(await findTaxonomyNumber(pagesDb()));
}

/** An offer to this viewer, open or over, and its session; null for anybody else's. */
export async function getOffer(viewer: Viewer, id: string, now: Instant) {
  const offer = await pagesDb().seatOffer.findFirst({
    where: { id, personId: viewer.personId, session: sessionsVisibleTo(viewer) },
    select: { id: true, sessionId: true, expiresAt: true, endedAs: true },
  });
  const session = offer && (await getSession(viewer, offer.sessionId, now));
  if (!offer || !session) return null;
  const isOpen = session.state === "offer" && session.offer?.id === offer.id;
  const isLate = Temporal.Instant.compare(now, instantOf(offer.expiresAt)) >= 0;
  return { id, session, isOpen: isOpen && !isLate, endedAs: offer.endedAs ?? (isLate ? "expired" : null) };
}
