import { isStaff } from "#lib/core/viewer.ts";
import type { FeedEvent } from "#lib/infra/calendar.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { environment } from "#lib/infra/env.ts";
import { sha256 } from "#lib/infra/hash.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { calendarLocation, calendarSequence, calendarUid } from "#lib/workshops/rules/calendar.ts";
import { feedCap, feedDays } from "#lib/calendar/rules.ts";
import { feedEntryWords } from "#lib/calendar/words.ts";

type Reader = { id: string; role: Role };
type Window = { from: Date; until: Date };

/** Whose feed a token opens; null for one that nobody has, was revoked, or whose person was deactivated. One statement for all. */
export async function findFeedReader(token: string): Promise<Reader | null> {
  const feed = await pagesDb().calendarFeed.findFirst({
    where: { tokenHash: sha256(token), person: { deactivatedAt: null } },
    relationLoadStrategy: "join",
    select: { person: { select: { id: true, role: true } } },
  });
  return feed?.person ?? null;
}

/**
 * What stands in the reader's calendar from 30 days ago on: live sessions, workshop sessions with a live seat, and a
 * candidate's own coming interviews; with the UIDs of the invitations (`host` is their right side). Four statements.
 */
export async function getFeedEvents(
  reader: Reader,
  { host, now }: { host: string; now: Temporal.Instant },
): Promise<{ name: string; events: FeedEvent[] }> {
  const window = {
    from: dateOf(now.subtract({ hours: feedDays.back * 24 })),
    until: dateOf(now.add({ hours: feedDays.ahead * 24 })),
  };
  const [agency, sessions, workshops, interviews] = await Promise.all([
    getAgency(),
    listSessions(reader, window, host),
    listWorkshops(reader, window, host),
    isStaff(reader) ? [] : listInterviews(reader, window, host),
  ]);
  return { name: feedEntryWords.name(agency.name), events: [...sessions, ...workshops, ...interviews] };
}

const link = (path: string) => `${environment().ORIGIN}${path}`;

async function listSessions(reader: Reader, { from, until }: Window, host: string): Promise<FeedEvent[]> {
  const who = { select: { id: true, name: true } };
  const rows = await pagesDb().mock.findMany({
    where: {
      OR: [{ candidateId: reader.id }, { counselorId: reader.id }],
      cancelledAt: null,
      endsAt: { gte: from },
      startsAt: { lte: until },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: feedCap,
    relationLoadStrategy: "join",
    select: {
      id: true,
      kind: true,
      startsAt: true,
      endsAt: true,
      bookedAt: true,
      place: true,
      version: true,
      candidate: who,
      counselor: who,
    },
  });
  return rows.map((mock) => {
    const isCandidate = mock.candidate.id === reader.id;
    const url = link(`${isCandidate ? "/practice/mocks" : "/calendar/mocks"}/${mock.id}`);
    return {
      uid: `${mock.id}@${host}`,
      sequence: mock.version,
      start: instantOf(mock.startsAt),
      end: instantOf(mock.endsAt),
      stamp: instantOf(mock.bookedAt),
      summary: feedEntryWords.session(
        kindWords[mock.kind],
        (isCandidate ? mock.counselor : mock.candidate).name,
      ),
      description: feedEntryWords.sessionHint(url),
      location: mock.place,
      url,
    };
  });
}

async function listWorkshops(reader: Reader, { from, until }: Window, host: string): Promise<FeedEvent[]> {
  const rows = await pagesDb().workshopSession.findMany({
    where: {
      cancelledAt: null,
      workshop: { cancelledAt: null },
      seats: { some: { personId: reader.id, givenBackAt: null } },
      endsAt: { gte: from },
      startsAt: { lte: until },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: feedCap,
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      area: true,
      place: true,
      version: true,
      workshop: { select: { id: true, title: true } },
      seats: {
        where: { personId: reader.id },
        orderBy: { takenAt: "asc" },
        select: { takenAt: true, givenBackAt: true },
      },
    },
  });
  return rows.flatMap((session) => {
    const last = session.seats.at(-1);
    if (!last) return [];
    const url = link(
      isStaff(reader) ? `/workshops/${session.workshop.id}` : `/practice/workshops/${session.id}`,
    );
    return [
      {
        uid: calendarUid(session.id, reader.id, host),
        sequence: calendarSequence(session, session.seats),
        start: instantOf(session.startsAt),
        end: instantOf(session.endsAt),
        stamp: instantOf(last.takenAt),
        summary: session.workshop.title,
        description: feedEntryWords.workshopHint(url),
        location: calendarLocation(session, true),
        url,
      },
    ];
  });
}

async function listInterviews(reader: Reader, { from, until }: Window, host: string): Promise<FeedEvent[]> {
  const rows = await pagesDb().interview.findMany({
    where: {
      candidateId: reader.id,
      outcome: { not: "withdrawn" },
      endsAt: { gte: from },
      startsAt: { lte: until },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: feedCap,
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      version: true,
      application: { select: { jobTitle: true, employer: { select: { name: true } } } },
    },
  });
  return rows.map((interview) => {
    const { jobTitle, employer } = interview.application;
    const url = link(`/interviews/${interview.id}`);
    return {
      uid: `${interview.id}@${host}`,
      sequence: interview.version,
      start: instantOf(interview.startsAt),
      end: instantOf(interview.endsAt),
      stamp: instantOf(interview.createdAt),
      summary: feedEntryWords.interview(employer.name),
      description: feedEntryWords.interviewHint(jobTitle, url),
      location: "",
      url,
    };
  });
}
