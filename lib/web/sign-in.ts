import { cookies, headers } from "next/headers";
import { demoSignIn, redeemSignIn, requestSignIn } from "#lib/accounts/commands/sign-in.ts";
import type { SignInWish, StartedSession } from "#lib/accounts/commands/sign-in.ts";
import { findAddress, findRequestPerson } from "#lib/accounts/queries.ts";
import { deviceName, normalEmail } from "#lib/accounts/rules.ts";
import type { RedeemSignInInput, RequestSignInInput } from "#lib/accounts/schema.ts";
import { refuse } from "#lib/core/result.ts";
import { elapsedSince } from "#lib/infra/clock.ts";
import { sha256 } from "#lib/infra/hash.ts";
import { sessionCookie } from "#lib/web/auth.ts";
import { ownPath } from "#lib/web/guard.ts";
import { allows } from "#lib/web/rate-limit.ts";

/** Milliseconds that every answer about an address takes at least: known and unknown ones must not differ. */
const answerFloor = 250;

/** Asks for a sign-in mail to the typed address, within the limits by address and by network. */
export async function requestSignInHere(_actor: null, input: RequestSignInInput, now: Temporal.Instant) {
  const address = sha256(normalEmail(input.email) ?? input.email);
  return requestWithin(address, { ...input, next: ownPath(input.next) ?? undefined }, now);
}

/** The same for the person whom an invitation's link names. */
export async function acceptInvitationHere(
  _actor: null,
  input: { key: string; person: string },
  now: Temporal.Instant,
) {
  // The same limit as the typed address has: two doors to one mailbox are not twice as many codes.
  return requestWithin(sha256((await findAddress(input.person)) ?? input.person), input, now);
}

async function requestWithin(limited: string, wish: SignInWish, now: Temporal.Instant) {
  return inEqualTime(async () => {
    const allowed =
      (await allows("sign_in_address", limited)) && (await allows("sign_in_network", await network()));
    return allowed ? requestSignIn(wish, now) : refuse("too_many");
  });
}

/** Lets an answer about an address take so long that it says nothing about whose it is. */
export async function inEqualTime<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const start = elapsedSince(0);
  const answer = await run();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, answerFloor - elapsedSince(start))));
  return answer;
}

/** Redeems a link or a code, and gives the browser its cookie. */
export async function redeemSignInHere(_actor: null, input: RedeemSignInInput, now: Temporal.Instant) {
  if (!(await allows("sign_in_network", await network()))) return refuse("too_many");
  if (input.code !== undefined && !(await mayTypeCode(input.request))) return refuse("not_valid");
  const answer = await redeemSignIn(input, await device(), now);
  if (answer.ok) await giveCookie(answer.value);
  return answer;
}

/** Signs in as one of the demo's people; `not_found` outside the demo. */
export async function demoSignInHere(_actor: null, input: { person: string }, now: Temporal.Instant) {
  const answer = await demoSignIn(input.person, await device(), now);
  if (answer.ok) await giveCookie(answer.value);
  return answer;
}

/** Takes the cookie away from this browser. */
export async function takeCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Gives this browser the cookie of a session that has just begun. */
export async function giveCookie(session: Pick<StartedSession, "token">): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, session.token, { ...options, maxAge: 30 * 24 * 3600 });
}

/** Many requests for one person must not add up to many guesses. */
async function mayTypeCode(requestId: string): Promise<boolean> {
  const person = await findRequestPerson(requestId);
  return person === null || allows("sign_in_codes", person);
}

async function device(): Promise<string> {
  return deviceName((await headers()).get("user-agent") ?? "");
}

/** The nearest address in front of us: what the reverse proxy added last, or Next's own reading of the socket. */
export async function network(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  const address = forwarded.split(",").at(-1)?.trim().slice(0, 64) || "unknown";
  // One household has a whole /64 of IPv6.
  return address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
}
