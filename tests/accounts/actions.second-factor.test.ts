import { beforeAll, describe, expect, test, vi } from "vitest";
import { signOutAction } from "#lib/accounts/actions.ts";
import { enrolSecondFactorAction, passSecondFactorAction } from "#lib/accounts/actions/second-factor.ts";
import { findSession } from "#lib/accounts/queries.ts";
import { offeredSecret } from "#lib/accounts/queries/second-factor.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { actions } from "#lib/web/access.ts";
import type { ActionName } from "#lib/web/access.ts";
import { currentSession, gate, unverifiedSession } from "#lib/web/session.ts";
import { makeCandidate, makeSession } from "../../prisma/seed/factories.ts";
import { makeCast } from "../support/cast.ts";
import { browse, cookieNow, send } from "../support/request.ts";
import { doors, rows } from "./doors.ts";
import { arrived, at, codeOf, form, otherThan, withApp } from "./staff-with-app.ts";

vi.mock("next/headers", async () => (await import("../support/request.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

const ask = (staffSecondFactor: boolean) =>
  db().agency.upsert({
    where: { id: 1 },
    create: { id: 1, name: "Harbour", helpLine: "", timeZone: "UTC", staffSecondFactor },
    update: { staffSecondFactor },
  });
beforeAll(() => ask(true));

/** What somebody may do before the second factor, beside what everybody may. */
const open: readonly ActionName[] = ["signOutAction", "enrolSecondFactorAction", "passSecondFactorAction"];
const closed = (Object.keys(actions) as ActionName[]).filter(
  (name) => actions[name] !== "everyone" && !open.includes(name),
);

test.each(closed)("%s does nothing for an admin whose session is not verified", async (name) => {
  const cast = await makeCast(db(), at);
  const { token } = await makeSession(db(), cast.admin.id, at);
  browse({ token, path: "/from/here", network: newId() });
  const stage = { db: db(), now: at, cast };
  const key = newId();
  const fields = { key, ...(await rows[name].thing?.(stage)), ...rows[name].form?.(stage) };
  expect(await send(doors[name], fields)).toMatchObject({
    to: expect.stringMatching(/^\/second-factor\?next=%2Ffrom%2Fhere/) as string,
  });
  expect(await db().event.count({ where: { id: key } })).toBe(0);
});

describe("a session that is not verified", () => {
  test("is none for pages and endpoints, and is sent to the second step and back", async () => {
    const { token, session } = await arrived("admin");
    browse({ token, path: "/people?after=x" });
    expect(await currentSession()).toBe(null);
    expect(await unverifiedSession()).toMatchObject({ sessionId: session });
    await expect(gate("/people")).rejects.toMatchObject({
      digest: expect.stringContaining("/second-factor?next=%2Fpeople%3Fafter%3Dx") as string,
    });
  });

  test("can be signed out", async () => {
    const { token, session } = await arrived();
    browse({ token });
    expect(await send(signOutAction, { key: newId(), session })).toEqual({ to: "/sign-in?done=signed_out" });
    expect(await findSession(token, at)).toMatchObject({ state: "ended" });
  });

  test("becomes another one that is, under another cookie; the first is nobody's", async () => {
    const { token, session, person } = await arrived();
    browse({ token, path: "/second-factor" });
    const fields = { ...form(), code: codeOf(offeredSecret(session)), next: "/calendar" };
    expect(await send(enrolSecondFactorAction, fields)).toEqual({
      to: "/second-factor/codes?next=%2Fcalendar",
    });
    const verified = cookieNow() ?? "";
    expect(verified).not.toBe(token);
    browse({ token: verified });
    expect(await currentSession()).toMatchObject({ viewer: { personId: person.id } });
    browse({ token });
    expect([await currentSession(), await unverifiedSession()]).toEqual([null, null]);
  });
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "nobody is sent on to %s",
  async (next) => {
    const { token, secret } = await withApp();
    browse({ token });
    expect(await send(passSecondFactorAction, { ...form(), code: codeOf(secret), next })).toEqual({
      to: "/",
    });
  },
);

test("five codes in a session, the right one too late; another session still can; nothing typed comes back", async () => {
  const { token, secret, person } = await withApp();
  browse({ token });
  const answers = [];
  for (let count = 0; count < 5; count += 1)
    answers.push(await send(passSecondFactorAction, { ...form(), code: otherThan(secret) }));
  expect(answers.map((came) => ("to" in came ? "in" : came.refusal))).toEqual(
    Array.from({ length: 5 }, () => "not_valid"),
  );
  expect(JSON.stringify(answers)).not.toContain(otherThan(secret));
  expect(await send(passSecondFactorAction, { ...form(), code: codeOf(secret) })).toMatchObject({
    refusal: "too_many",
  });
  browse({ token: (await makeSession(db(), person.id, at)).token });
  expect(await send(passSecondFactorAction, { ...form(), code: codeOf(secret) })).toEqual({ to: "/" });
});

test("fifty codes for one person in a day, from however many sessions; then a recovery code alone", async () => {
  const { person, secret, codes } = await withApp();
  const type = async (typed: Record<string, string>) => {
    browse({ token: (await makeSession(db(), person.id, at)).token });
    return send(passSecondFactorAction, { ...form(), ...typed });
  };
  for (let count = 0; count < 50; count += 1) await type({ code: otherThan(secret) });
  expect(await type({ code: codeOf(secret) })).toMatchObject({ refusal: "too_many" });
  expect(await type({ recovery: (codes[0] ?? "").toLowerCase() })).toEqual({ to: "/" });
});

test("a limiter that gives no answer refuses", async () => {
  const { token, secret } = await withApp();
  browse({ token });
  await db().$executeRaw`ALTER TABLE rate_limits RENAME TO rate_limits_gone`;
  try {
    expect(await send(passSecondFactorAction, { ...form(), code: codeOf(secret) })).toMatchObject({
      refusal: "too_many",
    });
  } finally {
    await db().$executeRaw`ALTER TABLE rate_limits_gone RENAME TO rate_limits`;
  }
});

test("candidates are never asked; staff are not while the agency does not; a form typed before is kept", async () => {
  const { person, token } = await arrived();
  const candidate = await makeCandidate(db(), person.id);
  browse({ token: (await makeSession(db(), candidate.id, at)).token });
  expect(await currentSession()).toMatchObject({ viewer: { role: "candidate" } });
  browse({ token, path: "/you" });
  await send(doors.confirmProfileAction, { key: newId(), name: "Typed", timeZone: "UTC", version: "0" });
  expect(await db().keptForm.findFirst({ where: { personId: person.id, path: "/you" } })).toMatchObject({
    values: { name: "Typed" },
  });
  await ask(false);
  expect(await currentSession()).toMatchObject({ viewer: { personId: person.id } });
  expect(await send(passSecondFactorAction, { ...form(), code: "123456" })).toMatchObject({
    refusal: "not_found",
  });
  await ask(true);
});
