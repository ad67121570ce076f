import { randomBytes } from "node:crypto";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { transact } from "#lib/infra/transact.ts";

/** Ends one of the actor's own sessions. */
export function endSession(actor: Viewer, input: { key: string; session: string }, now: Temporal.Instant) {
  const spec = { once: input.key, request: input, did: "session.ended", subject: input.session } as const;
  return transact<"not_found">(actor, spec, async (tx) => {
    const ended = await tx.signInSession.updateMany({
      where: { id: input.session, personId: actor.personId, endedAt: null },
      data: { endedAt: dateOf(now), endedBy: "signed_out" },
    });
    return ended.count === 1 ? ok({ id: input.session }) : refuse("not_found");
  });
}

/** Signs the actor out everywhere, here too. */
export function endAllSessions(actor: Viewer, input: { key: string }, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "session.ended_everywhere",
    subject: actor.personId,
  } as const;
  return transact(actor, spec, async (tx) => {
    await tx.signInSession.updateMany({
      where: { personId: actor.personId, endedAt: null },
      data: { endedAt: dateOf(now), endedBy: "everywhere" },
    });
    return ok({ id: actor.personId });
  });
}

/** What a session that goes on gives the browser: the cookie's token leaves once and is stored nowhere. */
export type RenewedSession = { token: string; session: string };

/**
 * Ends a session and begins another in its place, verified by a second factor, with a token that nobody can have seen before
 * (ASVS 7.2.4). It keeps the hour of signing in, so that it ends when the first would have. Null where the session is no
 * longer the actor's live one.
 */
export async function renewSession(
  tx: Db,
  { id, actor, now }: { id: string; actor: Viewer; now: Temporal.Instant },
): Promise<RenewedSession | null> {
  // Shared with a change of role or activity, and with a reset, at the same moment: it ends this one or comes first (I12).
  const [person] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM people WHERE id = ${actor.personId}::uuid AND deactivated_at IS NULL FOR SHARE`;
  const ended = await tx.signInSession.updateMany({
    where: { id, personId: actor.personId, endedAt: null },
    data: { endedAt: dateOf(now), endedBy: "renewed" },
  });
  if (!person || ended.count === 0) return null;
  const { device, createdAt } = await tx.signInSession.findUniqueOrThrow({ where: { id } });
  const next = { token: newSessionToken(), session: newId() };
  const at = dateOf(now);
  await tx.signInSession.create({
    data: {
      id: next.session,
      personId: person.id,
      tokenHash: sha256(next.token),
      device,
      createdAt,
      lastSeenAt: at,
      secondFactorAt: at,
    },
  });
  return next;
}

/** 256 bits for a browser's cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Writes down that a session is in use. After the answer, at most once a minute; not an event. */
export async function seeSession(sessionId: string, now: Temporal.Instant): Promise<void> {
  await commandsDb().signInSession.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { lastSeenAt: dateOf(now) },
  });
}

/** Kept forms of one person at once: more are no forms that somebody typed. */
const mostKept = 20;

/** Keeps a form that came with an expired session, for a day, for the person of that session; at most twenty of them. */
export async function keepForm(
  personId: string,
  path: string,
  values: object,
  now: Temporal.Instant,
): Promise<void> {
  await commandsDb().$transaction(async (tx) => {
    await tx.keptForm.deleteMany({ where: { personId, path } });
    if ((await tx.keptForm.count({ where: { personId } })) >= mostKept) return;
    await tx.keptForm.create({ data: { id: newId(), personId, path, values, keptAt: dateOf(now) } });
  });
}
