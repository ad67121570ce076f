import { firstVersion } from "#lib/causes/rules/first-version.ts";
import {
  addDays,
  addHours,
  addMinutes,
  atWallTime,
  compare,
  dateIn,
  isAfter,
  isBefore,
} from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { carriedInto, planFor, type PlannedAction } from "#lib/plan/rules/engine.ts";
import { firstPolicies } from "#lib/settings/rules.ts";
import type { SeedStep } from "../texts/candidate.ts";
import { whysNot } from "../texts/plan.ts";
import { chanceOf } from "./chance.ts";
import { candidateId, staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import type { ToldPostMortem } from "./post-mortems.ts";
import { happened } from "./rows.ts";

type Row = Prisma.PlanActionCreateManyInput;

/** The plan that finishing made, by the same engine, with what became of it; earlier actions that are in it again go on in it. */
export function addPlan(story: Story, postMortem: ToldPostMortem, hasPromise: boolean): void {
  const { interview, finishedAt: now, typed } = postMortem;
  const who = candidateId(interview.candidate.key);
  const plan = planFor({
    taxonomy: firstVersion,
    opinion: typed.opinion,
    outcome: typed.outcome ?? "waiting",
    isWithinADay: !isAfter(now, addHours(interview.endsAt, 24)),
    hasPromise,
    isShared: typed.sharing !== "only_me",
    source: interview.source,
    added: [],
    now,
    policies: firstPolicies,
    nextStartsAt: nextKnown(story, who, now),
  });
  for (const { row } of carriedInto(plan, openAt(story, who, now)))
    Object.assign(row, { endedAt: dateOf(now), endedById: who, endedAs: "carried", why: null });
  for (const [index, action] of plan.entries())
    story.rows.planActions.push(rowOf(story, postMortem, action, index));
}

/** The next interview that was logged at that time. */
function nextKnown({ rows }: Story, who: string, at: Instant): Instant | null {
  const starts = rows.interviews
    .filter((row) => row.candidateId === who && !isAfter(instantOf(row.createdAt as Date), at))
    .map((row) => instantOf(row.startsAt as Date))
    .filter((startsAt) => isAfter(startsAt, at));
  return starts.toSorted(compare)[0] ?? null;
}

/** A candidate's own actions that were open at that time; what became of them later does not count yet. */
function openAt({ rows }: Story, who: string, at: Instant) {
  return rows.planActions
    .filter((row) => row.ownerId === who)
    .filter((row) => !row.endedAt || isAfter(instantOf(row.endedAt as Date), at))
    .map((row) => ({ row, code: typeof row.code === "string" ? row.code : null }));
}

function rowOf(story: Story, postMortem: ToldPostMortem, action: PlannedAction, index: number): Row {
  const { id: postMortemId, interview, finishedAt, told } = postMortem;
  const who = candidateId(interview.candidate.key);
  const { owner, causes, ...same } = action;
  const id = stableId("plan action", postMortemId, action.code);
  const ownerId = owner === "candidate" ? who : staffNamed(interview.candidate.counselor).id;
  const end = endOf(
    story,
    { id, action, zone: interview.candidate.timeZone, finishedAt },
    told.steps?.[index],
  );
  return {
    ...same,
    id,
    postMortemId,
    candidateId: who,
    ownerId,
    side: "candidate",
    position: index + 1,
    causes: [...causes],
    madeAt: dateOf(finishedAt),
    madeById: who,
    ...(end ? { ...end, endedAt: dateOf(end.endedAt), endedById: ownerId } : {}),
  };
}

type About = { id: string; action: PlannedAction; zone: string; finishedAt: Instant };

/** How it ended, if it has by now: as its text says, else by chance, in the evening of one of the days that it had. */
function endOf({ now }: Story, { id, action, zone, finishedAt }: About, step: SeedStep | undefined) {
  const chance = chanceOf(`plan action ${id}`);
  const became = chance.weighted({ done: 6, not_doing: 1, open: 4 });
  const why = chance.pick(whysNot);
  const date = addDays(dateIn(finishedAt, zone), chance.between(1, Math.max(1, Math.min(action.days, 6))));
  const minute = chance.between(10, 55);
  const endedAt = atWallTime(date, Temporal.PlainTime.from({ hour: 19, minute }), zone);
  const endedAs = step === undefined ? became : typeof step === "string" ? step : "not_doing";
  if (!endedAt || endedAs === "open" || isAfter(endedAt, now)) return null;
  if (endedAs === "done") return { endedAs, endedAt };
  return { endedAs, endedAt, why: typeof step === "object" ? step.notDoing : why };
}

/** The counselor's word about the first of what is still open at the review, where both have chosen. */
export function addAcceptance({ rows, at }: Story, { id, interview, told, typed }: ToldPostMortem): void {
  if (!told.reviewed || !told.counselorOpinion || !typed.opinion) return;
  const counselor = staffNamed(interview.candidate.counselor);
  const acceptedAt = addMinutes(at(told.reviewed, counselor.timeZone), 1);
  const open = rows.planActions.find(
    (row) =>
      row.postMortemId === id &&
      row.ownerId === row.candidateId &&
      (!row.endedAt || isBefore(acceptedAt, instantOf(row.endedAt as Date))),
  );
  if (!open) return;
  Object.assign(open, { acceptedAt: dateOf(acceptedAt), acceptedById: counselor.id });
  happened(rows, {
    kind: "plan_action.accepted",
    actorId: counselor.id,
    subjectId: open.id,
    at: acceptedAt,
  });
}

/** Writes down what people said of their actions, once it is known which of them went on in a later plan. */
export function addPlanEvents({ rows }: Story): void {
  for (const row of rows.planActions) {
    row.version = (row.acceptedAt ? 1 : 0) + (row.endedAt ? 1 : 0);
    const { endedById: actorId } = row;
    if (!row.endedAt || typeof actorId !== "string" || row.endedAs === "carried") continue;
    const kind = row.endedAs === "done" ? "plan_action.done" : "plan_action.set_aside";
    happened(rows, { kind, actorId, subjectId: row.id, at: instantOf(row.endedAt as Date) });
  }
}
