import { describe, expect, test } from "vitest";
import { addFirstAdmin } from "#lib/accounts/commands/people.ts";
import { redeemSignIn, requestSignIn } from "#lib/accounts/commands/sign-in.ts";
import { findSession, signInSecrets } from "#lib/accounts/queries.ts";
import { signInMinutes, signInTries } from "#lib/accounts/rules.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";

async function maya() {
  return makeCandidate(db(), (await makeCounselor(db())).id);
}

/** Asks for a sign-in mail as the form does. */
async function asked(email: string, at = now(), next?: string) {
  const key = newId();
  const answer = await requestSignIn({ key, email, ...(next === undefined ? {} : { next }) }, at);
  return { request: key, answer, ...signInSecrets(key) };
}

const redeem = (input: { request: string; token?: string; code?: string }, at = now()) =>
  redeemSignIn({ key: newId(), ...input }, "Chrome on Android", at);
const mailsTo = (personId: string) =>
  db().mail.count({ where: { recipientId: personId, kind: "sign_in.requested" } });
const sessionsOf = (personId: string) => db().signInSession.count({ where: { personId, endedAt: null } });
const other = (code: string) => (code === "000000" ? "000001" : "000000");

describe("asking for a sign-in mail", () => {
  test("leaves one request and one mail, and no secret in the database", async () => {
    const person = await maya();
    const { request, token, code, answer } = await asked(`  ${person.email.toUpperCase()} `);
    expect(answer).toEqual({ ok: true, value: { id: request } });
    expect(await mailsTo(person.id)).toBe(1);
    const row = await db().signInRequest.findUniqueOrThrow({ where: { id: request } });
    expect(row).toMatchObject({ personId: person.id, tokenHash: sha256(token), triesLeft: signInTries });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(row)).not.toContain(code);
    // Six digits hashed alone are guessed in a second; the hash needs the installation's secret.
    expect(row.codeHash).not.toBe(sha256(code));
  });

  test("answers alike for an address that nobody has, and for somebody who left; nobody is mailed", async () => {
    const gone = await makePerson(db(), { role: "counselor", deactivatedAt: dateOf(now()) });
    const before = await db().mail.count();
    for (const email of [`${newId()}@example.org`, gone.email]) {
      const { request, answer, code, token } = await asked(email);
      expect(answer).toEqual({ ok: true, value: { id: request } });
      expect(await redeem({ request, code })).toEqual({ ok: false, refusal: "not_valid" });
      expect(await redeem({ request, token })).toEqual({ ok: false, refusal: "not_valid" });
    }
    expect(await db().mail.count()).toBe(before);
  });

  test("an address that only looks like somebody's is nobody's; one that cannot be stored is bad input", async () => {
    const { id } = await makeCandidate(db(), (await makeCounselor(db())).id, { email: "kim@example.org" });
    for (const email of [
      "\uFF4Bim@example.org",
      "k%@example.org",
      "kim@example_org",
      "k\u0131m@example.org",
    ]) {
      expect(await asked(email)).toMatchObject({ answer: { ok: true } });
      expect(await mailsTo(id)).toBe(0);
    }
    expect((await asked("kim@example.org\u0000")).answer).toEqual({ ok: false, refusal: "bad_input" });
  });
});

