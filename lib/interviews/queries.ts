import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { formatRange, stamp, timeValue } from "#lib/core/format.ts";
import { isId } from "#lib/core/id.ts";
import { dateIn } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Outcome, Sharing } from "#lib/infra/prisma/enums.ts";
import { applicationsVisibleTo, interviewAudience, interviewsVisibleTo } from "#lib/interviews/policy.ts";
import {
  postMortemState,
  inListOrder,
  lengthOf,
  numbered,
  ofTwo,
  phaseOf,
  waitsForAnswer,
  wantsPostMortem,
} from "#lib/interviews/rules.ts";

/** Most applications that a list shows, the newest; far beyond what one search brings. */
const listed = 200;
/** Most client names that are suggested while typing. */
const suggestedClients = 200;

const postMortemFacts = {
  finishedAt: true,
  reviewedAt: true,
  sharing: true,
  candidate: { select: { id: true, counselorId: true } },
} as const;
const roundFacts = {
  id: true,
  format: true,
  startsAt: true,
  endsAt: true,
  outcome: true,
  postMortem: { select: postMortemFacts },
} as const;

type RoundRow = {
  id: string;
  format: "phone" | "video" | "on_site";
  startsAt: Date;
  endsAt: Date;
  outcome: Outcome;
  postMortem: PostMortemRow | null;
};
type PostMortemRow = {
  finishedAt: Date | null;
  reviewedAt: Date | null;
  sharing: Sharing;
  candidate: { id: string; counselorId: string | null };
};

function roundOf(row: RoundRow, viewer: Viewer) {
  const { id, format, outcome } = row;
  const postMortem = row.postMortem && shownPostMortem(row.postMortem, viewer);
  return {
    id,
    format,
    outcome,
    postMortem,
    startsAt: instantOf(row.startsAt),
    endsAt: instantOf(row.endsAt),
  };
}

/** To staff, what is not theirs to read is started and nothing more (product.md, "The post-mortem form"). */
function shownPostMortem(row: PostMortemRow, viewer: Viewer) {
  const { sharing, candidate } = row;
  const isShared =
    sharing === "agency" || (sharing === "my_counselor" && candidate.counselorId === viewer.personId);
  if (candidate.id !== viewer.personId && !isShared) return { finishedAt: null, reviewedAt: null };
  return { finishedAt: instantOrNull(row.finishedAt), reviewedAt: instantOrNull(row.reviewedAt) };
}

/** A round as lists show it: texts and codes, no times to compute with. */
function shownRound(
  round: ReturnType<typeof roundOf> & { round: number },
  viewer: Viewer,
  now: Temporal.Instant,
) {
  return {
    id: round.id,
    round: round.round,
    format: round.format,
    outcome: round.outcome,
    phase: phaseOf(round, now),
    when: stamp(round.startsAt, viewer.timeZone, now),
    postMortem: postMortemState(round.postMortem),
    wantsPostMortem: wantsPostMortem(round, now),
    waitsForAnswer: waitsForAnswer(round, now),
  };
}

/** The applications of one candidate with their rounds, the one with the next interview first. One statement; the newest 200. */
export async function listApplications(viewer: Viewer, candidateId: string, now: Temporal.Instant) {
  const rows = await pagesDb().application.findMany({
    where: { AND: [{ candidateId }, applicationsVisibleTo(viewer)] },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: listed,
    relationLoadStrategy: "join",
    select: {
      id: true,
      jobTitle: true,
      source: true,
      employer: { select: { name: true } },
      interviews: { select: roundFacts },
    },
  });
  const applications = rows.map(({ interviews, employer, ...rest }) => ({
    ...rest,
    employer: employer.name,
    rounds: interviews.map((row) => roundOf(row, viewer)),
  }));
  return inListOrder(applications, now).map((application) => ({
    ...application,
    rounds: application.rounds.map((round) => shownRound(round, viewer, now)),
  }));
}

