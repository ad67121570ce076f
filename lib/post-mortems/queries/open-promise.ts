import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { instantOrNull } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Role, Sharing } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { canSeePostMortem, postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";

/** In which post-mortem a promise was last asked about, as far as it says who may know. */
export const askedInSelect = {
  candidateId: true,
  finishedAt: true,
  sharing: true,
  candidate: { select: { counselorId: true } },
} satisfies Prisma.PostMortemSelect;

type AskedIn = {
  candidateId: string;
  finishedAt: Date | null;
  sharing: Sharing;
  candidate: { counselorId: string | null };
};

export function canSeeAsked(viewer: Viewer, { candidate, finishedAt, ...facts }: AskedIn): boolean {
  const isFinished = instantOrNull(finishedAt) !== null;
  return canSeePostMortem(viewer, { ...facts, isFinished, counselorId: candidate.counselorId });
}

/** The promise of one candidate that may be open, for `openAmong`; of staff's only what is revealed to them (I22). */
export function latestPromise(viewer: Viewer) {
  return {
    where: isStaff(viewer)
      ? { postMortem: { AND: [revealed(), postMortemsVisibleTo(viewer)] } }
      : { closedAt: null },
    orderBy: [{ madeAt: "desc" }, { id: "asc" }],
    take: 1,
    select: {
      id: true,
      ifText: true,
      thenText: true,
      madeAt: true,
      closedAt: true,
      askedIn: { select: askedInSelect },
    },
  } satisfies Prisma.Person$promisesArgs;
}

/**
 * The open promise among these, the latest first. To staff the latest that they see is open unless one that they may read
 * closed it: that it closed otherwise would tell of a post-mortem that is not theirs to know (I22).
 */
export function openAmong<Row extends { closedAt: Date | null; askedIn: AskedIn | null }>(
  viewer: Viewer,
  rows: readonly Row[],
): Row | undefined {
  if (!isStaff(viewer)) return rows.find(({ closedAt }) => closedAt === null);
  const [latest] = rows;
  const isClosed = latest?.closedAt && latest.askedIn && canSeeAsked(viewer, latest.askedIn);
  return isClosed ? undefined : latest;
}

type Entered = {
  enteredBy: { id: string; role: Role } | null;
  answers: readonly { field: string; writtenById: string }[];
  candidate: { promises: readonly (Parameters<typeof openAmong>[1][number] & { id: string })[] };
};

/**
 * For `countingRows`: whether who entered a post-mortem on a call knows the candidate's open promise; else what they wrote
 * there of a promise is about another. True where they wrote nothing of one, and for staff, who read what they wrote.
 */
export async function countingFacts(db: Db, viewer: Viewer, entered: Entered) {
  const { enteredBy, answers, candidate } = entered;
  const open = openAmong(viewer, candidate.promises);
  const isSaid = answers.some((row) => row.field === "promise_answer" && row.writtenById === enteredBy?.id);
  if (!enteredBy || !open || !isSaid || isStaff(viewer)) return { isPromiseKnown: true };
  const seen = postMortemsVisibleTo({ personId: enteredBy.id, role: enteredBy.role });
  const known = { id: open.id, postMortem: { AND: [revealed(), seen] } };
  return { isPromiseKnown: (await db.promise.count({ where: known })) === 1 };
}

export type Counting = Awaited<ReturnType<typeof countingFacts>>;
