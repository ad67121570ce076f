import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { canChangeSettings } from "#lib/settings/policy.ts";
import { findSettings } from "#lib/settings/queries.ts";
import type { Settings } from "#lib/settings/queries.ts";
import { decideAgency, decidePolicies } from "#lib/settings/rules.ts";
import type { AgencyState, PolicyState, SettingChange } from "#lib/settings/rules.ts";
import type { ChangeAgencyInput, ChangePoliciesInput } from "#lib/settings/schema.ts";

/** The one agency, as the subject of its events and the lock behind which its changes queue. */
const AGENCY = "2f4c8a1e-7f0b-4d53-8f6d-5a0c3e9b1d24";

/**
 * Changes how the agency appears, and writes down what stood there before. Refuses `not_found` for whoever is no admin, and
 * what `decideAgency` refuses.
 */
export function changeAgency(actor: Viewer, input: ChangeAgencyInput) {
  const spec = { once: input.key, request: input, did: "agency.changed", subject: AGENCY } as const;
  return transact<"stale" | "unchanged" | "not_found">(actor, spec, async (tx, event) => {
    if (!canChangeSettings(actor)) return refuse("not_found");
    await lockInOrder(tx, [AGENCY]);
    const settings = await findSettings(tx);
    const { version: newest, saved } = settings.agency;
    const { key: _, version: madeFrom, ...asked } = input;
    const decision = decideAgency({ newest, madeFrom }, saved, asked);
    if (!decision.ok) return decision;
    await saveAgency(tx, settings, { ...asked, version: newest + 1 });
    await noteChanges(tx, event, decision.value);
    return ok({ id: AGENCY });
  });
}

/** The same for the policies, which hold from then on. Refuses `not_found`, and what `decidePolicies` refuses. */
export function changePolicies(actor: Viewer, input: ChangePoliciesInput) {
  const spec = { once: input.key, request: input, did: "policies.changed", subject: AGENCY } as const;
  return transact<"stale" | "unchanged" | "no_quiet" | "quiet_too_long" | "not_found">(
    actor,
    spec,
    async (tx, event) => {
      if (!canChangeSettings(actor)) return refuse("not_found");
      await lockInOrder(tx, [AGENCY]);
      const settings = await findSettings(tx);
      const { version: newest, saved } = settings.policies;
      const { key: _, version: madeFrom, ...asked } = input;
      const decision = decidePolicies({ newest, madeFrom }, saved, asked);
      if (!decision.ok) return decision;
      await saveAgency(tx, settings, { ...asked, policiesVersion: newest + 1 });
      await noteChanges(tx, event, decision.value);
      return ok({ id: AGENCY });
    },
  );
}

type Changed = (AgencyState & { version: number }) | (PolicyState & { policiesVersion: number });

/** The row comes into being with the first change. */
async function saveAgency(tx: Db, { agency, policies }: Settings, changed: Changed): Promise<void> {
  const create = { ...agency.saved, ...policies.saved, ...changed };
  await tx.agency.upsert({ where: { id: 1 }, create, update: changed });
}

/** Writes down what an event changed, for the history of settings; a feature above may do so for its own. */
export async function noteChanges(tx: Db, event: EventRef, changes: readonly SettingChange[]): Promise<void> {
  await tx.settingChange.createMany({
    data: changes.map((change, index) => ({
      eventId: event.id,
      at: dateOf(event.at),
      position: index + 1,
      ...change,
    })),
  });
}
