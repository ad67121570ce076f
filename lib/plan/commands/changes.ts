import { getTaxonomy } from "#lib/causes/queries.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import { dateOf, dateOfDay } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { transact } from "#lib/infra/transact.ts";
import { planActionsVisibleTo } from "#lib/plan/policy.ts";
import { actionNamed, decideAddition, isThere } from "#lib/plan/rules/changes.ts";
import type {
  AcceptActionInput,
  AddActionInput,
  EditActionInput,
  ReplaceActionInput,
} from "#lib/plan/schema.ts";
import { postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";

type ChangeRefusal = "not_found" | "stale" | "already_ended";
type TextRefusal = "text_needed" | "one_of_two" | "not_a_choice" | "already_there";

/**
 * The counselor's word that an action is a good thing to do. Refuses `not_found` (also for what is not revealed),
 * `already_ended`, and `stale` where it changed since the page was shown.
 */
export function acceptAction(actor: Viewer, input: AcceptActionInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "plan_action.accepted",
    subject: input.action,
  } as const;
  return transact<ChangeRefusal>(actor, spec, async (tx) => {
    const found = await lockForStaff(tx, actor, input);
    if (!found.ok) return found;
    await tx.planAction.update({
      where: { id: input.action },
      data: { ...acceptedBy(actor, now), version: { increment: 1 } },
    });
    return ok({ id: input.action });
  });
}

/** Changes what an action says and gives it a date of its own, or takes that back; its kind stays. Refuses as `acceptAction`. */
export function editAction(actor: Viewer, input: EditActionInput) {
  const spec = {
    once: input.key,
    request: told(input),
    did: "plan_action.edited",
    subject: input.action,
  } as const;
  return transact<ChangeRefusal>(actor, spec, async (tx) => {
    const found = await lockForStaff(tx, actor, input);
    if (!found.ok) return found;
    const { text, dueOn } = input;
    await tx.planAction.update({
      where: { id: input.action },
      data: { text, dueOn: dueOn && dateOfDay(dueOn), version: { increment: 1 } },
    });
    return ok({ id: input.action });
  });
}

/**
 * Puts another action of the taxonomy in the place of this one, or own words, of which the kind stays; what takes its place
 * counts as accepted and is the candidate's to do, as what is added. Refuses as `acceptAction`, and `text_needed`, `one_of_two`, `not_a_choice`, `already_there`.
 */
export function replaceAction(actor: Viewer, input: ReplaceActionInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "plan_action.replaced",
    subject: input.action,
  } as const;
  return transact<ChangeRefusal | TextRefusal>(actor, spec, async (tx) => {
    const found = await lockForStaff(tx, actor, input);
    if (!found.ok) return found;
    const { postMortem, kind, candidateId } = found.value;
    const content = await contentOf(input, { taxonomyNumber: postMortem.taxonomyNumber, kind });
    if (!content.ok) return content;
    if (isThere(postMortem.planActions, content.value.code)) return refuse("already_there");
    await tx.planAction.update({
      where: { id: input.action },
      data: {
        ...content.value,
        ownerId: candidateId,
        dueOn: null,
        ...acceptedBy(actor, now),
        version: { increment: 1 },
      },
    });
    return ok({ id: input.action });
  });
}

type AddRefusal = "not_found" | "choose_first" | "three_already" | TextRefusal;

/**
 * Adds an action for the candidate, from the taxonomy of the post-mortem's version or in own words; `input.key` becomes its
 * id. Refuses `not_found`, `text_needed`, `one_of_two`, `not_a_choice`, and what `decideAddition` refuses.
 */
