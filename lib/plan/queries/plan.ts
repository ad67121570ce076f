import { getTaxonomy } from "#lib/causes/queries.ts";
import { stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { isGoodNews } from "#lib/interviews/rules.ts";
import { planActionsVisibleTo, sideOf } from "#lib/plan/policy.ts";
import { closingOf, type Closing } from "#lib/plan/rules/closing.ts";
import { inOrderOfDue } from "#lib/plan/rules/due.ts";
import { postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";
import { actionSelect, calendarOf, nextInterview, shownAction, type ActionRow } from "./shown.ts";

const aroundSelect = {
  id: true,
  candidateId: true,
  taxonomyNumber: true,
  finishedAt: true,
  reviewedAt: true,
  reopenedAt: true,
  newsAt: true,
  sharing: true,
  feedbackWish: true,
  feedbackWords: true,
  interview: { select: { outcome: true, outcomeAt: true } },
  opinions: { select: { side: true, chosenAt: true } },
  coachingNotes: {
    select: { sharedAt: true, replies: { select: { writtenAt: true, settledAt: true } } },
  },
} satisfies Prisma.PostMortemSelect;

type Around = Prisma.PostMortemGetPayload<{ select: typeof aroundSelect }>;

/**
 * The plan of a finished post-mortem as this viewer may read it: until both have chosen, their own side's actions only, and
 * for staff nothing that is computed from the others, such as whether it is closed (I22). Null where the viewer may not
 * read the post-mortem.
 */
export async function getPlan(viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  const found = await findPlan(pagesDb(), viewer, postMortemId, now);
  if (!found) return null;
  const { around, actions, isRevealed, closing } = found;
  const [candidate, taxonomy] = await Promise.all([
    pagesDb().person.findUniqueOrThrow({
      where: { id: around.candidateId },
      relationLoadStrategy: "join",
      select: { timeZone: true, interviews: nextInterview(now, interviewsVisibleTo(viewer)) },
    }),
    getTaxonomy(around.taxonomyNumber),
  ]);
  const calendar = calendarOf(candidate, now);
  return {
    actions: inOrderOfDue(actions.map((row) => shownAction(row, calendar, taxonomy))),
    isRevealed,
    /** Whether this side has chosen causes. */
    hasChosen: around.opinions.some(({ side }) => side === sideOf(viewer)),
    closed:
      closing?.isClosed === true ? { why: closing.why, at: stamp(closing.at, viewer.timeZone, now) } : null,
  };
}

export type PlanShown = NonNullable<Awaited<ReturnType<typeof getPlan>>>;

/** The same for whoever opens it again: whether it is closed, as this viewer knows it. Null where they may not know. */
export async function findClosing(db: Db, viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  const found = await findPlan(db, viewer, postMortemId, now);
  return found?.closing ?? null;
}

async function findPlan(db: Db, viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  const where = { AND: [{ id: postMortemId, finishedAt: { not: null } }, postMortemsVisibleTo(viewer)] };
  const around = await db.postMortem.findFirst({
    where,
    relationLoadStrategy: "join",
    select: aroundSelect,
  });
  if (!around?.finishedAt) return null;
  const rows = await db.planAction.findMany({
    where: { AND: [{ postMortemId }, planActionsVisibleTo(viewer)] },
    orderBy: { position: "asc" },
    relationLoadStrategy: "join",
    select: actionSelect,
  });
  const isRevealed =
    (await db.postMortem.count({ where: { AND: [{ id: postMortemId }, revealed()] } })) === 1;
  const actions = await withoutBlindCarries(db, viewer, rows, postMortemId);
  const maySeeClosing = sideOf(viewer) === "candidate" || isRevealed;
  const closing: Closing | null = maySeeClosing ? closingOf(closingFacts(around, actions), now) : null;
  return { around, actions, isRevealed, closing };
}

/**
 * That an action goes on in a later plan tells what that plan holds. Whoever may not see it there yet reads the action as
 * open here.
 */
async function withoutBlindCarries(
  db: Db,
  viewer: Viewer,
  rows: ActionRow[],
  postMortemId: string,
): Promise<ActionRow[]> {
  const carried = rows.filter(({ endedAs }) => endedAs === "carried");
  if (sideOf(viewer) === "candidate" || carried.length === 0) return rows;
  const later = await db.planAction.findMany({
    where: {
      AND: [
        {
          OR: carried.map(({ candidateId, code, endedAt }) => ({
            candidateId,
            code,
            madeAt: endedAt ?? dateOf(epoch),
          })),
        },
        { postMortemId: { not: postMortemId } },
        planActionsVisibleTo(viewer),
      ],
    },
    select: { code: true, madeAt: true },
  });
  const isKnown = (row: ActionRow) =>
    later.some(({ code, madeAt }) => code === row.code && madeAt.getTime() === row.endedAt?.getTime());
  return rows.map((row) =>
    row.endedAs !== "carried" || isKnown(row) ? row : { ...row, endedAs: null, endedAt: null },
  );
}

const epoch = Temporal.Instant.fromEpochMilliseconds(0);

function closingFacts(around: Around, actions: readonly ActionRow[]) {
  const { interview, coachingNotes, opinions } = around;
  const replies = coachingNotes.flatMap((note) => note.replies);
  const instants = (dates: readonly (Date | null)[]) => dates.flatMap((date) => instantOrNull(date) ?? []);
  return {
    finishedAt: instantOf(around.finishedAt ?? dateOf(epoch)),
    reviewedAt: instantOrNull(around.reviewedAt),
    isShared: around.sharing !== "only_me",
    isGoodNews: isGoodNews(interview.outcome),
    actions: actions.map(({ madeAt, endedAt, ownerId, candidateId }) => ({
      madeAt: instantOf(madeAt),
      endedAt: instantOrNull(endedAt),
      isCandidates: ownerId === candidateId,
    })),
    isFeedbackOpen: around.feedbackWish !== null && around.feedbackWords === null,
    settlings: instants(replies.map(({ settledAt }) => settledAt)),
    reopenings: instants([
      interview.outcomeAt,
      around.newsAt,
      around.reopenedAt,
      ...replies.map(({ writtenAt }) => writtenAt),
    ]),
    others: instants([
      ...opinions.map(({ chosenAt }) => chosenAt),
      ...coachingNotes.map(({ sharedAt }) => sharedAt),
      ...actions.map(({ acceptedAt }) => acceptedAt),
    ]),
  };
}
