import { causeName, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { firstName } from "#lib/core/text.ts";
import { dateIn, type PlainDate } from "#lib/core/time.ts";
import { dateOf, dayOf, instantOf } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { dueLabel, dueOf } from "#lib/plan/rules/due.ts";

/** An action with what its page shows. */
export const actionSelect = {
  id: true,
  side: true,
  position: true,
  code: true,
  causes: true,
  kind: true,
  effort: true,
  text: true,
  days: true,
  daysFrom: true,
  dueOn: true,
  madeAt: true,
  endedAt: true,
  endedAs: true,
  why: true,
  version: true,
  candidateId: true,
  ownerId: true,
  acceptedAt: true,
  owner: { select: { name: true } },
  madeBy: { select: { name: true } },
  acceptedBy: { select: { name: true } },
} satisfies Prisma.PlanActionSelect;

export type ActionRow = Prisma.PlanActionGetPayload<{ select: typeof actionSelect }>;

/** Where dates are counted: the candidate's zone, and the date of their next interview, if the viewer may know it. */
export type Calendar = {
  readonly zone: string;
  readonly today: PlainDate;
  readonly nextOn: PlainDate | null;
};

/** The candidate's next interview: to come, and not withdrawn. The interview's scope comes from the caller. */
export function nextInterview(now: Temporal.Instant, visible: Prisma.InterviewWhereInput) {
  return {
    where: { AND: [{ startsAt: { gt: dateOf(now) }, outcome: "waiting" }, visible] },
    orderBy: { startsAt: "asc" },
    take: 1,
    select: { startsAt: true },
  } satisfies Prisma.Person$interviewsArgs;
}

/** The calendar by which one candidate's due dates are counted. */
export function calendarOf(
  candidate: { timeZone: string; interviews: readonly { startsAt: Date }[] },
  now: Temporal.Instant,
): Calendar {
  const { timeZone: zone, interviews } = candidate;
  const [next] = interviews;
  return {
    zone,
    today: dateIn(now, zone),
    nextOn: next ? dateIn(instantOf(next.startsAt), zone) : null,
  };
}

/** One action as both sides read it: what, until when, whose, and how it ended. Names are first names. */
export function shownAction(row: ActionRow, calendar: Calendar, taxonomy: Taxonomy) {
  const isCandidates = row.ownerId === row.candidateId;
  const dueOn = row.dueOn && dayOf(row.dueOn);
  const madeOn = dateIn(instantOf(row.madeAt), calendar.zone);
  const due = dueOf({ ...row, madeOn, dueOn, isCandidates }, calendar.nextOn);
  return {
    id: row.id,
    side: row.side,
    position: row.position,
    code: row.code,
    text: row.text,
    kind: row.kind,
    effort: row.effort,
    causes: row.causes.map((code) => ({ code, name: causeName(taxonomy, code) })),
    due,
    dueLabel: dueLabel(due, calendar.today, isCandidates),
    /** The date that a person gave, as a form shows it. */
    dueOn: dueOn?.toString() ?? "",
    endedAs: row.endedAs,
    why: row.why,
    version: row.version,
    isCandidates,
    owner: firstName(row.owner.name),
    madeBy: firstName(row.madeBy.name),
    acceptedBy: row.acceptedBy && firstName(row.acceptedBy.name),
  };
}

export type ShownAction = ReturnType<typeof shownAction>;