export function addAction(actor: Viewer, input: AddActionInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: told(input),
    did: "plan_action.added",
    subject: input.key,
  } as const;
  return transact<AddRefusal>(actor, spec, async (tx) => {
    if (!isStaff(actor)) return refuse("not_found");
    await lockInOrder(tx, [input.postMortem]);
    const found = await findPlan(tx, actor, input.postMortem);
    if (!found) return refuse("not_found");
    const { taxonomyNumber, candidateId, planActions } = found;
    const content = await contentOf(input, { taxonomyNumber, kind: input.kind ?? "skill" });
    if (!content.ok) return content;
    const { code } = content.value;
    const decision = decideAddition(planActions, {
      code,
      hasChosen: found.hasChosen,
      isRevealed: found.isRevealed,
    });
    if (!decision.ok) return decision;
    await tx.planAction.create({
      data: {
        ...content.value,
        id: input.key,
        postMortemId: found.id,
        candidateId,
        ownerId: candidateId,
        side: "counselor",
        position: Math.max(0, ...planActions.map(({ position }) => position)) + 1,
        dueOn: input.dueOn && dateOfDay(input.dueOn),
        madeAt: dateOf(now),
        madeById: actor.personId,
      },
    });
    return ok({ id: input.key });
  });
}

/** A finished post-mortem that this colleague may read, with its plan. */
async function findPlan(tx: Db, actor: Viewer, id: string) {
  const visible = { AND: [{ id, finishedAt: { not: null } }, postMortemsVisibleTo(actor)] };
  const found = await tx.postMortem.findFirst({
    where: visible,
    select: {
      id: true,
      candidateId: true,
      taxonomyNumber: true,
      opinions: { where: { side: "counselor" }, select: { id: true } },
      planActions: { select: { code: true, endedAs: true, position: true } },
    },
  });
  if (!found) return null;
  const isRevealed = (await tx.postMortem.count({ where: { AND: [{ id }, revealed()] } })) === 1;
  return { ...found, hasChosen: found.opinions.length > 0, isRevealed };
}

/** An action that a colleague may change, with its plan locked. Carried ones too: that they go on elsewhere may be blind. */
async function lockForStaff(tx: Db, actor: Viewer, input: AcceptActionInput) {
  const where = { AND: [{ id: input.action }, planActionsVisibleTo(actor)] };
  const found = isStaff(actor)
    ? await tx.planAction.findFirst({ where, select: { postMortemId: true } })
    : null;
  if (!found) return refuse("not_found");
  await lockInOrder(tx, [found.postMortemId]);
  const row = await tx.planAction.findUniqueOrThrow({
    where: { id: input.action },
    select: {
      kind: true,
      candidateId: true,
      endedAs: true,
      version: true,
      postMortem: {
        // Only those that the actor sees: what stands there already must not tell what the other side has chosen (I22).
        select: {
          taxonomyNumber: true,
          planActions: { where: planActionsVisibleTo(actor), select: { code: true, endedAs: true } },
        },
      },
    },
  });
  if (row.endedAs === "done" || row.endedAs === "not_doing") return refuse("already_ended");
  return row.version === input.version ? ok(row) : refuse("stale");
}

type Content = Pick<AddActionInput, "choice" | "text">;
type Around = { taxonomyNumber: number; kind: NonNullable<AddActionInput["kind"]> };

/** The columns of an action that the taxonomy has, or of own words: a draft's effort, due before the next interview. */
async function contentOf({ choice, text }: Content, { taxonomyNumber, kind }: Around) {
  if (choice !== null && text !== null) return refuse("one_of_two");
  if (text !== null) return ok({ ...ownWords, text, kind });
  if (choice === null) return refuse("text_needed");
  const named = actionNamed(await getTaxonomy(taxonomyNumber), choice);
  if (!named) return refuse("not_a_choice");
  const { isOn: _isOn, ...action } = named.action;
  return ok({ ...action, causes: [named.cause], taxonomyNumber });
}

const ownWords = {
  code: null,
  causes: [] as CauseCode[],
  effort: "draft" as const,
  days: null,
  daysFrom: null,
  taxonomyNumber: null,
};

function acceptedBy(actor: Viewer, now: Temporal.Instant) {
  return { acceptedAt: dateOf(now), acceptedById: actor.personId };
}

/** The request as it can be hashed: a date as its text. */
function told<Input extends { dueOn: Temporal.PlainDate | null }>(input: Input) {
  return { ...input, dueOn: input.dueOn?.toString() ?? null };
}