/** One interview as its page shows it, with the other rounds; null if it is not there for this viewer. One statement. */
export async function getInterview(viewer: Viewer, id: string, now: Temporal.Instant) {
  if (!isId(id)) return null;
  const row = await pagesDb().interview.findFirst({
    where: { AND: [{ id }, interviewsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: {
      ...roundFacts,
      version: true,
      outcomeReason: true,
      outcomeAt: true,
      candidate: { select: { id: true, name: true, counselor: { select: { name: true } } } },
      loggedBy: { select: { id: true, name: true } },
      application: {
        select: {
          id: true,
          jobTitle: true,
          roleFamily: true,
          source: true,
          employer: { select: { name: true } },
          interviews: { select: roundFacts },
        },
      },
    },
  });
  if (!row) return null;
  const { application, candidate, loggedBy } = row;
  const span = roundOf(row, viewer);
  const rounds = numbered(application.interviews.map((each) => roundOf(each, viewer)));
  const outcomeAt = instantOrNull(row.outcomeAt);
  return {
    ...shownRound({ ...span, round: rounds.find((round) => round.id === id)?.round ?? 1 }, viewer, now),
    version: row.version,
    outcomeReason: row.outcomeReason,
    outcomeSince: outcomeAt && stamp(outcomeAt, viewer.timeZone, now),
    isOwn: candidate.id === viewer.personId,
    candidate: { id: candidate.id, name: candidate.name },
    back: backOf(candidate, viewer),
    loggedBy: loggedBy.id === viewer.personId ? null : loggedBy.name,
    application: { id: application.id, roleFamily: application.roleFamily, source: application.source },
    employer: application.employer.name,
    jobTitle: application.jobTitle,
    range: formatRange(span.startsAt, span.endsAt, viewer.timeZone),
    minutes: lengthOf(span),
    twice: ofTwo(span.startsAt, viewer.timeZone),
    wall: wallValues(span.startsAt, viewer.timeZone),
    rounds: rounds.map((round) => shownRound(round, viewer, now)),
    audience: interviewAudience(viewer, {
      candidate: candidate.name,
      counselor: candidate.counselor?.name ?? null,
    }),
  };
}

/** Where the page of an interview belongs: one's own list, or the candidate's page. */
function backOf(candidate: { id: string; name: string }, viewer: Viewer) {
  if (candidate.id === viewer.personId) return { href: "/interviews", label: "Interviews" };
  return { href: `/candidates/${candidate.id}`, label: candidate.name };
}

/** A moment as native date and time inputs take it. */
function wallValues(at: Temporal.Instant, zone: string): { date: string; time: string } {
  return { date: dateIn(at, zone).toString(), time: timeValue(at, zone) };
}

/**
 * What the form that logs an interview starts with: names to suggest (this candidate's own employers and the agency's
 * clients), and what the last application said. Null for a candidate who is not the viewer's to see. Three statements.
 */
export async function getLogForm(viewer: Viewer, candidateId: string, now: Temporal.Instant) {
  if (!isId(candidateId)) return null;
  const [candidate, own, clients] = await Promise.all([
    pagesDb().person.findFirst({
      where: { AND: [{ id: candidateId }, candidatesVisibleTo(viewer)] },
      select: { id: true, name: true },
    }),
    pagesDb().application.findMany({
      where: { AND: [{ candidateId }, applicationsVisibleTo(viewer)] },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: listed,
      relationLoadStrategy: "join",
      select: { jobTitle: true, roleFamily: true, source: true, employer: { select: { name: true } } },
    }),
    pagesDb().employer.findMany({
      where: { isClient: true },
      orderBy: { name: "asc" },
      take: suggestedClients,
      select: { name: true },
    }),
  ]);
  if (!candidate) return null;
  return {
    candidate,
    employers: [
      ...new Set([
        ...own.map((application) => application.employer.name),
        ...clients.map(({ name }) => name),
      ]),
    ],
    jobTitles: [...new Set(own.map((application) => application.jobTitle))],
    roleFamily: own[0]?.roleFamily ?? null,
    justNow: wallValues(now, viewer.timeZone),
  };
}

/** The application that another round belongs to; null if it is not there for this viewer. One statement. */
export async function getRoundForm(viewer: Viewer, applicationId: string, now: Temporal.Instant) {
  if (!isId(applicationId)) return null;
  const row = await pagesDb().application.findFirst({
    where: { AND: [{ id: applicationId }, applicationsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: {
      id: true,
      candidateId: true,
      jobTitle: true,
      employer: { select: { name: true } },
      _count: { select: { interviews: true } },
    },
  });
  if (!row) return null;
  const { employer, _count, ...application } = row;
  return {
    ...application,
    employer: employer.name,
    round: _count.interviews + 1,
    justNow: wallValues(now, viewer.timeZone),
  };
}
