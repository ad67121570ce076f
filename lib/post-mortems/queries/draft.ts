import { findTaxonomyNumber, getTaxonomy } from "#lib/causes/queries.ts";
import { firstName } from "#lib/core/text.ts";
import { isAfter, max } from "#lib/core/time.ts";
import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { draftsOpenTo } from "#lib/post-mortems/policy.ts";
import {
  currentAnswers,
  outcomeSince,
  recordedOutcome,
  touchedFields,
} from "#lib/post-mortems/rules/answers.ts";
import type { FeedbackFacts } from "#lib/post-mortems/rules/feedback.ts";
import { isNewsOpen, mayChange, newsSince, splitAt } from "#lib/post-mortems/rules/heard-back.ts";
import { countingRows, isChosenTogether } from "#lib/post-mortems/rules/on-a-call.ts";
import { isAskedAbout } from "#lib/post-mortems/rules/promise.ts";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";
import type { StepFacts } from "#lib/post-mortems/rules/steps.ts";
import { findAsking } from "./asking.ts";
import { countingFacts, latestPromise, openAmong, type Counting } from "./open-promise.ts";

/** What the steps depend on of the interview. */
const interviewFacts = {
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
} satisfies Prisma.InterviewSelect;

/** The same of its candidate. */
function candidateFacts(viewer: Viewer) {
  return {
    counselorId: true,
    timeZone: true,
    postMortems: {
      where: { finishedAt: { not: null } },
      orderBy: { finishedAt: "desc" },
      take: 1,
      select: { sharing: true },
    },
    promises: latestPromise(viewer),
  } satisfies Prisma.PersonSelect;
}

function draftSelect(viewer: Viewer) {
  return {
    id: true,
    interviewId: true,
    candidateId: true,
    startedAt: true,
    finishedAt: true,
    enteredById: true,
    handedOverAt: true,
    newsAt: true,
    taxonomyNumber: true,
    enoughAt: true,
    sharing: true,
    enteredBy: { select: { id: true, name: true, role: true } },
    // Of opinions only who has chosen: no cause is selected here (I22).
    opinions: { select: { side: true, afterTalking: true } },
    promiseMade: { select: { id: true, closedAt: true, answer: true } },
    answers: { select: { id: true, field: true, value: true, writtenAt: true, writtenById: true } },
    interview: { select: interviewFacts },
    candidate: { select: candidateFacts(viewer) },
  } satisfies Prisma.PostMortemSelect;
}

type DraftRow = Prisma.PostMortemGetPayload<{ select: ReturnType<typeof draftSelect> }>;

/** What the form depends on: of a post-mortem, or of an interview about which nobody has begun one. */
type FormRow = Pick<
  DraftRow,
  | "candidateId"
  | "startedAt"
  | "finishedAt"
  | "newsAt"
  | "enoughAt"
  | "opinions"
  | "promiseMade"
  | "answers"
  | "interview"
  | "candidate"
>;

/**
 * A post-mortem with its answers as they stand, finished or not, for the form and for what writes it: the viewer's own, or
 * the one that staff are entering on a call. Null for anybody else's. `now` decides who may be asked for feedback.
 */
export async function findDraft(db: Db, viewer: Viewer, id: string, now: Temporal.Instant) {
  const row = await db.postMortem.findFirst({
    where: { AND: [{ id }, draftsOpenTo(viewer)] },
    relationLoadStrategy: "join",
    select: draftSelect(viewer),
  });
  if (!row) return null;
  const open = openAmong(viewer, row.candidate.promises);
  const { outcome } = row.interview;
  const finishedAt = instantOrNull(row.finishedAt);
  const counting = await countingFacts(db, viewer, row);
  const { facts, before, isTogether, writtenAt, rows, asked } = readAnswers(row, viewer, counting);
  const asking = await findAsking(db, asked, now);
  return {
    id: row.id,
    interviewId: row.interviewId,
    candidateId: row.candidateId,
    counselorId: row.candidate.counselorId,
    interviewStartsAt: instantOf(row.interview.startsAt),
    startedAt: instantOf(row.startedAt),
    finishedAt,
    /** Every row, also those that a later one replaced. */
    rows,
    writtenAt,
    enoughAt: instantOrNull(row.enoughAt),
    /** Who may see what was sent so far. */
    sharing: row.sharing,
    format: row.interview.format,
    /** The candidate's zone. */
    zone: row.candidate.timeZone,
    /** The latest round of the application, where it is a later one than this. */
    laterRound: laterRound(row.interview),
    /** What the steps depend on. */
    facts: { ...facts, asking, taxonomy: await getTaxonomy(row.taxonomyNumber) },
    /** The candidate's open promise, asked about here or not. */
    open: open ? { id: open.id, if: open.ifText, then: open.thenText } : null,
    outcome,
    /** Who entered it on a call; null where the candidate writes alone. */
    entered: enteredOf(row, isTogether),
    /** For the short path after the answer: how things stood before it. */
    before,
    hasChosen: row.opinions.some((one) => one.side === "candidate"),
    promiseMadeId: row.promiseMade?.id ?? null,
  };
}

