import { getTaxonomy } from "#lib/causes/queries.ts";
import { isAfter, max } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { ApplicationSource, Outcome } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import {
  currentAnswers,
  outcomeSince,
  recordedOutcome,
  touchedFields,
} from "#lib/post-mortems/rules/answers.ts";
import { feedbackWishesFor, type Asking } from "#lib/post-mortems/rules/feedback.ts";
import { isAskedAbout } from "#lib/post-mortems/rules/promise.ts";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";

const draftSelect = {
  id: true,
  interviewId: true,
  candidateId: true,
  startedAt: true,
  finishedAt: true,
  taxonomyNumber: true,
  enoughAt: true,
  sharing: true,
  answers: { select: { id: true, field: true, value: true, writtenAt: true } },
  interview: {
    select: {
      startsAt: true,
      format: true,
      outcome: true,
      outcomeReason: true,
      outcomeAt: true,
      application: {
        select: {
          source: true,
          interviews: { orderBy: { startsAt: "desc" }, take: 1, select: { id: true, startsAt: true } },
        },
      },
    },
  },
  candidate: {
    select: {
      counselorId: true,
      timeZone: true,
      postMortems: {
        where: { finishedAt: { not: null } },
        orderBy: { finishedAt: "desc" },
        take: 1,
        select: { sharing: true },
      },
      promises: {
        where: { closedAt: null },
        select: { id: true, ifText: true, thenText: true, madeAt: true },
      },
    },
  },
} satisfies Prisma.PostMortemSelect;

/**
 * A post-mortem of the viewer's own with its answers as they stand, finished or not, for the form and for what writes
 * it. Null for anybody else's, and for staff: only the candidate writes. `now` decides who may be asked for feedback.
 */
export async function findDraft(db: Db, viewer: Viewer, id: string, now: Temporal.Instant) {
  if (viewer.role !== "candidate") return null;
  const row = await db.postMortem.findFirst({
    where: { AND: [{ id }, postMortemsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: draftSelect,
  });
  if (!row) return null;
  const written = row.answers.map((answer) => ({ ...answer, writtenAt: instantOf(answer.writtenAt) }));
  const outcomeAt = instantOrNull(row.interview.outcomeAt);
  const rows = [...recordedOutcome({ ...row.interview, outcomeAt }), ...written];
  const answers = currentAnswers(rows);
  const [open] = row.candidate.promises;
  const isAsked =
    open !== undefined &&
    isAskedAbout({ madeAt: instantOf(open.madeAt), closedAt: null }, instantOf(row.interview.startsAt));
  return {
    id: row.id,
    interviewId: row.interviewId,
    candidateId: row.candidateId,
    counselorId: row.candidate.counselorId,
    startedAt: instantOf(row.startedAt),
    finishedAt: instantOrNull(row.finishedAt),
    /** When the latest answer was written; the start where there is none. */
    writtenAt: max(instantOf(row.startedAt), ...written.map((answer) => answer.writtenAt)),
    enoughAt: instantOrNull(row.enoughAt),
    /** Who may see what was sent so far. */
    sharing: row.sharing,
    format: row.interview.format,
    /** The latest round of the application, where it is a later one than this. */
    laterRound: laterRound(row.interview),
    /** What the steps depend on. */
    facts: {
      openPromise: isAsked,
      answers,
      isEnough: row.enoughAt !== null,
      lastSharing: row.candidate.postMortems[0]?.sharing ?? null,
      zone: row.candidate.timeZone,
      asking: askingOf(row.interview.application.source, answers.outcome, outcomeSince(rows), now),
      touched: touchedFields(written),
      taxonomy: await getTaxonomy(row.taxonomyNumber),
    },
    /** The candidate's open promise, asked about here or not. */
    open: open ? { id: open.id, if: open.ifText, then: open.thenText } : null,
  };
}

type Round = { id: string; startsAt: Date };

function laterRound(interview: { startsAt: Date; application: { interviews: readonly Round[] } }) {
  const [latest] = interview.application.interviews;
  if (!latest || !isAfter(instantOf(latest.startsAt), instantOf(interview.startsAt))) return null;
  return { id: latest.id, startsAt: instantOf(latest.startsAt) };
}

function askingOf(
  source: ApplicationSource,
  outcome: Outcome = "waiting",
  outcomeAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Asking {
  return { outcome, wishes: feedbackWishesFor({ outcome, outcomeAt, source }, now) };
}

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** Where the viewer's own post-mortem is read; null for anybody else's. */
export async function findAddress(viewer: Viewer, id: string): Promise<string | null> {
  const row = await pagesDb().postMortem.findFirst({
    where: { id, candidateId: viewer.personId },
    select: { interviewId: true },
  });
  return row && addressOf(row.interviewId);
}
