import { describe, expect, test } from "vitest";
import { enrolSecondFactor, passSecondFactor } from "#lib/accounts/commands/second-factor.ts";
import { findSession } from "#lib/accounts/queries.ts";
import { getSecondFactor, listUnseenCodes, offeredSecret } from "#lib/accounts/queries/second-factor.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeCandidate, makeSession } from "../../prisma/seed/factories.ts";
import {
  at,
  later,
  codeOf,
  otherThan,
  arrived,
  withApp,
  form,
  liveOf,
  mailsOf,
  eventsOf,
  refusalOf,
} from "./staff-with-app.ts";

describe("enrolling", () => {
  test("the first code of the offered secret passes under a new token, and leaves ten hashed codes, a mail, no secret in the open", async () => {
    const { viewer, session, token, person } = await arrived();
    const secret = offeredSecret(session);
    const answer = await enrolSecondFactor(viewer, { ...form(), code: codeOf(secret), session }, at);
    expect(answer).toMatchObject({ ok: true });
    const next = answer.ok ? answer.value.token : "";
    expect(await findSession(token, at)).toMatchObject({ state: "ended" });
    expect(await findSession(next, at)).toMatchObject({
      state: "live",
      passed: true,
      person: { id: person.id },
    });
    const rows = [
      await db().secondFactor.findMany({ where: { personId: person.id } }),
      await db().recoveryCode.findMany({ where: { personId: person.id } }),
      await eventsOf(person.id),
      await liveOf(person.id),
    ];
    expect(rows.map(({ length }) => length)).toEqual([1, 10, 1, 1]);
    const shown = await listUnseenCodes(viewer);
    expect(shown).toHaveLength(10);
    for (const kept of [secret, next, ...shown, ...shown.map((code) => code.replaceAll("-", ""))])
      expect(JSON.stringify(rows)).not.toContain(kept);
    expect(await mailsOf(person.id)).toEqual(["second_factor.enrolled"]);
    expect(offeredSecret(newId())).not.toBe(secret);
  });

  test("another code, another session's secret, somebody else's session and an ended one are refused and change nothing", async () => {
    const [{ viewer, session, person }, other] = [await arrived(), await arrived()];
    const secret = offeredSecret(session);
    const tries = [
      { code: otherThan(secret), session },
      { code: codeOf(offeredSecret(other.session)), session },
      { code: codeOf(offeredSecret(other.session)), session: other.session },
      { code: codeOf(offeredSecret(newId())), session: newId() },
    ];
    for (const tried of tries)
      expect(refusalOf(await enrolSecondFactor(viewer, { ...form(), ...tried }, at))).toBe("not_valid");
    await db().signInSession.update({ where: { id: session }, data: { endedAt: dateOf(at) } });
    expect(refusalOf(await enrolSecondFactor(viewer, { ...form(), code: codeOf(secret), session }, at))).toBe(
      "not_valid",
    );
    expect(await db().secondFactor.count({ where: { personId: person.id } })).toBe(0);
    expect(await eventsOf(person.id)).toEqual([]);
  });

  test("on two devices at once one app is enrolled; the other device stays as it was", async () => {
    const { viewer, session, person } = await arrived();
    const second = (await makeSession(db(), person.id, at)).id;
    const answers = await Promise.all(
      [session, second].map((one) =>
        enrolSecondFactor(viewer, { ...form(), code: codeOf(offeredSecret(one)), session: one }, at),
      ),
    );
    expect(answers.map(refusalOf).toSorted()).toEqual(["enrolled_already", "ok"]);
    expect((await liveOf(person.id)).filter(({ secondFactorAt }) => secondFactorAt !== null)).toHaveLength(1);
    expect(await liveOf(person.id)).toHaveLength(2);
  });

  test("is nothing for candidates", async () => {
    const { id } = await makeCandidate(db(), (await arrived()).person.id);
    const session = (await makeSession(db(), id, at)).id;
    const viewer = viewerFrom({
      personId: id,
      name: "Maya",
      role: "candidate",
      timeZone: "UTC",
      looked: () => undefined,
    });
    const input = { ...form(), code: codeOf(offeredSecret(session)), session };
    expect(refusalOf(await enrolSecondFactor(viewer, input, at))).toBe("not_found");
    expect(await getSecondFactor(viewer, at)).toBe(null);
  });
});

