import { canEditTaxonomy } from "#lib/causes/policy.ts";
import { findTaxonomyNumber } from "#lib/causes/queries.ts";
import {
  decideEdit,
  settingChangesOf,
  stateAsked,
  type CauseState,
  type EditRefusal,
} from "#lib/causes/rules/editing.ts";
import { TAXONOMY } from "#lib/causes/rules/taxonomy.ts";
import type { EditCauseInput } from "#lib/causes/schema.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { transact } from "#lib/infra/transact.ts";
import { noteChanges } from "#lib/settings/commands.ts";

/**
 * Makes the next version of the taxonomy, in which one cause says what an admin wrote and all others stay as they are.
 * Post-mortems that have begun keep theirs. Refuses `not_found` for whoever is no admin, and what `decideEdit` refuses.
 */
export function editCause(actor: Viewer, input: EditCauseInput, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "taxonomy.changed", subject: TAXONOMY } as const;
  return transact<EditRefusal | "not_found">(actor, spec, async (tx, event) => {
    if (!canEditTaxonomy(actor)) return refuse("not_found");
    await lockInOrder(tx, [TAXONOMY]);
    const newest = await findTaxonomyNumber(tx);
    const causes = await tx.cause.findMany({
      where: { taxonomyNumber: newest },
      include: { actions: { orderBy: { position: "asc" } } },
    });
    const saved = causes.find(({ code }) => code === input.cause);
    if (!saved) throw new Error(`taxonomy ${newest} has no ${input.cause}`);
    const asked = stateAsked(input);
    const decision = decideEdit({
      newest,
      madeFrom: input.version,
      code: input.cause,
      saved,
      asked,
      othersOn: causes.filter(({ code, isOn }) => isOn && code !== input.cause).map(({ code }) => code),
    });
    if (!decision.ok) return decision;
    const { number } = decision.value;
    await tx.taxonomyVersion.create({ data: { number, madeAt: dateOf(now), madeById: actor.personId } });
    await writeVersion(
      tx,
      number,
      causes.map((cause) => (cause.code === input.cause ? changed(cause, asked) : cause)),
    );
    await noteChanges(tx, event, settingChangesOf(input.cause, decision.value.changes));
    return ok({ id: TAXONOMY });
  });
}

type WholeCause = Prisma.CauseGetPayload<{ include: { actions: true } }>;

function changed(cause: WholeCause, asked: CauseState): WholeCause {
  const actions = cause.actions.map((action, index) => ({ ...action, ...asked.actions[index] }));
  return { ...cause, ...asked, actions };
}

async function writeVersion(tx: Db, taxonomyNumber: number, causes: readonly WholeCause[]): Promise<void> {
  await tx.cause.createMany({
    data: causes.map(({ actions: _, ...cause }) => ({ ...cause, taxonomyNumber })),
  });
  await tx.causeAction.createMany({
    data: causes.flatMap(({ actions }) => actions.map((action) => ({ ...action, taxonomyNumber }))),
  });
}
