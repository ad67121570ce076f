import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { Outcome, OutcomeReason } from "#lib/infra/prisma/enums.ts";
import { transact } from "#lib/infra/transact.ts";
import { applicationsVisibleTo, interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { afterOutcome, decideCorrection, decideSpan, nameKey } from "#lib/interviews/rules.ts";
import type { Span } from "#lib/interviews/rules.ts";
import type {
  CorrectInterviewInput,
  LogInterviewInput,
  LogRoundInput,
  SetOutcomeInput,
} from "#lib/interviews/schema.ts";

/**
 * Logs an interview of a candidate, times in the actor's zone; `input.key` becomes its id. An employer of that name and an
 * application of that candidate there for that job are found before new ones are made. Refuses as `decideSpan`, and
 * `not_found` for a candidate who is not the actor's to see.
 */
export function logInterview(actor: Viewer, input: LogInterviewInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "interview.logged", subject: input.key } as const;
  return transact(actor, spec, async (tx) => {
    const mine = { AND: [{ id: input.candidate }, candidatesVisibleTo(actor)] };
    const candidate = await tx.person.findFirst({ where: mine, select: { id: true } });
    if (!candidate) return refuse("not_found");
    const span = decideSpan({ ...input, zone: actor.timeZone }, now);
    if (!span.ok) return span;
    await lockInOrder(tx, [candidate.id]);
    const employerId = await employerNamed(tx, input.employer);
    const applicationId = await applicationFor(tx, {
      actor,
      candidateId: candidate.id,
      employerId,
      input,
      now,
    });
    const application = { id: applicationId, candidateId: candidate.id };
    return addInterview(tx, { actor, application, input, span: span.value, now });
  });
}

/** Logs another round of an application that the actor may see. Refuses as `logInterview`. */
export function logRound(actor: Viewer, input: LogRoundInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "interview.logged", subject: input.key } as const;
  return transact(actor, spec, async (tx) => {
    const mine = { AND: [{ id: input.application }, applicationsVisibleTo(actor)] };
    const application = await tx.application.findFirst({
      where: mine,
      select: { id: true, candidateId: true },
    });
    if (!application) return refuse("not_found");
    const span = decideSpan({ ...input, zone: actor.timeZone }, now);
    if (!span.ok) return span;
    return addInterview(tx, { actor, application, input, span: span.value, now });
  });
}

/** The employer of that name, made where there is none yet. */
export async function employerNamed(tx: Db, name: string): Promise<string> {
  const key = nameKey(name);
  // Of two who log the same new employer at once, the second waits for the first and then finds theirs.
  await tx.employer.createMany({ data: [{ id: newId(), name, nameKey: key }], skipDuplicates: true });
  const { id } = await tx.employer.findUniqueOrThrow({ where: { nameKey: key }, select: { id: true } });
  return id;
}

type ApplicationFacts = {
  actor: Viewer;
  candidateId: string;
  employerId: string;
  input: Pick<LogInterviewInput, "jobTitle" | "roleFamily" | "source">;
  now: Temporal.Instant;
};

/** The candidate's application there for that job, made where there is none yet. Whoever writes holds the candidate's lock. */
export async function applicationFor(tx: Db, facts: ApplicationFacts): Promise<string> {
  const { actor, candidateId, employerId, input, now } = facts;
  const there = await tx.application.findMany({
    where: { candidateId, employerId },
    orderBy: { createdAt: "desc" },
    select: { id: true, jobTitle: true },
  });
  const same = there.find((application) => nameKey(application.jobTitle) === nameKey(input.jobTitle));
  if (same) return same.id;
  const { jobTitle, roleFamily, source } = input;
  const made = { id: newId(), candidateId, employerId, jobTitle, roleFamily, source };
  await tx.application.create({ data: { ...made, loggedById: actor.personId, createdAt: dateOf(now) } });
  return made.id;
}

export type InterviewFacts = {
  actor: Pick<Viewer, "personId" | "timeZone">;
  application: { id: string; candidateId: string };
  input: Pick<LogRoundInput, "key" | "format">;
  span: Span;
  now: Temporal.Instant;
};

/** The row itself, within the caller's transaction and after the caller's own permission; `input.key` becomes its id. */
export async function addInterview(tx: Db, { actor, application, input, span, now }: InterviewFacts) {
  await tx.interview.create({
    data: {
      id: input.key,
      applicationId: application.id,
      candidateId: application.candidateId,
      format: input.format,
      startsAt: dateOf(span.startsAt),
      endsAt: dateOf(span.endsAt),
      timeZone: actor.timeZone,
      loggedById: actor.personId,
      createdAt: dateOf(now),
    },
  });
  return ok({ id: input.key });
}

