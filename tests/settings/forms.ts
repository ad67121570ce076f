import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { findSettings } from "#lib/settings/queries.ts";
import { changeAgencySchema, changePoliciesSchema } from "#lib/settings/schema.ts";
import type { ChangeAgencyInput, ChangePoliciesInput } from "#lib/settings/schema.ts";
import { makePerson } from "../../prisma/seed/factories.ts";

type Fields = Readonly<Record<string, string>>;

/** The agency's form as an admin would open it now, with these fields changed: as a browser sends it. */
export async function agencyFields(changed: Fields = {}): Promise<Record<string, string>> {
  const { version, saved } = (await findSettings(db())).agency;
  return { key: newId(), version: String(version), ...saved, ...changed };
}

/** The same of the policies. */
export async function policyFields(changed: Fields = {}): Promise<Record<string, string>> {
  const { version, saved } = (await findSettings(db())).policies;
  const { staffSecondFactor, ...others } = saved;
  const texts = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]));
  const staff = staffSecondFactor ? "on" : "off";
  return { key: newId(), version: String(version), ...texts, staffSecondFactor: staff, ...changed };
}

export async function agencyForm(changed: Fields = {}): Promise<ChangeAgencyInput> {
  return changeAgencySchema.parse(await agencyFields(changed));
}

export async function policyForm(changed: Fields = {}): Promise<ChangePoliciesInput> {
  return changePoliciesSchema.parse(await policyFields(changed));
}

export async function admin(name = "Ruth Adeyemi"): Promise<Viewer> {
  const { id, timeZone } = await makePerson(db(), { role: "admin", name });
  return viewerFrom({ personId: id, name, role: "admin", timeZone, looked: () => undefined });
}

export const refusalOf = (answer: { ok: true } | { ok: false; refusal: string }) =>
  answer.ok ? "ok" : answer.refusal;

/** What an event changed, in its order: code, before, after. */
export async function changesOf(eventId: string) {
  const rows = await db().settingChange.findMany({ where: { eventId }, orderBy: { position: "asc" } });
  return rows.map(({ code, before, after }) => [code, before, after]);
}
