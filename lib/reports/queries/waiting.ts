import { whenLabel } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { canSeePostMortem } from "#lib/post-mortems/policy.ts";
import { counted, groupWaiting, isReviewOverdue, reviewHours } from "#lib/reports/rules.ts";
import type { WaitingThing } from "#lib/reports/rules.ts";
import { overviewWords } from "#lib/reports/words.ts";
import { matter } from "./matter.ts";
import type { Item, Matter } from "./matter.ts";

/** Of coming interviews, those within whose notice a review is overdue. */
function near(now: Temporal.Instant) {
  return {
    startsAt: { gt: dateOf(now), lte: dateOf(now.add({ hours: reviewHours.beforeInterview })) },
    outcome: "waiting",
  } satisfies Prisma.InterviewWhereInput;
}

/** What is finished, shared with staff, and waits for a review or for feedback that the agency was asked to fetch. */
function waiting(now: Temporal.Instant): Prisma.PostMortemWhereInput {
  const late = { finishedAt: { lte: dateOf(now.subtract({ hours: reviewHours.afterFinishing })) } };
  return {
    finishedAt: { not: null },
    sharing: { not: "only_me" },
    candidate: { deactivatedAt: null },
    OR: [
      {
        reviewedAt: null,
        interview: { outcome: { notIn: [...goodNews] } },
        OR: [late, { candidate: { interviews: { some: near(now) } } }],
      },
      { feedbackWish: "ask_agency", feedbackWords: null },
    ],
  };
}

const rowSelect = (now: Temporal.Instant) =>
  ({
    id: true,
    sharing: true,
    finishedAt: true,
    candidateId: true,
    reviewedAt: true,
    feedbackWish: true,
    feedbackWords: true,
    interview: { select: { outcome: true } },
    candidate: {
      select: {
        name: true,
        counselor: { select: { id: true, name: true } },
        interviews: { where: near(now), take: 1, select: { id: true } },
      },
    },
  }) satisfies Prisma.PostMortemSelect;
type Row = Prisma.PostMortemGetPayload<{ select: ReturnType<typeof rowSelect> }>;

/**
 * Reviews that are overdue, and feedback that the agency was asked to fetch and has not: of everything that is shared with
 * staff, named where the viewer may read it, else counted by counselor. One statement.
 */
export async function listWaiting(viewer: Viewer, now: Temporal.Instant): Promise<[Matter, Matter]> {
  const rows = await pagesDb().postMortem.findMany({
    where: waiting(now),
    orderBy: [{ finishedAt: "asc" }, { id: "asc" }],
    take: 2 * counted + 1,
    relationLoadStrategy: "join",
    select: rowSelect(now),
  });
  const late = rows.filter(
    (row) =>
      row.reviewedAt === null &&
      !goodNews.includes(row.interview.outcome) &&
      row.finishedAt !== null &&
      isReviewOverdue(
        { finishedAt: instantOf(row.finishedAt), isInterviewNear: row.candidate.interviews.length > 0 },
        now,
      ),
  );
  const wishes = rows.filter((row) => row.feedbackWish === "ask_agency" && row.feedbackWords === null);
  const shown = (list: Row[]) => ({
    items: itemsOf(thingsOf(list, viewer), viewer, now),
    count: list.length,
  });
  return [
    matter("reviews", { ...shown(late), href: "/candidates?show=to_review" }),
    matter("wishes", { ...shown(wishes), href: "/candidates" }),
  ];
}

function thingsOf(rows: readonly Row[], viewer: Viewer): WaitingThing[] {
  return rows.flatMap(({ id, finishedAt, candidate, candidateId, sharing }) => {
    if (!finishedAt) return [];
    const facts = { candidateId, sharing, isFinished: true, counselorId: candidate.counselor?.id ?? null };
    return [
      {
        id,
        since: instantOf(finishedAt),
        candidate: candidate.name,
        counselor: candidate.counselor?.name ?? null,
        isVisible: canSeePostMortem(viewer, facts),
      },
    ];
  });
}

function itemsOf(things: WaitingThing[], viewer: Viewer, now: Temporal.Instant): Item[] {
  const when = (at: Temporal.Instant) => whenLabel(at, viewer.timeZone, now);
  const { own, groups } = groupWaiting(things);
  return [
    ...own.map(({ id, candidate, since }) => ({
      key: id,
      label: candidate,
      detail: overviewWords.since(when(since)),
      href: `/desk/post-mortems/${id}`,
    })),
    ...groups.map(({ counselor, count, since }) => ({
      key: counselor ?? "nobody",
      label: counselor === null ? overviewWords.noCounselor : overviewWords.withCounselor(counselor),
      detail: overviewWords.waiting(count, when(since)),
      href: null,
    })),
  ];
}
