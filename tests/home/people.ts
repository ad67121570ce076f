import { viewerFrom } from "#lib/core/viewer.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { makeCandidate, makeCounselor, type makePerson } from "../../prisma/seed/factories.ts";

export const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
export const at = (text: string) => Temporal.Instant.from(text);
export type Person = Awaited<ReturnType<typeof makePerson>>;
export const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });

export async function people() {
  const ana = await makeCounselor(db(), { name: "Ana Sousa" });
  return { ana, maya: await makeCandidate(db(), ana.id), luis: await makeCandidate(db(), ana.id) };
}
