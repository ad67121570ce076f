import { ok, refuse } from "#lib/core/result.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { environment } from "#lib/infra/env.ts";
import { derivedSecret, newId, sameSecret, sha256 } from "#lib/infra/hash.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { newSessionToken } from "#lib/accounts/commands/sessions.ts";
import { signInSecrets } from "#lib/accounts/queries.ts";
import { normalEmail, signInMinutes } from "#lib/accounts/rules.ts";
import type { RedeemSignInInput, RequestSignInInput } from "#lib/accounts/schema.ts";

function codeHash(requestId: string, code: string): string {
  return sha256(`${derivedSecret("sign-in code hash", requestId)}:${code}`);
}

/** Whose mail it shall be: by the address typed, or by the invitation's person. */
export type SignInWish = Pick<RequestSignInInput, "key" | "next"> & ({ email: string } | { person: string });

/** Asks for a sign-in mail. The answer is the same whether or not it is for somebody; `input.key` becomes the request's id. */
export function requestSignIn(input: SignInWish, now: Temporal.Instant) {
  const wanted = "person" in input ? { id: input.person } : { email: normalEmail(input.email) ?? "" };
  // For whom, so that a corrected address is another request; keyed, so that the event holds no address to be guessed.
  const request = { wish: derivedSecret("sign-in wish", Object.values(wanted)[0] ?? "") };
  const spec = { once: input.key, request, did: "sign_in.requested", subject: input.key } as const;
  return transact(nobody, spec, async (tx, event) => {
    const person = await tx.person.findFirst({
      where: { ...wanted, role: { not: "guest" }, deactivatedAt: null },
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
    const offered = await tx.demoPerson.findUnique({ where: { personId }, select: { personId: true } });
    if (!mark || !offered || !(await startSession(tx, { id, personId, token, device, now })))
      return refuse("not_found");
    return ok({ id });
  });
  return answer.ok ? ok<StartedSession>({ token, personId, nextPath: null }) : answer;
}

async function startSession(
  tx: Db,
  session: { id: string; personId: string; token: string; device: string; now: Temporal.Instant },
): Promise<boolean> {
  // Shared with a change of role or activity at the same moment, so that it ends this session or comes first (I12).
  const [person] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM people WHERE id = ${session.personId}::uuid AND role <> 'guest' AND deactivated_at IS NULL FOR SHARE`;
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
