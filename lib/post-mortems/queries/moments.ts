import { stamp } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import {
  callsVisibleTo,
  canSeeLowMoment,
  lowMomentsVisibleTo,
  whoCanSeeLowMoment,
} from "#lib/post-mortems/policy.ts";
import { getAgency } from "#lib/settings/queries.ts";

/** The first half of a very low one; nothing else of the draft is selected. */
const momentSelect = {
  id: true,
  interviewId: true,
  candidateId: true,
  mood: true,
  keepLine: true,
  sharing: true,
  enoughAt: true,
  finishedAt: true,
  callAskedAt: true,
  calledAt: true,
  calledBy: { select: { name: true } },
  candidate: { select: { name: true, counselorId: true, counselor: { select: { name: true } } } },
  interview: {
    select: {
      startsAt: true,
      outcome: true,
      application: { select: { jobTitle: true, employer: { select: { name: true } } } },
    },
  },
} satisfies Prisma.PostMortemSelect;

type Row = Prisma.PostMortemGetPayload<{ select: typeof momentSelect }>;

/** The call that was made, or the wish for one; null where there is neither. */
function callOf({ callAskedAt, calledAt, calledBy }: Row, viewer: Viewer, now: Temporal.Instant) {
  const at = (date: Date) => stamp(instantOf(date), viewer.timeZone, now);
  if (calledAt && calledBy) return { called: { by: firstName(calledBy.name), at: at(calledAt) } };
  return callAskedAt && { called: null, askedAt: at(callAskedAt) };
}

/** The calm page after "That is enough for today", for its candidate; null before it, and for anybody else. */
export async function getEnough(viewer: Viewer, id: string, now: Temporal.Instant) {
  const [row, { helpLine }] = await Promise.all([
    pagesDb().postMortem.findFirst({
      where: { id, candidateId: viewer.personId, enoughAt: { not: null } },
      relationLoadStrategy: "join",
      select: momentSelect,
    }),
    getAgency(),
  ]);
  if (!row) return null;
  const counselor = row.candidate.counselor && firstName(row.candidate.counselor.name);
  const names = { candidate: firstName(row.candidate.name), counselor };
  return {
    id: row.id,
    keepLine: row.keepLine,
    sharing: row.sharing,
    whoCanSee: whoCanSeeLowMoment(viewer, row.sharing, names),
    counselor,
    call: callOf(row, viewer, now),
    helpLine,
  };
}

export type Enough = NonNullable<Awaited<ReturnType<typeof getEnough>>>;

/**
 * The first half of a very low one as a colleague may read it: mood, outcome and the line that was kept, or only the wish
 * for a call where the rest is not shared. Null for whoever may see neither, and for candidates. One statement.
 */
export async function getLowMoment(viewer: Viewer, id: string, now: Temporal.Instant) {
  if (!isStaff(viewer)) return null;
  const row = await pagesDb().postMortem.findFirst({
    where: { AND: [{ id }, { OR: [lowMomentsVisibleTo(viewer), callsVisibleTo(viewer)] }] },
    relationLoadStrategy: "join",
    select: momentSelect,
  });
  if (!row?.enoughAt) return null;
  const { candidate, interview, sharing } = row;
  const counselor = candidate.counselor && firstName(candidate.counselor.name);
  const names = { candidate: firstName(candidate.name), counselor };
  const facts = { candidateId: row.candidateId, counselorId: candidate.counselorId, isEnough: true, sharing };
  const isShared = canSeeLowMoment(viewer, facts);
  // That somebody wishes for a call is no part of what they wrote: nobody has read that.
  if (isShared) viewer.looked(row.id);
  return {
    id: row.id,
    candidateId: row.candidateId,
    candidateName: candidate.name,
    names,
    employer: interview.application.employer.name,
    jobTitle: interview.application.jobTitle,
    interviewAt: stamp(instantOf(interview.startsAt), viewer.timeZone, now),
    isOwnCandidate: candidate.counselorId === viewer.personId,
    isFinished: row.finishedAt !== null,
    /** Null where only the wish for a call is this viewer's to know. */
    shared: isShared
      ? {
          sentAt: stamp(instantOf(row.enoughAt), viewer.timeZone, now),
          mood: row.mood,
          outcome: interview.outcome,
          keepLine: row.keepLine,
          whoCanSee: whoCanSeeLowMoment(viewer, sharing, names),
        }
      : null,
    call: callOf(row, viewer, now),
  };
}

export type LowMoment = NonNullable<Awaited<ReturnType<typeof getLowMoment>>>;
