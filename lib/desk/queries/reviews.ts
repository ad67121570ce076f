import { whenLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { lowMomentsVisibleTo, postMortemsVisibleTo, reviewsDueFrom } from "#lib/post-mortems/policy.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { outcomeStaffLabels } from "#lib/interviews/words.ts";
import { deskHours, lowInARow, lowSince, rowsOf } from "#lib/desk/rules.ts";
import { deskReasons } from "#lib/desk/words.ts";
import { active, employerSelect, listed, ownCandidates, toldTo } from "./row.ts";
import type { Row } from "./row.ts";

/** What others' candidates shared with the agency, and nobody reviewed in time. */
function leftOver(viewer: Viewer, now: Temporal.Instant): Prisma.PostMortemWhereInput {
  return {
    sharing: "agency",
    reviewedAt: null,
    finishedAt: { lte: dateOf(now.subtract({ hours: deskHours.review })) },
    interview: { outcome: { notIn: [...goodNews] } },
    candidate: { OR: [{ counselorId: null }, { counselorId: { not: viewer.personId } }] },
  };
}

/** What may be a call, a very low moment or good news; `rowsOf` decides. */
function feltOrWon(viewer: Viewer, now: Temporal.Instant): Prisma.PostMortemWhereInput {
  const since = (hours: number) => ({ gt: dateOf(now.subtract({ hours })) });
  return {
    candidate: ownCandidates(viewer),
    OR: [
      { callAskedAt: { not: null }, calledAt: null },
      { enoughAt: since(deskHours.threeLowEnds), calledAt: null },
      { mood: "very_low", finishedAt: since(deskHours.threeLowEnds), calledAt: null },
      {
        finishedAt: since(deskHours.goodNewsEnds),
        reviewedAt: null,
        interview: { outcome: { in: [...goodNews] } },
      },
    ],
  };
}

const visibleTo = (viewer: Viewer) => ({ OR: [postMortemsVisibleTo(viewer), lowMomentsVisibleTo(viewer)] });

const toldSelect = (viewer: Viewer, now: Temporal.Instant) =>
  ({
    id: true,
    candidateId: true,
    sharing: true,
    mood: true,
    finishedAt: true,
    reviewedAt: true,
    enoughAt: true,
    callAskedAt: true,
    calledAt: true,
    coachingNotes: { take: 1, select: { id: true } },
    interview: { select: { outcome: true, ...employerSelect } },
    candidate: {
      select: {
        name: true,
        counselorId: true,
        counselor: { select: { name: true } },
        interviews: {
          where: {
            AND: [interviewsVisibleTo(viewer), { startsAt: { gt: dateOf(now) }, outcome: "waiting" }],
          },
          orderBy: { startsAt: "asc" },
          take: 1,
          select: { startsAt: true },
        },
        postMortems: {
          where: { AND: [visibleTo(viewer), { mood: { not: null } }] },
          orderBy: [{ startedAt: "desc" }, { id: "desc" }],
          take: lowInARow,
          select: { id: true, mood: true },
        },
      },
    },
  }) satisfies Prisma.PostMortemSelect;

/**
 * What candidates told that waits for the viewer: reviews that are due, and those that a colleague's desk has left over;
 * who is to be called; very low moments; good news. One statement.
 */
export async function listReviews(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const due = {
    candidate: active,
    OR: [reviewsDueFrom(viewer), leftOver(viewer, now), feltOrWon(viewer, now)],
  };
  const rows = await pagesDb().postMortem.findMany({
    where: { AND: [toldTo(viewer), due] },
    orderBy: [{ finishedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: toldSelect(viewer, now),
  });
  return rows.flatMap((row) => rowsOfOne(row, viewer, now));
}

type Told = Prisma.PostMortemGetPayload<{ select: ReturnType<typeof toldSelect> }>;

function rowsOfOne(row: Told, viewer: Viewer, now: Temporal.Instant): Row[] {
  const { id, candidate, interview, candidateId } = row;
  const [latest] = candidate.postMortems;
  const stillLow = candidate.postMortems.findIndex(({ mood }) => mood !== "very_low");
  const facts = {
    isOwn: candidate.counselorId === viewer.personId,
    outcome: interview.outcome,
    finishedAt: instantOrNull(row.finishedAt),
    reviewedAt: instantOrNull(row.reviewedAt),
    hasNote: row.coachingNotes.length > 0,
    isVeryLow: row.mood === "very_low",
    enoughAt: instantOrNull(row.enoughAt),
    callAskedAt: instantOrNull(row.callAskedAt),
    calledAt: instantOrNull(row.calledAt),
    isLatest: latest?.id === id,
    lowInARow: stillLow < 0 ? candidate.postMortems.length : stillLow,
  };
  const { finishedAt, enoughAt, callAskedAt } = facts;
  const told = finishedAt ?? enoughAt;
  if (!told) return [];
  const when = (at: Temporal.Instant) => whenLabel(at, viewer.timeZone, now);
  const employer = interview.application.employer.name;
  const shown = { id, candidate: candidate.name };
  const page = finishedAt ? `/desk/post-mortems/${id}` : `/candidates/${candidateId}`;
  // What is for the candidate alone stands here by its wish for a call only, and says nothing else.
  const kinds = rowsOf(facts, now).filter((kind) => row.sharing !== "only_me" || kind === "call");
  return kinds.map((kind): Row => {
    if (kind === "review")
      return { ...shown, href: page, ...reviewOf(row, { told, lowSince: lowSince(facts) }, viewer, now) };
    if (kind === "good_news") {
      const reason = deskReasons.good_news(employer, outcomeStaffLabels[interview.outcome], when(told));
      return { ...shown, href: page, waiting: { kind, finishedAt: told }, reason };
    }
    const since = (kind === "call" ? callAskedAt : null) ?? enoughAt ?? told;
    const say = callAskedAt ? "call_asked" : "three_very_low";
    const reason =
      kind === "very_low"
        ? deskReasons.very_low(employer, when(since), enoughAt !== null)
        : deskReasons[say](employer, when(since));
    const called = kind === "call" ? { called: id } : {};
    return { ...shown, ...called, href: `/candidates/${candidateId}`, waiting: { kind, since }, reason };
  });
}

function reviewOf(
  { mood, interview, candidate }: Told,
  { told: finishedAt, lowSince: low }: { told: Temporal.Instant; lowSince: Temporal.Instant | null },
  viewer: Viewer,
  now: Temporal.Instant,
): Pick<Row, "waiting" | "reason"> {
  const when = (at: Temporal.Instant) => whenLabel(at, viewer.timeZone, now);
  const [coming] = candidate.interviews;
  const nextInterviewAt = coming ? instantOf(coming.startsAt) : null;
  const employer = interview.application.employer.name;
  const next = nextInterviewAt && when(nextInterviewAt);
  const reason =
    candidate.counselorId === viewer.personId
      ? deskReasons.review({ employer, finished: when(finishedAt), mood, next })
      : deskReasons.shared(employer, candidate.counselor && firstName(candidate.counselor.name));
  return { waiting: { kind: "review", finishedAt, nextInterviewAt, lowSince: low }, reason };
}
