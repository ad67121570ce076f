import { randomBytes } from "node:crypto";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { environment } from "#lib/infra/env.ts";
import { derivedSecret, newId, sameSecret, sha256 } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { signInSecrets } from "#lib/accounts/queries.ts";
import { normalEmail, signInMinutes } from "#lib/accounts/rules.ts";
import type { ConfirmProfileInput, RedeemSignInInput, RequestSignInInput } from "#lib/accounts/schema.ts";

function codeHash(requestId: string, code: string): string {
  return sha256(`${derivedSecret("sign-in code hash", requestId)}:${code}`);
}

/** Whose mail it shall be: by the address typed, or by the invitation's person. */
export type SignInWish = Pick<RequestSignInInput, "key" | "next"> & ({ email: string } | { person: string });

/** Asks for a sign-in mail. The answer is the same whether or not it is for somebody; `input.key` becomes the request's id. */
export function requestSignIn(input: SignInWish, now: Temporal.Instant) {
  const spec = { once: input.key, request: {}, did: "sign_in.requested", subject: input.key } as const;
  return transact(nobody, spec, async (tx, event) => {
    const wanted = "person" in input ? { id: input.person } : { email: normalEmail(input.email) ?? "" };
    const person = await tx.person.findFirst({
      where: { ...wanted, deactivatedAt: null },
      select: { id: true },
    });
    const { token, code } = signInSecrets(input.key);
    await tx.signInRequest.create({
      data: {
        id: input.key,
        personId: person?.id ?? null,
        tokenHash: sha256(token),
        codeHash: codeHash(input.key, code),
        nextPath: input.next ?? null,
        createdAt: dateOf(now),
        expiresAt: dateOf(now.add({ minutes: signInMinutes })),
      },
    });
    if (person) await enqueueMails(tx, event, [person.id], "sign_in.requested");
    return ok({ id: input.key });
  });
}

/** What a fresh session gives the browser: the cookie's token leaves this function once and is stored nowhere. */
export type StartedSession = { token: string; personId: string; nextPath: string | null };

/**
 * Redeems the link's token or the six digits of one sign-in request. Refuses `not_valid` for wrong, used, late or unknown ones,
 * with the same answer for all; a request takes five wrong codes, counted in a transaction of their own so that a refusal
 * cannot roll the count back.
 */
export async function redeemSignIn(input: RedeemSignInInput, device: string, now: Temporal.Instant) {
  if (input.code !== undefined && !(await spendTry(input.request, input.code, now)))
    return refuse("not_valid");
  const tokenHash =
    input.code === undefined ? sha256(input.token ?? "") : sha256(signInSecrets(input.request).token);
  const token = newSessionToken();
  const id = newId();
  let started: StartedSession | null = null;
  const spec = { once: id, request: {}, did: "session.started", subject: id } as const;
  const answer = await transact<"not_valid">(nobody, spec, async (tx) => {
    const [request] = await tx.$queryRaw<{ person_id: string | null; next_path: string | null }[]>`
      DELETE FROM sign_in_requests WHERE id = ${input.request}::uuid AND token_hash = ${tokenHash} AND expires_at > ${dateOf(now)}
      RETURNING person_id, next_path`;
    if (!request?.person_id) return refuse("not_valid");
    if (!(await startSession(tx, { id, personId: request.person_id, token, device, now })))
      return refuse("not_valid");
    started = { token, personId: request.person_id, nextPath: request.next_path };
    return ok({ id });
  });
  if (!answer.ok) return answer;
  return started ? ok<StartedSession>(started) : refuse("not_valid");
}

async function spendTry(requestId: string, code: string, now: Temporal.Instant): Promise<boolean> {
  const [request] = await commandsDb().$queryRaw<{ code_hash: string }[]>`
    UPDATE sign_in_requests SET tries_left = tries_left - 1
    WHERE id = ${requestId}::uuid AND tries_left > 0 AND expires_at > ${dateOf(now)} RETURNING code_hash`;
  return request !== undefined && sameSecret(request.code_hash, codeHash(requestId, code));
}

