import { whenLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { postMortemsVisibleTo, reviewsDueFrom } from "#lib/post-mortems/policy.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { deskHours } from "#lib/desk/rules.ts";
import { deskReasons } from "#lib/desk/words.ts";
import { active, employerSelect, listed } from "./row.ts";
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

const reviewSelect = (viewer: Viewer, now: Temporal.Instant) =>
  ({
    id: true,
    mood: true,
    finishedAt: true,
    interview: { select: employerSelect },
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
      },
    },
  }) satisfies Prisma.PostMortemSelect;

/** The reviews that are due from the viewer, and those that a colleague's desk has left over. */
export async function listReviews(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const due = { candidate: active, OR: [reviewsDueFrom(viewer), leftOver(viewer, now)] };
  const rows = await pagesDb().postMortem.findMany({
    where: { AND: [postMortemsVisibleTo(viewer), due] },
    orderBy: [{ finishedAt: "asc" }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: reviewSelect(viewer, now),
  });
  const when = (at: Temporal.Instant) => whenLabel(at, viewer.timeZone, now);
  return rows.flatMap(({ id, mood, finishedAt: finished, interview, candidate }): Row[] => {
    const finishedAt = instantOrNull(finished);
    if (!finishedAt) return [];
    const [coming] = candidate.interviews;
    const nextInterviewAt = coming ? instantOf(coming.startsAt) : null;
    const employer = interview.application.employer.name;
    const next = nextInterviewAt && when(nextInterviewAt);
    const reason =
      candidate.counselorId === viewer.personId
        ? deskReasons.review({ employer, finished: when(finishedAt), mood, next })
        : deskReasons.shared(employer, candidate.counselor && firstName(candidate.counselor.name));
    const waiting = { kind: "review", finishedAt, nextInterviewAt } as const;
    return [{ id, waiting, href: `/desk/post-mortems/${id}`, candidate: candidate.name, reason }];
  });
}
