import { firstName } from "#lib/core/text.ts";
import { compare } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { whoCanSee } from "#lib/post-mortems/policy.ts";
import { currentAnswers, recordedOutcome, sharingOf } from "#lib/post-mortems/rules/answers.ts";

/** Latest interviews that Home looks at; further back nothing waits any more. */
const mostInterviews = 100;

/** The answers that decide who may see it: after good news it is as last time. */
const sharingAnswers = {
  where: { field: { in: ["sharing", "outcome"] } },
  select: { id: true, field: true, value: true, writtenAt: true },
} satisfies Prisma.PostMortem$answersArgs;

type Rows = Prisma.InterviewGetPayload<{ select: typeof interviewSelect }>[];

/** Who could read a draft if it was sent as it is. */
function audienceOf(viewer: Viewer, one: Rows[number], all: Rows): string {
  const { candidate, outcome, outcomeReason, outcomeAt } = one;
  const written = (one.postMortem?.answers ?? []).map((answer) => ({
    ...answer,
    writtenAt: instantOf(answer.writtenAt),
  }));
  const recorded = recordedOutcome({ outcome, outcomeReason, outcomeAt: instantOrNull(outcomeAt) });
  const answers = currentAnswers([...recorded, ...written]);
  const sharing = sharingOf({ openPromise: false, answers, lastSharing: lastSharing(all) });
  const counselor = candidate.counselor && firstName(candidate.counselor.name);
  const names = { candidate: firstName(candidate.name), counselor };
  return whoCanSee(viewer, { isFinished: true, sharing }, names);
}

function lastSharing(all: Rows) {
  const finished = all.flatMap(({ postMortem }) =>
    postMortem?.finishedAt ? [{ at: instantOf(postMortem.finishedAt), sharing: postMortem.sharing }] : [],
  );
  return finished.toSorted((a, b) => compare(b.at, a.at))[0]?.sharing ?? null;
}

const interviewSelect = {
  id: true,
  startsAt: true,
  endsAt: true,
  outcome: true,
  outcomeReason: true,
  notHeardAt: true,
  outcomeAt: true,
  application: { select: { jobTitle: true, employer: { select: { name: true } } } },
  candidate: { select: { name: true, counselor: { select: { name: true } } } },
  postMortem: {
    select: {
      id: true,
      finishedAt: true,
      reviewedAt: true,
      sharing: true,
      enteredBy: { select: { name: true } },
      enoughAt: true,
      newsAt: true,
      answers: sharingAnswers,
    },
  },
} satisfies Prisma.InterviewSelect;

/** The viewer's own interviews as Home looks at them, the latest first, at most a hundred. One statement. */
export async function listOwnInterviews(viewer: Viewer) {
  const rows = await pagesDb().interview.findMany({
    where: { AND: [{ candidateId: viewer.personId }, interviewsVisibleTo(viewer)] },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: mostInterviews,
    relationLoadStrategy: "join",
    select: interviewSelect,
  });
  return rows.map((row) => ({
    id: row.id,
    application: row.application,
    outcome: row.outcome,
    outcomeAt: instantOrNull(row.outcomeAt),
    /** Who could read its draft if it was sent as it is; only who shows that asks. */
    ifSent: () => audienceOf(viewer, row, rows),
    startsAt: instantOf(row.startsAt),
    endsAt: instantOf(row.endsAt),
    notHeardAt: instantOrNull(row.notHeardAt),
    postMortem: row.postMortem && toldOf(row.postMortem),
  }));
}

function toldOf({
  id,
  enteredBy,
  finishedAt,
  reviewedAt,
  enoughAt,
  newsAt,
}: NonNullable<Rows[number]["postMortem"]>) {
  return {
    id,
    enteredBy: enteredBy && firstName(enteredBy.name),
    finishedAt: instantOrNull(finishedAt),
    reviewedAt: instantOrNull(reviewedAt),
    enoughAt: instantOrNull(enoughAt),
    newsAt: instantOrNull(newsAt),
  };
}