/** How the form of the viewer's own interview begins, where nobody has begun it; null for any other interview. */
export async function findBeginning(viewer: Viewer, interviewId: string, now: Temporal.Instant) {
  const found = await pagesDb().interview.findFirst({
    where: { id: interviewId, candidateId: viewer.personId },
    relationLoadStrategy: "join",
    select: { candidateId: true, ...interviewFacts, candidate: { select: candidateFacts(viewer) } },
  });
  if (!found) return null;
  const { candidateId, candidate, ...interview } = found;
  const nothing = {
    finishedAt: null,
    newsAt: null,
    enoughAt: null,
    promiseMade: null,
    opinions: [],
    answers: [],
  };
  const row = { ...nothing, candidateId, candidate, interview, startedAt: interview.startsAt };
  const open = openAmong(viewer, candidate.promises);
  const taxonomy = await getTaxonomy(await findTaxonomyNumber(pagesDb()));
  const { facts, asked } = readAnswers(row, viewer, { isPromiseKnown: true });
  return {
    facts: { ...facts, asking: await findAsking(pagesDb(), asked, now), taxonomy },
    open: open ? { id: open.id, if: open.ifText, then: open.thenText } : null,
    entered: null,
    laterRound: laterRound(interview),
  };
}

type Round = { id: string; startsAt: Date };

function laterRound(interview: { startsAt: Date; application: { interviews: readonly Round[] } }) {
  const [latest] = interview.application.interviews;
  if (!latest || !isAfter(instantOf(latest.startsAt), instantOf(interview.startsAt))) return null;
  return { id: latest.id, startsAt: instantOf(latest.startsAt) };
}

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

function readAnswers(row: FormRow, viewer: Viewer, counting: Counting) {
  const startedAt = instantOf(row.startedAt);
  const times = { finishedAt: instantOrNull(row.finishedAt), newsAt: instantOrNull(row.newsAt) };
  const outcomeAt = instantOrNull(row.interview.outcomeAt);
  const recorded = recordedOutcome({ ...row.interview, outcomeAt });
  const all = row.answers.map((answer) => ({ ...answer, writtenAt: instantOf(answer.writtenAt) }));
  const written = countingRows(all, { candidateId: row.candidateId, ...counting });
  const newsFrom = newsSince(times);
  const { before, since } = splitAt(written, newsFrom ?? startedAt);
  const isNews = isNewsOpen({ ...times, outcome: row.interview.outcome, outcomeAt });
  const rows = [...recorded, ...written];
  const answers = currentAnswers(rows);
  const facts = {
    openPromise: isOpenPromiseAsked(row, viewer),
    answers,
    isEnough: row.enoughAt !== null,
    lastSharing: isStaff(viewer) ? null : (row.candidate.postMortems[0]?.sharing ?? null),
    zone: row.candidate.timeZone,
    ...(isNews ? { form: "heard_back" as const, mayChange: mayChange(changeFacts(row)) } : {}),
    ...(isStaff(viewer) ? { form: "on_a_call" as const } : {}),
  } satisfies StepFacts;
  return {
    facts: { ...facts, touched: touchedFields(isNews ? since : written) },
    asked: {
      outcome: answers.outcome ?? "waiting",
      outcomeAt: outcomeSince(rows),
      source: row.interview.application.source,
    } satisfies FeedbackFacts,
    before: currentAnswers([...recorded, ...before]),
    isTogether: isChosenTogether(written, row.candidateId),
    rows: all,
    /** The latest moment that anything was written or settled; the start where there is none. */
    writtenAt: max(startedAt, newsFrom ?? startedAt, ...all.map((answer) => answer.writtenAt)),
  };
}

function enteredOf({ enteredById: byId, enteredBy, handedOverAt }: DraftRow, isTogether: boolean) {
  if (byId === null || enteredBy === null) return null;
  return { byId, by: firstName(enteredBy.name), isHandedOver: handedOverAt !== null, isTogether };
}

function isOpenPromiseAsked(row: FormRow, viewer: Viewer): boolean {
  const open = openAmong(viewer, row.candidate.promises);
  const startsAt = instantOf(row.interview.startsAt);
  return open !== undefined && isAskedAbout({ madeAt: instantOf(open.madeAt), closedAt: null }, startsAt);
}

function changeFacts({ opinions, promiseMade }: FormRow) {
  const promise = promiseMade && {
    closedAt: instantOrNull(promiseMade.closedAt),
    isAnswered: promiseMade.answer !== null,
  };
  return { opinions, promise };
}

/** Where the post-mortem is read: the viewer's own, or that of a candidate whose draft they entered; null for any other. */
export async function findAddress(viewer: Viewer, id: string): Promise<string | null> {
  const row = await pagesDb().postMortem.findFirst({
    where: { id, OR: [{ candidateId: viewer.personId }, { enteredById: viewer.personId }] },
    select: { interviewId: true },
  });
  return row && addressOf(row.interviewId);
}
