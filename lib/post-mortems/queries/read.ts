import { getTaxonomy } from "#lib/causes/queries.ts";
import { firstName } from "#lib/core/text.ts";
import { stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { OpinionSide } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { postMortemsVisibleTo, revealed, whoCanSee } from "#lib/post-mortems/policy.ts";
import { isNewsOpen } from "#lib/post-mortems/rules/heard-back.ts";
import { opinionsFor, type Opinion } from "#lib/post-mortems/rules/opinions.ts";
import { settledCauses } from "#lib/post-mortems/rules/patterns.ts";
import { goodNews } from "#lib/interviews/rules.ts";

/** Of opinions only who has chosen: the causes are selected in a second statement, once it is known whose. */
const readSelect = {
  id: true,
  interviewId: true,
  candidateId: true,
  finishedAt: true,
  reviewedAt: true,
  mood: true,
  signals: true,
  surprise: true,
  cannotRecall: true,
  sharing: true,
  version: true,
  taxonomyNumber: true,
  feedbackWords: true,
  feedbackFrom: true,
  feedbackWish: true,
  workedWell: true,
  keepLine: true,
  ratings: { orderBy: { dimension: "asc" }, select: { dimension: true, level: true } },
  newsMood: true,
  newsAt: true,
  enteredBy: { select: { name: true } },
  questions: {
    orderBy: { position: "asc" },
    select: { text: true, bankId: true, rating: true, knewIt: true },
  },
  opinions: { select: { side: true } },
  interview: {
    select: {
      startsAt: true,
      format: true,
      outcome: true,
      outcomeReason: true,
      outcomeAt: true,
      application: { select: { jobTitle: true, employer: { select: { name: true } } } },
    },
  },
  candidate: { select: { name: true, counselor: { select: { name: true } } } },
} satisfies Prisma.PostMortemSelect;

/**
 * A finished post-mortem that the viewer may read, as the candidate's or the counselor's side reads it; null otherwise.
 * Until both have chosen, the other side's causes and the promise are not selected at all (I22).
 */
export async function getPostMortemRead(viewer: Viewer, id: string, now: Temporal.Instant) {
  const row = await pagesDb().postMortem.findFirst({
    where: { AND: [{ id, finishedAt: { not: null } }, postMortemsVisibleTo(viewer)] },
    relationLoadStrategy: "join",
    select: readSelect,
  });
  if (!row?.finishedAt) return null;
  viewer.looked(row.id);
  const side: OpinionSide = row.candidateId === viewer.personId ? "candidate" : "counselor";
  const chosen = new Set(row.opinions.map((opinion) => opinion.side));
  const isGoodNews = goodNews.includes(row.interview.outcome);
  const [opinions, promises, lookedAt, taxonomy] = await Promise.all([
    readOpinions(row.id, side, chosen),
    readPromises(viewer, row.id, side),
    side === "candidate" ? listReaders(viewer, row.id, now) : [],
    getTaxonomy(row.taxonomyNumber),
  ]);
  const names = { candidate: firstName(row.candidate.name), counselor: nameOf(row.candidate.counselor) };
  const { interview, candidate, questions, opinions: _sides, enteredBy, newsAt, ...own } = row;
  const newsFacts = { finishedAt: instantOf(row.finishedAt), newsAt: instantOrNull(newsAt) };
  const outcomeAt = instantOrNull(interview.outcomeAt);
  return {
    ...own,
    finishedAt: stamp(instantOf(row.finishedAt), viewer.timeZone, now),
    reviewedAt: row.reviewedAt && stamp(instantOf(row.reviewedAt), viewer.timeZone, now),
    side,
    questions: questions.map(({ text, bankId, rating, knewIt }) => ({ text, bankId, rating, knewIt })),
    candidateName: candidate.name,
    names,
    employer: interview.application.employer.name,
    jobTitle: interview.application.jobTitle,
    format: interview.format,
    outcome: interview.outcome,
    outcomeReason: interview.outcomeReason,
    interviewAt: stamp(instantOf(interview.startsAt), viewer.timeZone, now),
    whoCanSee: whoCanSee(viewer, { isFinished: true, sharing: row.sharing }, names),
    /** First name of who entered it on a call. */
    enteredBy: nameOf(enteredBy),
    /** Whether an answer came that nothing was added about; for the candidate. */
    asksForNews: side === "candidate" && isNewsOpen({ ...newsFacts, outcome: interview.outcome, outcomeAt }),
    /** Good news asks nobody for causes. */
    asksForCauses: !isGoodNews,
    opinions,
    /** In which words the causes of this one are told. */
    taxonomy,
    /** Who else read it, each with the last time; for the candidate. */
    lookedAt,
    ...promises,
  };
}

export type PostMortemRead = NonNullable<Awaited<ReturnType<typeof getPostMortemRead>>>;

function nameOf(person: { name: string } | null): string | null {
  return person && firstName(person.name);
}

async function readOpinions(postMortemId: string, side: OpinionSide, chosen: ReadonlySet<OpinionSide>) {
  const other: OpinionSide = side === "candidate" ? "counselor" : "candidate";
  const isRevealed = chosen.has(side) && chosen.has(other);
  const rows = chosen.has(side)
    ? await pagesDb().opinion.findMany({
        where: { postMortemId, side: { in: isRevealed ? [side, other] : [side] } },
        // What was said after talking counts; the first choices are kept beside it.
        orderBy: { afterTalking: "desc" },
        select: {
          side: true,
          primary: true,
          contributing: true,
          afterTalking: true,
          together: true,
          chosenAt: true,
        },
      })
    : [];
  const of = (wanted: OpinionSide): Opinion | null => {
    const row = rows.find((one) => one.side === wanted);
    return row ? { primary: row.primary, contributing: row.contributing } : null;
  };
  const { open } = settledCauses(rows.map((row) => ({ ...row, chosenAt: instantOf(row.chosenAt) })));
  const seen = opinionsFor(side, of(side), of(other) ?? (chosen.has(other) ? "chosen" : null));
  // What both chose at once on a call is one view, and no agreement of two (product.md, "Two opinions, blind").
  const isTogether =
    seen.isRevealed && [side, other].every((one) => rows.find((row) => row.side === one)?.together);
  return {
    ...seen,
    isTogether,
    agree: seen.agree && !isTogether,
    /** Both have chosen, differ, and have not talked: that counts in no pattern. */
    isOpen: open !== null,
  };
}

/** Everybody but the viewer who read it, latest first; at most ten. */
async function listReaders(viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  const looks = await pagesDb().look.findMany({
    where: { subjectId: postMortemId, viewerId: { not: viewer.personId } },
    orderBy: { at: "desc" },
    distinct: ["viewerId"],
    take: 10,
    relationLoadStrategy: "join",
    select: { at: true, viewer: { select: { name: true } } },
  });
  return looks.map((look) => ({
    name: firstName(look.viewer.name),
    at: stamp(instantOf(look.at), viewer.timeZone, now),
  }));
}

/** The promise made in this post-mortem, and the one that it asked about: all to its owner, to staff what is revealed. */
async function readPromises(viewer: Viewer, postMortemId: string, side: OpinionSide) {
  const rows = await pagesDb().promise.findMany({
    where: {
      OR: [{ postMortemId }, { askedInId: postMortemId }],
      ...(side === "candidate" ? {} : { postMortem: { AND: [revealed(), postMortemsVisibleTo(viewer)] } }),
    },
    select: { postMortemId: true, ifText: true, thenText: true, answer: true },
  });
  const made = rows.find((row) => row.postMortemId === postMortemId);
  const asked = rows.find((row) => row.postMortemId !== postMortemId);
  return {
    promise: made ? { if: made.ifText, then: made.thenText } : null,
    asked: asked ? { if: asked.ifText, then: asked.thenText, answer: asked.answer } : null,
  };
}