describe("passing", () => {
  test("a code passes once; not again in another session, nor the one before it; the next one does", async () => {
    const { viewer, session, secret, person } = await withApp();
    const pass = async (code: string, moment: Temporal.Instant, one?: string) =>
      refusalOf(
        await passSecondFactor(
          viewer,
          { ...form(), code, session: one ?? (await makeSession(db(), person.id, at)).id },
          moment,
        ),
      );
    expect(await pass(codeOf(secret), at, session)).toBe("ok");
    expect(await pass(codeOf(secret), at)).toBe("not_valid");
    expect(await pass(codeOf(secret, later(-30)), at)).toBe("not_valid");
    expect(await pass(codeOf(secret, later(30)), later(30))).toBe("ok");
    expect(await mailsOf(person.id)).toEqual([]);
    expect(await eventsOf(person.id)).toHaveLength(2);
  });

  test("sixty posts of one code from sixty sessions give one", async () => {
    const { viewer, person, secret } = await withApp();
    const sessions = await Promise.all(Array.from({ length: 60 }, () => makeSession(db(), person.id, at)));
    const answers = await Promise.all(
      sessions.map(({ id }) =>
        passSecondFactor(viewer, { ...form(), code: codeOf(secret), session: id }, at),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await liveOf(person.id)).filter(({ secondFactorAt }) => secondFactorAt !== null)).toHaveLength(1);
  });

  test("sixty posts of one recovery code in one session give one, and its person is told once", async () => {
    const { viewer, person, session, codes } = await withApp();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        passSecondFactor(viewer, { ...form(), recovery: codes[0], session }, at),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await mailsOf(person.id)).toEqual(["second_factor.recovery_used"]);
    expect(await getSecondFactor(viewer, at)).toMatchObject({ codesLeft: 9 });
  });

  test("the same form sent again gives no second token", async () => {
    const { viewer, session, secret } = await withApp();
    const input = { ...form(), code: codeOf(secret), session };
    expect(refusalOf(await passSecondFactor(viewer, input, at))).toBe("ok");
    expect(refusalOf(await passSecondFactor(viewer, input, at))).toBe("not_valid");
  });

  test("what is of somebody else passes nobody, nor does a secret sealed for another person", async () => {
    const [mine, theirs] = [await withApp(), await withApp()];
    const pass = (typed: { code?: string; recovery?: string | undefined }, session = mine.session) =>
      passSecondFactor(mine.viewer, { ...form(), ...typed, session }, at);
    expect(refusalOf(await pass({ recovery: theirs.codes[0] }))).toBe("not_valid");
    expect(refusalOf(await pass({ code: codeOf(mine.secret) }, theirs.session))).toBe("not_valid");
    const { sealedSecret } = await db().secondFactor.findUniqueOrThrow({
      where: { personId: theirs.person.id },
    });
    await db().secondFactor.update({ where: { personId: mine.person.id }, data: { sealedSecret } });
    expect(refusalOf(await pass({ code: codeOf(mine.secret) }))).toBe("not_valid");
    expect(refusalOf(await pass({}))).toBe("not_valid");
  });

  test("keeps the hour of signing in, so that it ends when the first would have", async () => {
    const { viewer, person, secret } = await withApp();
    const early = at.subtract({ hours: 11 });
    const { id } = await makeSession(db(), person.id, early);
    const answer = await passSecondFactor(viewer, { ...form(), code: codeOf(secret), session: id }, at);
    const token = answer.ok ? answer.value.token : "";
    expect(await findSession(token, early.add({ hours: 12 }))).toMatchObject({ state: "expired" });
  });

  test("somebody who was deactivated in the meantime is signed out", async () => {
    const { viewer, person, session, secret } = await withApp();
    await db().person.update({ where: { id: person.id }, data: { deactivatedAt: dateOf(at) } });
    expect(refusalOf(await passSecondFactor(viewer, { ...form(), code: codeOf(secret), session }, at))).toBe(
      "signed_out",
    );
  });
});
