import { describe, expect, test } from "vitest";
import {
  enrolSecondFactor,
  keepRecoveryCodes,
  passSecondFactor,
  renewSecondFactor,
  resetSecondFactor,
} from "#lib/accounts/commands/second-factor.ts";
import { findSession } from "#lib/accounts/queries.ts";
import { getSecondFactor, listUnseenCodes, offeredSecret } from "#lib/accounts/queries/second-factor.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeSession } from "../../prisma/seed/factories.ts";
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

describe("renewing", () => {
  test("takes a code of the old app and one of the new, ends other sessions, and gives new recovery codes", async () => {
    const { viewer, person, session, secret, codes } = await withApp();
    const other = (await makeSession(db(), person.id, at)).token;
    const code = codeOf(offeredSecret(session));
    const renew = (current: string, fresh = code) =>
      renewSecondFactor(viewer, { ...form(), current, code: fresh, session }, at);
    expect(refusalOf(await renew(otherThan(secret)))).toBe("not_valid");
    expect(refusalOf(await renew("28708\uFF12"))).toBe("not_valid");
    expect(refusalOf(await renew(codes[0] ?? "", otherThan(offeredSecret(session))))).toBe("not_valid");
    expect(await getSecondFactor(viewer, at)).toMatchObject({ codesLeft: 10 });
    const answer = await renew(codeOf(secret));
    expect(answer).toMatchObject({ ok: true });
    expect(await findSession(answer.ok ? answer.value.token : "", at)).toMatchObject({
      state: "live",
      passed: true,
    });
    expect(await findSession(other, at)).toMatchObject({ state: "ended" });
    expect(await listUnseenCodes(viewer)).toHaveLength(10);
    const again = (await makeSession(db(), person.id, at)).id;
    const pass = (typed: object) =>
      passSecondFactor(viewer, { ...form(), ...typed, session: again }, later(30));
    expect(refusalOf(await pass({ recovery: codes[1] }))).toBe("not_valid");
    expect(refusalOf(await pass({ code: codeOf(secret, later(30)) }))).toBe("not_valid");
    expect(refusalOf(await pass({ code: codeOf(offeredSecret(session), later(30)) }))).toBe("ok");
  });

  test("needs an app", async () => {
    const { viewer, session } = await arrived();
    const input = { ...form(), current: "123456", code: codeOf(offeredSecret(session)), session };
    expect(refusalOf(await renewSecondFactor(viewer, input, at))).toBe("not_found");
  });
});

test("recovery codes that were kept are not shown again, to their person or anybody", async () => {
  const { viewer, session } = await arrived();
  await enrolSecondFactor(viewer, { ...form(), code: codeOf(offeredSecret(session)), session }, at);
  expect(await listUnseenCodes((await arrived("admin")).viewer)).toEqual([]);
  expect(refusalOf(await keepRecoveryCodes(viewer, form()))).toBe("ok");
  expect(await listUnseenCodes(viewer)).toEqual([]);
  expect(refusalOf(await keepRecoveryCodes(viewer, form()))).toBe("not_found");
});

describe("resetting", () => {
  test("an admin takes a colleague's app away: signed out everywhere, told by mail, enrolling anew", async () => {
    const [admin, { person, session, token }] = [await arrived("admin"), await withApp()];
    const input = { ...form(), person: person.id };
    expect(refusalOf(await resetSecondFactor(admin.viewer, input, at))).toBe("ok");
    expect(await findSession(token, at)).toMatchObject({ state: "ended" });
    expect(await mailsOf(person.id)).toEqual(["second_factor.reset"]);
    expect(await db().recoveryCode.count({ where: { personId: person.id } })).toBe(0);
    expect(session).not.toBe("");
    expect(await eventsOf(admin.person.id)).toMatchObject([
      { kind: "second_factor.reset", subjectId: person.id },
    ]);
    expect(refusalOf(await resetSecondFactor(admin.viewer, { ...form(), person: person.id }, at))).toBe(
      "not_found",
    );
  });

  test("is no counselor's, never one's own, and nothing where there is no app", async () => {
    const [counselor, admin, colleague] = [await withApp(), await withApp("admin"), await withApp()];
    const reset = (viewer: typeof admin.viewer, person: string) =>
      resetSecondFactor(viewer, { ...form(), person }, at);
    expect(refusalOf(await reset(counselor.viewer, colleague.person.id))).toBe("not_found");
    expect(refusalOf(await reset(admin.viewer, admin.person.id))).toBe("not_found");
    expect(refusalOf(await reset(admin.viewer, newId()))).toBe("not_found");
    expect(refusalOf(await reset(admin.viewer, (await arrived()).person.id))).toBe("not_found");
    expect(await db().secondFactor.count({ where: { personId: colleague.person.id } })).toBe(1);
  });

  test("at the moment of passing leaves no live session, whoever comes first", async () => {
    const admin = await arrived("admin");
    for (let round = 0; round < 8; round += 1) {
      const { viewer, person, session, secret } = await withApp();
      await Promise.all([
        passSecondFactor(viewer, { ...form(), code: codeOf(secret), session }, at),
        resetSecondFactor(admin.viewer, { ...form(), person: person.id }, at),
      ]);
      expect(await liveOf(person.id)).toEqual([]);
    }
  });
});
