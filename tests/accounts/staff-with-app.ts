import { Secret, TOTP } from "otpauth";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makePerson, makeSession } from "../../prisma/seed/factories.ts";
import { makeSecondFactor } from "../../prisma/seed/second-factor-factory.ts";

export const at = now();
export const later = (seconds: number) => at.add({ seconds });
export const codeOf = (secret: string, moment = at) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), digits: 6, timestamp: moment.epochMilliseconds });
/** Of no step near `at`: a code that the app does not show. */
export const otherThan = (secret: string) => {
  const near = new Set([-60, -30, 0, 30, 60].map((by) => codeOf(secret, later(by))));
  return ["000000", "000001", "000002", "000003", "000004", "000005"].find((code) => !near.has(code)) ?? "";
};

/** One of the staff with a session that is not verified yet. */
export async function arrived(role: "counselor" | "admin" = "counselor") {
  const person = await makePerson(db(), { role });
  const { id: session, token } = await makeSession(db(), person.id, at);
  const { id: personId, name, timeZone } = person;
  const viewer = viewerFrom({ personId, name, role, timeZone, looked: () => undefined });
  return { person, viewer, session, token };
}
export async function withApp(role: "counselor" | "admin" = "counselor") {
  const staff = await arrived(role);
  return { ...staff, ...(await makeSecondFactor(db(), staff.person.id, at)) };
}
export const form = () => ({ key: newId() });
export const liveOf = (personId: string) =>
  db().signInSession.findMany({ where: { personId, endedAt: null }, orderBy: { id: "asc" } });
export const mailsOf = async (recipientId: string) =>
  (await db().mail.findMany({ where: { recipientId } })).map(({ kind }) => kind);
export const eventsOf = (actorId: string) =>
  db().event.findMany({ where: { actorId, kind: { startsWith: "second_factor" } } });
export const refusalOf = (answer: { ok: true } | { ok: false; refusal: string }) =>
  answer.ok ? "ok" : answer.refusal;
