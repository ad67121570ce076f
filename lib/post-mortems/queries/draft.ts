import { getTaxonomy } from "#lib/causes/queries.ts";
import { max } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import {
  currentAnswers,
  recordedOutcome,
  touchedFields,
  type AnswerRow,
} from "#lib/post-mortems/rules/answers.ts";
import { isAskedAbout } from "#lib/post-mortems/rules/promise.ts";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";

/** What an interview and its candidate bring into a form. */
export const broughtSelect = {
  interview: { startsAt: true, outcome: true, outcomeReason: true, outcomeAt: true },
  promises: { where: { closedAt: null }, select: { id: true, ifText: true, thenText: true, madeAt: true } },
} as const;

const draftSelect = {
  id: true,
  interviewId: true,
  candidateId: true,
  startedAt: true,
  finishedAt: true,
  taxonomyNumber: true,
  answers: { select: { id: true, field: true, value: true, writtenAt: true } },
  interview: { select: broughtSelect.interview },
  candidate: { select: { counselorId: true, promises: broughtSelect.promises } },
} satisfies Prisma.PostMortemSelect;

/**
 * A post-mortem of the viewer's own with its answers as they stand, finished or not, for the form and for what writes
 * it. Null for anybody else's, and for staff: only the candidate writes.
 */
export async function findDraft(db: Db, viewer: Viewer, id: string) {
  if (viewer.role !== "candidate") return null;
  const row = await db.postMortem.findFirst({
    where: { AND: [{ id }, postMortemsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: draftSelect,
  });
  if (!row) return null;
  const rows = row.answers.map((answer) => ({ ...answer, writtenAt: instantOf(answer.writtenAt) }));
  return {
    id: row.id,
    interviewId: row.interviewId,
    candidateId: row.candidateId,
    counselorId: row.candidate.counselorId,
    interviewStartsAt: instantOf(row.interview.startsAt),
    startedAt: instantOf(row.startedAt),
    finishedAt: instantOrNull(row.finishedAt),
    /** Every row, also those that a later one replaced. */
    rows,
    /** When the latest answer was written; the start where there is none. */
    writtenAt: max(instantOf(row.startedAt), ...rows.map((answer) => answer.writtenAt)),
    ...(await formFacts(row.interview, row.candidate.promises, rows, row.taxonomyNumber)),
  };
}

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

type Heard = Prisma.InterviewGetPayload<{ select: typeof broughtSelect.interview }>;
type Open = Prisma.PromiseGetPayload<typeof broughtSelect.promises>;

/** How a form stands with these rows: what its steps depend on, and the candidate's open promise, asked about here or not. */
export async function formFacts(
  interview: Heard,
  [open]: readonly Open[],
  rows: readonly AnswerRow[],
  taxonomyNumber: number,
) {
  const outcomeAt = instantOrNull(interview.outcomeAt);
  const isAsked =
    open !== undefined &&
    isAskedAbout({ madeAt: instantOf(open.madeAt), closedAt: null }, instantOf(interview.startsAt));
  return {
    facts: {
      openPromise: isAsked,
      answers: currentAnswers([...recordedOutcome({ ...interview, outcomeAt }), ...rows]),
      touched: touchedFields(rows),
      taxonomy: await getTaxonomy(taxonomyNumber),
    },
    open: open ? { id: open.id, if: open.ifText, then: open.thenText } : null,
  };
}

/** Where the viewer's own post-mortem is read; null for anybody else's. */
export async function findAddress(viewer: Viewer, id: string): Promise<string | null> {
  const row = await pagesDb().postMortem.findFirst({
    where: { id, candidateId: viewer.personId },
    select: { interviewId: true },
  });
  return row && addressOf(row.interviewId);
}