/**
 * Corrects format, time and job title; an empty length keeps the saved one unless the time changes, then it is the format's.
 * The title belongs to the application, so all its rounds get a new version. Refuses `stale`, `not_found`, and as `decideSpan`.
 */
export function correctInterview(actor: Viewer, input: CorrectInterviewInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "interview.corrected",
    subject: input.interview,
  } as const;
  return transact(actor, spec, async (tx) => {
    const mine = { AND: [{ id: input.interview }, interviewsVisibleTo(actor)] };
    const found = await tx.interview.findFirst({ where: mine, select: { applicationId: true } });
    if (!found) return refuse("not_found");
    await lockInOrder(tx, [found.applicationId]);
    const before = await tx.interview.findUniqueOrThrow({
      where: { id: input.interview },
      select: { version: true, startsAt: true, endsAt: true, application: { select: { jobTitle: true } } },
    });
    if (before.version !== input.version) return refuse("stale");
    const was = { startsAt: instantOf(before.startsAt), endsAt: instantOf(before.endsAt) };
    const span = decideCorrection({ ...input, moment: "start", zone: actor.timeZone }, was, now);
    if (!span.ok) return span;
    const { startsAt, endsAt } = span.value;
    const changed = await tx.interview.updateMany({
      where: { id: input.interview, version: input.version },
      data: {
        format: input.format,
        startsAt: dateOf(startsAt),
        endsAt: dateOf(endsAt),
        timeZone: actor.timeZone,
        version: { increment: 1 },
      },
    });
    if (changed.count === 0) return refuse("stale");
    if (before.application.jobTitle !== input.jobTitle) await renameJob(tx, found.applicationId, input);
    return ok({ id: input.interview });
  });
}

async function renameJob(tx: Db, applicationId: string, input: CorrectInterviewInput): Promise<void> {
  await tx.application.update({ where: { id: applicationId }, data: { jobTitle: input.jobTitle } });
  await tx.interview.updateMany({
    where: { applicationId, NOT: { id: input.interview } },
    data: { version: { increment: 1 } },
  });
}

/**
 * Says how an interview ended, or changes it. Refuses `stale` if the interview changed since the page was shown. `next` is
 * the address where its candidate, or staff, go on.
 */
export async function setOutcome(actor: Viewer, input: SetOutcomeInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "outcome.recorded",
    subject: input.interview,
  } as const;
  const answer = await transact<"not_found" | "stale">(actor, spec, async (tx) => {
    const mine = { AND: [{ id: input.interview }, interviewsVisibleTo(actor)] };
    const found = await tx.interview.findFirst({
      where: mine,
      select: { id: true, outcome: true, outcomeAt: true },
    });
    if (!found) return refuse("not_found");
    const changed = await tx.interview.updateMany({
      where: { id: found.id, version: input.version },
      data: endedAs({ outcome: input.outcome, reason: input.reason ?? null, at: now }, found),
    });
    return changed.count === 1 ? ok({ id: found.id }) : refuse("stale");
  });
  return answer.ok ? ok({ ...answer.value, next: afterOutcome(actor.role, input) }) : answer;
}

export type RecordedOutcome = {
  interviewId: string;
  outcome: Outcome;
  reason: OutcomeReason | null;
  at: Temporal.Instant;
};

/**
 * The same within the caller's transaction and after the caller's own permission, whatever version was shown. What stands
 * there already is left as it is, so that no open form goes stale.
 */
export async function recordOutcome(
  tx: Db,
  { interviewId, outcome, reason, at }: RecordedOutcome,
): Promise<void> {
  const now = await tx.interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: { outcome: true, outcomeReason: true, outcomeAt: true },
  });
  const data = endedAs({ outcome, reason, at }, now);
  if (now.outcome === outcome && now.outcomeReason === data.outcomeReason) return;
  await tx.interview.update({ where: { id: interviewId }, data });
}

/**
 * A reason is kept with `rejected` only; `waiting` has no time. Since when it is known is the first time that it was said:
 * a reason that is added or corrected later is no news, and delays nobody's feedback.
 */
function endedAs(
  { outcome, reason, at }: Omit<RecordedOutcome, "interviewId">,
  before: { outcome: Outcome; outcomeAt: Date | null },
) {
  const since = before.outcome === outcome ? before.outcomeAt : null;
  return {
    outcome,
    outcomeReason: outcome === "rejected" ? reason : null,
    outcomeAt: outcome === "waiting" ? null : (since ?? dateOf(at)),
    version: { increment: 1 },
  };
}