describe("redeeming", () => {
  test("works once, by link and by code, and goes where the person wanted to", async () => {
    const person = await maya();
    const byLink = await asked(person.email, now(), "/interviews");
    const byCode = await asked(person.email);
    const first = await redeem({ request: byLink.request, token: byLink.token });
    const second = await redeem({ request: byCode.request, code: byCode.code });
    expect([first, second]).toMatchObject([
      { ok: true, value: { personId: person.id, nextPath: "/interviews" } },
      { ok: true, value: { personId: person.id, nextPath: null } },
    ]);
    const started = first.ok ? first.value.token : "";
    expect(await findSession(started, now())).toMatchObject({ state: "live", person: { id: person.id } });
    expect(
      JSON.stringify(await db().signInSession.findMany({ where: { personId: person.id } })),
    ).not.toContain(started);
    for (const again of [
      { request: byLink.request, token: byLink.token },
      { request: byCode.request, code: byCode.code },
    ])
      expect(await redeem(again)).toEqual({ ok: false, refusal: "not_valid" });
  });

  test("sixty at once give one session", async () => {
    const person = await maya();
    const { request, token } = await asked(person.email);
    const answers = await Promise.all(Array.from({ length: 60 }, () => redeem({ request, token })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.map((answer) => (answer.ok ? "ok" : answer.refusal)))).toEqual(
      new Set(["ok", "not_valid"]),
    );
    expect(await sessionsOf(person.id)).toBe(1);
  });

  test("five other codes end it for every code, the right one too; so do thirty at once", async () => {
    for (const tries of [signInTries, 30]) {
      const { request, code } = await asked((await maya()).email);
      const answers = await Promise.all(
        Array.from({ length: tries }, () => redeem({ request, code: other(code) })),
      );
      expect(answers.some(({ ok }) => ok)).toBe(false);
      expect(await redeem({ request, code })).toEqual({ ok: false, refusal: "not_valid" });
    }
  });

  test("four other codes do not, and another request's secrets never fit", async () => {
    const { request, code } = await asked((await maya()).email);
    const theirs = await asked((await maya()).email);
    for (let count = 0; count < 3; count += 1) await redeem({ request, code: other(code) });
    expect(await redeem({ request, token: theirs.token })).toMatchObject({ ok: false });
    expect(await redeem({ request, code: theirs.code === code ? other(code) : theirs.code })).toMatchObject({
      ok: false,
    });
    expect(await redeem({ request, code })).toMatchObject({ ok: true });
  });

  test("ends after ten minutes, to the millisecond", async () => {
    const at = now();
    const end = at.add({ minutes: signInMinutes });
    const { email } = await maya();
    const late = await asked(email, at);
    expect(await redeem({ request: late.request, token: late.token }, end)).toMatchObject({ ok: false });
    expect(await redeem({ request: late.request, code: late.code }, end)).toMatchObject({ ok: false });
    const early = await asked(email, at);
    expect(
      await redeem({ request: early.request, token: early.token }, end.subtract({ milliseconds: 1 })),
    ).toMatchObject({ ok: true });
  });

  test("neither secret, an empty one and an unknown request are refused alike", async () => {
    const { request } = await asked((await maya()).email);
    for (const input of [
      { request },
      { request, token: "" },
      { request: newId(), token: "x" },
      { request: newId(), code: "123456" },
    ])
      expect(await redeem(input)).toEqual({ ok: false, refusal: "not_valid" });
  });

  test("somebody who left in the meantime does not come in", async () => {
    const person = await maya();
    const { request, token } = await asked(person.email);
    await db().person.update({ where: { id: person.id }, data: { deactivatedAt: dateOf(now()) } });
    expect(await redeem({ request, token })).toEqual({ ok: false, refusal: "not_valid" });
  });
});

test("a first admin is made once, even by two at once, and is mailed", async () => {
  await db().$executeRaw`ALTER TABLE people DISABLE TRIGGER people_keep_one_admin`;
  await db().person.updateMany({ where: { role: "admin" }, data: { deactivatedAt: dateOf(now()) } });
  await db().$executeRaw`ALTER TABLE people ENABLE TRIGGER people_keep_one_admin`;
  const ask = () => addFirstAdmin({ key: newId(), email: `${newId()}@example.org`, name: "Ada" }, now());
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.refusal)).toSorted()).toEqual([
    "not_first",
    "not_first",
    "ok",
  ]);
  const [made] = answers.filter(({ ok }) => ok);
  expect(
    await db().mail.count({
      where: { kind: "person.invited", recipientId: made?.ok ? made.value.id : newId() },
    }),
  ).toBe(1);
});
