import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { flagSelect } from "#lib/mail/queries/flags.ts";
import { mocksVisibleTo } from "#lib/mocks/policy.ts";
import { newestInformational } from "#lib/mocks/queries/informational.ts";
import { lowMomentsVisibleTo, postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { internalNotesVisibleTo, notesVisibleTo } from "#lib/reviews/policy.ts";

/** Entries of one page of the timeline. */
export const pageSize = 40;

export const employerSelect = {
  application: { select: { jobTitle: true, employer: { select: { name: true } } } },
} as const;

const interviewSelect = {
  id: true,
  startsAt: true,
  outcome: true,
  ...employerSelect,
  postMortem: {
    select: {
      id: true,
      startedAt: true,
      finishedAt: true,
      enoughAt: true,
      sharing: true,
      enteredById: true,
      handedOverAt: true,
    },
  },
} satisfies Prisma.InterviewSelect;

const postMortemSelect = {
  id: true,
  finishedAt: true,
  reviewedAt: true,
  mood: true,
  enoughAt: true,
  keepLine: true,
  interview: { select: { outcome: true, ...employerSelect } },
} satisfies Prisma.PostMortemSelect;

const noteSelect = {
  id: true,
  postMortemId: true,
  body: true,
  sharedAt: true,
  author: { select: { name: true } },
} satisfies Prisma.CoachingNoteSelect;

const mockSelect = {
  id: true,
  kind: true,
  startsAt: true,
  cancelledAt: true,
  counselor: { select: { name: true } },
} satisfies Prisma.MockSelect;

/** A candidate with one page more than enough of everything that this viewer may see, `before` a moment if one is given. */
export function personSelect(viewer: Viewer, before: number | null) {
  const at = before === null ? {} : { lt: dateOf(Temporal.Instant.fromEpochMilliseconds(before)) };
  const take = pageSize + 1;
  return {
    id: true,
    name: true,
    email: true,
    timeZone: true,
    ...flagSelect,
    welcomedAt: true,
    deactivatedAt: true,
    counselor: { select: { id: true, name: true } },
    informational: newestInformational(viewer),
    interviews: {
      where: { AND: [interviewsVisibleTo(viewer), { startsAt: at }] },
      orderBy: { startsAt: "desc" },
      take,
      select: interviewSelect,
    },
    postMortems: {
      where: {
        OR: [
          { AND: [postMortemsVisibleTo(viewer), { finishedAt: at }] },
          // The first half of a very low one, until the rest has come.
          { AND: [lowMomentsVisibleTo(viewer), { finishedAt: null, enoughAt: at }] },
        ],
      },
      orderBy: { finishedAt: "desc" },
      take,
      select: postMortemSelect,
    },
    receivedNotes: {
      where: { AND: [notesVisibleTo(viewer), { sharedAt: at }] },
      orderBy: { sharedAt: "desc" },
      take,
      select: {
        ...noteSelect,
        replies: {
          where: { writtenAt: at },
          orderBy: { writtenAt: "desc" },
          take,
          select: { id: true, body: true, writtenAt: true },
        },
      },
    },
    internallyNoted: {
      where: { AND: [internalNotesVisibleTo(viewer), { writtenAt: at }] },
      orderBy: { writtenAt: "desc" },
      take,
      select: { id: true, body: true, writtenAt: true, author: { select: { name: true } } },
    },
    mocks: {
      where: { AND: [mocksVisibleTo(viewer), { startsAt: at }] },
      orderBy: { startsAt: "desc" },
      take,
      select: mockSelect,
    },
  } satisfies Prisma.PersonSelect;
}

export type CandidateRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof personSelect> }>;
