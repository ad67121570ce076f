import { now } from "#lib/infra/clock.ts";
import { closeDb, commandsDb } from "#lib/infra/db.ts";
import { makeSession } from "../../prisma/seed/factories.ts";
import { makeCast } from "../../tests/support/cast.ts";
import type { Actor } from "../../tests/support/cast.ts";

/** Everybody of one test, each signed in on a device of their own; `tokens` are what their cookies hold. */
export type Company = Awaited<ReturnType<typeof makeCompany>>;

/** The portal's own database, in which a journey builds its people beside the demo's. */
export function stageDb() {
  // The factories ask for nothing but the address; the rest of the environment is the portal's own.
  Object.assign(process.env, {
    SMTP_URL: process.env["SMTP_URL"] ?? "smtp://127.0.0.1:9",
    ORIGIN: process.env["PORTAL_URL"],
    AUTH_SECRET: process.env["AUTH_SECRET"] ?? "the journeys sign nothing with this secret",
  });
  return commandsDb();
}

/** What the portal's clock shows. */
export function stageNow(): Temporal.Instant {
  stageDb();
  return now();
}

export const closeStageDb = closeDb;

export async function makeCompany() {
  const db = stageDb();
  const cast = await makeCast(db, now());
  const tokens: Partial<Record<Actor, string>> = {};
  for (const [actor, { id }] of Object.entries(cast))
    tokens[actor as Actor] = (await makeSession(db, id, now())).token;
  return { db, now: now(), cast, tokens };
}