/** Signs in as one of the demo's people, in the demo only: it needs `DEMO=1` and the mark that the demo left in its database. */
export async function demoSignIn(personId: string, device: string, now: Temporal.Instant) {
  if (environment().DEMO !== "1") return refuse("not_found");
  const token = newSessionToken();
  const id = newId();
  const spec = { once: id, request: {}, did: "session.started", subject: id } as const;
  const answer = await transact<"not_found">(nobody, spec, async (tx) => {
    const mark = await tx.installation.findFirst({
      where: { demoMarkedAt: { not: null } },
      select: { id: true },
    });
    if (!mark || !(await startSession(tx, { id, personId, token, device, now }))) return refuse("not_found");
    return ok({ id });
  });
  return answer.ok ? ok<StartedSession>({ token, personId, nextPath: null }) : answer;
}

async function startSession(
  tx: Db,
  session: { id: string; personId: string; token: string; device: string; now: Temporal.Instant },
): Promise<boolean> {
  const person = await tx.person.findFirst({
    where: { id: session.personId, deactivatedAt: null },
    select: { id: true },
  });
  if (!person) return false;
  const at = dateOf(session.now);
  await tx.signInSession.create({
    data: {
      id: session.id,
      personId: person.id,
      tokenHash: sha256(session.token),
      device: session.device,
      createdAt: at,
      lastSeenAt: at,
    },
  });
  return true;
}

function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

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

/** Name and time zone as the person confirms or changes them. Refuses `stale` if they changed since the page was shown. */
export function confirmProfile(actor: Viewer, input: ConfirmProfileInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "profile.confirmed",
    subject: actor.personId,
  } as const;
  return transact<"stale">(actor, spec, async (tx) => {
    const changed = await tx.person.updateMany({
      where: { id: actor.personId, version: input.version },
      data: {
        name: input.name,
        timeZone: input.timeZone,
        welcomedAt: dateOf(now),
        version: { increment: 1 },
      },
    });
    return changed.count === 1 ? ok({ id: actor.personId }) : refuse("stale");
  });
}

/** Adds somebody who was invited; the zone is the inviting person's until they confirm their own. */
export async function addInvited(
  tx: Db,
  person: {
    id: string;
    name: string;
    email: string;
    role: Role;
    counselorId: string | null;
    invitedById: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { now, ...row } = person;
  const inviter =
    row.invitedById &&
    (await tx.person.findUnique({ where: { id: row.invitedById }, select: { timeZone: true } }));
  await tx.person.create({
    data: { ...row, timeZone: inviter ? inviter.timeZone : "UTC", invitedAt: dateOf(now) },
  });
}

/** Sets somebody's role; false if they changed since `version`. */
export async function setRole(
  tx: Db,
  { id, role, version }: { id: string; role: Role; version: number },
): Promise<boolean> {
  const changed = await tx.person.updateMany({
    where: { id, version },
    data: { role, version: { increment: 1 } },
  });
  return changed.count === 1;
}

/** The first admin of an installation, made by a command of the operator. Refuses `not_first` where an active admin exists. */
export function addFirstAdmin(input: { key: string; email: string; name: string }, now: Temporal.Instant) {
  const spec = { once: input.key, request: {}, did: "person.invited", subject: input.key } as const;
  return transact<"not_first" | "address_unclear">(nobody, spec, async (tx, event) => {
    const email = normalEmail(input.email);
    if (email === null) return refuse("address_unclear");
    await lockInOrder(tx, ["the first admin"]);
    if (await tx.person.findFirst({ where: { role: "admin", deactivatedAt: null }, select: { id: true } }))
      return refuse("not_first");
    await addInvited(tx, {
      id: input.key,
      name: input.name,
      email,
      role: "admin",
      counselorId: null,
      invitedById: null,
      now,
    });
    await enqueueMails(tx, event, [input.key], "person.invited");
    return ok({ id: input.key });
  });
}

/** Writes down that a session is in use. After the answer, at most once a minute; not an event. */
export async function seeSession(sessionId: string, now: Temporal.Instant): Promise<void> {
  await commandsDb().signInSession.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { lastSeenAt: dateOf(now) },
  });
}

/** Keeps a form that came with an expired session, for a day, for the person of that session. */
export async function keepForm(
  personId: string,
  path: string,
  values: object,
  now: Temporal.Instant,
): Promise<void> {
  await commandsDb().$transaction(async (tx) => {
    await tx.keptForm.deleteMany({ where: { personId, path } });
    await tx.keptForm.create({ data: { id: newId(), personId, path, values, keptAt: dateOf(now) } });
  });
}
