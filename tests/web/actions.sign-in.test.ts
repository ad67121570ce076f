import { expect, test, vi } from "vitest";
import { acceptInvitationAction } from "#lib/people/actions.ts";
import {
  demoSignInAction,
  redeemSignInAction,
  requestSignInAction,
  signOutAction,
} from "#lib/accounts/actions.ts";
import { findSession, signInSecrets } from "#lib/accounts/queries.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeCandidate, makeCounselor } from "../../prisma/seed/factories.ts";
import { browse, cookieNow, send } from "../support/request.ts";
import type { Came } from "../support/request.ts";

vi.mock("next/headers", async () => (await import("../support/request.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

const maya = async () => makeCandidate(db(), (await makeCounselor(db())).id);
const refusalOf = (came: Came) => ("to" in came ? "went on" : came.refusal);

/** Asks for a sign-in mail; the id of the request. */
async function ask(email: string, next?: string) {
  const key = newId();
  const came = await send(requestSignInAction, { key, email, ...(next === undefined ? {} : { next }) });
  return { key, came, ...signInSecrets(key) };
}

test("by link and by code a browser gets its cookie, goes to its own path, and gives the cookie back at the end", async () => {
  const { email, id: personId } = await maya();
  for (const [secret, next, to] of [
    ["token", "/interviews", "/interviews"],
    ["code", "//evil.example", "/"],
  ] as const) {
    browse({ network: newId() });
    const asked = await ask(email, next);
    expect(asked.came).toEqual({ to: `/sign-in/${asked.key}` });
    expect(cookieNow()).toBeUndefined();
    expect(
      await send(redeemSignInAction, { key: newId(), request: asked.key, [secret]: asked[secret] }),
    ).toEqual({ to });
    const token = cookieNow() ?? "";
    const found = await findSession(token, now());
    expect(found).toMatchObject({ state: "live", person: { id: personId } });
    browse({ token, network: newId() });
    expect(await send(signOutAction, { key: newId(), session: found?.id ?? "" })).toEqual({
      to: "/sign-in?done=signed_out",
    });
    expect(cookieNow()).toBeUndefined();
    expect(await findSession(token, now())).toMatchObject({ state: "ended" });
  }
});

test("neither code nor token ever comes back to the page", async () => {
  browse({ network: newId() });
  const { key, token } = await ask((await maya()).email);
  const came = await send(redeemSignInAction, { key: newId(), request: key, code: "not six", token });
  expect(came).toMatchObject({ errors: { code: expect.any(String) as string }, values: { request: key } });
  expect(JSON.stringify(came)).not.toMatch(new RegExp(`not six|${token}`));
});

test("five mails for one address in a quarter of an hour, from wherever they are asked for; invitations count too", async () => {
  const { email, id } = await maya();
  const answers: unknown[] = [];
  for (let count = 0; count < 7; count += 1) {
    browse({ network: newId() });
    answers.push(refusalOf((await ask(count % 2 ? email.toUpperCase() : ` ${email}`)).came));
  }
  expect(answers).toEqual([...Array.from({ length: 5 }, () => "went on"), "too_many", "too_many"]);
  expect(await db().mail.count({ where: { recipientId: id } })).toBe(5);
  const other = await maya();
  for (let count = 0; count < 5; count += 1)
    await send(acceptInvitationAction, { key: newId(), person: other.id });
  expect(refusalOf(await send(acceptInvitationAction, { key: newId(), person: other.id }))).toBe("too_many");
});

test("one network asks and redeems sixty times in a quarter of an hour, whatever it claims to forward", async () => {
  const request = newId();
  const network = "198.51.100.7";
  const redeem = (claimed: string) => {
    browse({ network: `${claimed}, ${network}` });
    return send(redeemSignInAction, { key: newId(), request, code: "123456" });
  };
  const answers = await Promise.all(Array.from({ length: 62 }, (_, count) => redeem(`10.0.0.${count}`)));
  expect(answers.filter((came) => refusalOf(came) === "not_valid")).toHaveLength(60);
  browse({ network: "198.51.100.8" });
  expect(refusalOf(await send(redeemSignInAction, { key: newId(), request, code: "123456" }))).toBe(
    "not_valid",
  );
});

test("nobody signs in with one press outside the demo", async () => {
  const { id } = await maya();
  await db().installation.upsert({
    where: { id: 1 },
    create: { id: 1, demoMarkedAt: dateOf(now()) },
    update: {},
  });
  browse({ network: newId() });
  expect(refusalOf(await send(demoSignInAction, { key: newId(), person: id }))).toBe("not_found");
  expect(cookieNow()).toBeUndefined();
});

test("a limiter that gives no answer refuses to send and to redeem", async () => {
  const { email } = await maya();
  browse({ network: newId() });
  const asked = await ask(email);
  await db().$executeRaw`ALTER TABLE rate_limits RENAME TO rate_limits_gone`;
  try {
    expect(refusalOf((await ask(email)).came)).toBe("too_many");
    expect(
      refusalOf(await send(redeemSignInAction, { key: newId(), request: asked.key, token: asked.token })),
    ).toBe("too_many");
  } finally {
    await db().$executeRaw`ALTER TABLE rate_limits_gone RENAME TO rate_limits`;
  }
});
