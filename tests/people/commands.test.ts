import { describe, expect, test } from "vitest";
import { confirmProfile } from "#lib/accounts/commands/people.ts";
import { endAllSessions } from "#lib/accounts/commands/sessions.ts";
import { findSession } from "#lib/accounts/queries.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { changeRole, inviteAgain, invitePerson } from "#lib/people/commands.ts";
import { makeCandidate, makeCounselor, makePerson, makeSession } from "../../prisma/seed/factories.ts";

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
const said = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "ok" : answer.refusal);
const address = () => `${newId()}@example.org`;
const invitation = (role: "candidate" | "counselor" | "admin", counselor: string | null = null) => ({
  key: newId(),
  name: "Nia Okafor",
  email: address(),
  role,
  counselor,
});

async function staff() {
  return { ana: await makeCounselor(db()), ada: await makePerson(db(), { role: "admin", name: "Ada" }) };
}

describe("inviting", () => {
  test("a counselor's candidate is theirs and mailed once; an admin picks who", async () => {
    const { ana, ada } = await staff();
    const [mine, picked] = [invitation("candidate"), invitation("candidate", ana.id)];
    expect(said(await invitePerson(viewerOf(ana), mine, now()))).toBe("ok");
    expect(said(await invitePerson(viewerOf(ada), picked, now()))).toBe("ok");
    for (const { key, email } of [mine, picked]) {
      expect(await db().person.findUniqueOrThrow({ where: { id: key } })).toMatchObject({
        counselorId: ana.id,
        email,
        role: "candidate",
        welcomedAt: null,
      });
      expect(await db().mail.count({ where: { recipientId: key, kind: "person.invited" } })).toBe(1);
    }
  });

  test("who may not invite whom leaves nobody behind", async () => {
    const { ana, ada } = await staff();
    const maya = await makeCandidate(db(), ana.id);
    const gone = await makeCounselor(db(), { deactivatedAt: dateOf(now()) });
    const cases = [
      [ana, invitation("counselor"), "not_yours"],
      [ana, invitation("admin"), "not_yours"],
      [maya, invitation("candidate"), "not_found"],
      [ada, invitation("candidate"), "no_counselor"],
      [ada, invitation("candidate", maya.id), "no_counselor"],
      [ada, invitation("candidate", gone.id), "no_counselor"],
      [gone, invitation("candidate"), "signed_out"],
      [ana, { ...invitation("candidate"), email: "\uFF4Dia@example.org" }, "address_unclear"],
    ] as const;
    for (const [actor, input, refusal] of cases) {
      expect(said(await invitePerson(viewerOf(actor), input, now())), refusal).toBe(refusal);
      expect(await db().person.count({ where: { id: input.key } })).toBe(0);
      expect(await db().event.count({ where: { id: input.key } })).toBe(0);
    }
  });

  test("an address is one person however it is typed, also by two at once (I10)", async () => {
    const { ana, ada } = await staff();
    const email = address();
    const spellings = [email, email.toUpperCase(), ` ${email}`, email.replace("e", "E")];
    const answers = await Promise.all(
      spellings.flatMap((spelling) =>
        [viewerOf(ana), viewerOf(ada)].map((actor) =>
          invitePerson(actor, { ...invitation("candidate", ana.id), email: spelling }, now()),
        ),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.map(said))).toEqual(new Set(["ok", "address_known"]));
    expect(await db().person.count({ where: { email } })).toBe(1);
    expect(await db().mail.count({ where: { recipient: { email } } })).toBe(1);
    await expect(makePerson(db(), { role: "counselor", email: email.toUpperCase() })).rejects.toThrow();
    await expect(makePerson(db(), { role: "counselor", email: "no address" })).rejects.toThrow();
  });

  test("again only for who was not here yet, and by who may see them", async () => {
    const { ana, ada } = await staff();
    const ben = await makeCounselor(db());
    const nia = await makeCandidate(db(), ana.id, { welcomedAt: null });
    const maya = await makeCandidate(db(), ana.id);
    const again = (actor: Person, person: Person) =>
      inviteAgain(viewerOf(actor), { key: newId(), person: person.id });
    expect([
      said(await again(ana, nia)),
      said(await again(ada, nia)),
      said(await again(ben, nia)),
      said(await again(nia, nia)),
    ]).toEqual(["ok", "ok", "not_found", "not_found"]);
    expect(said(await again(ana, maya))).toBe("welcomed_already");
    expect(await db().mail.count({ where: { recipientId: nia.id, kind: "person.invited" } })).toBe(2);
  });
});

describe("roles and sign-ins", () => {
  test("a change of role, of address or of activity ends every sign-in and every open request at once (I12)", async () => {
    const changes = [{ role: "admin" as const }, { email: address() }, { deactivatedAt: dateOf(now()) }];
    for (const data of changes) {
      const colleague = await makeCounselor(db());
      const { token } = await makeSession(db(), colleague.id, now());
      const hash = "0".repeat(64);
      const [createdAt, expiresAt] = [dateOf(now()), dateOf(now().add({ minutes: 10 }))];
      await db().signInRequest.create({
        data: { id: newId(), personId: colleague.id, tokenHash: hash, codeHash: hash, createdAt, expiresAt },
      });
      await db().person.update({ where: { id: colleague.id }, data: { name: "Another name" } });
      expect(await findSession(token, now())).toMatchObject({ state: "live" });
      await db().person.update({ where: { id: colleague.id }, data });
      expect(await findSession(token, now())).toMatchObject({ state: "ended" });
      expect(await db().signInRequest.count({ where: { personId: colleague.id } })).toBe(0);
    }
  });

  test("a role is changed by an admin, of a colleague as the page showed them", async () => {
    const { ana, ada } = await staff();
    const maya = await makeCandidate(db(), ana.id);
    const change = (actor: Person, person: Person, version = 0) =>
      changeRole(viewerOf(actor), { key: newId(), person: person.id, role: "admin", version });
    expect([
      said(await change(ana, ana)),
      said(await change(ada, maya)),
      said(await change(ada, ana, 7)),
    ]).toEqual(["not_found", "not_found", "stale"]);
    expect(said(await change(ada, ana))).toBe("ok");
    // With the role she had when the page was shown she does nothing any more.
    expect(said(await invitePerson(viewerOf(ana), invitation("candidate"), now()))).toBe("signed_out");
  });

  test("of three admins who are demoted at once, one stays (I11)", async () => {
    for (let round = 0; round < 5; round += 1) {
      const admins = await Promise.all([0, 1, 2].map(() => makePerson(db(), { role: "admin" })));
      await db().person.updateMany({
        where: { role: "admin", id: { notIn: admins.map(({ id }) => id) } },
        data: { role: "counselor" },
      });
      const demotions = admins.map((admin) =>
        changeRole(viewerOf(admin), { key: newId(), person: admin.id, role: "counselor", version: 0 }),
      );
      expect((await Promise.all(demotions)).map(said).toSorted()).toEqual(["last_admin", "ok", "ok"]);
      expect(await db().person.count({ where: { role: "admin", deactivatedAt: null } })).toBe(1);
    }
    const [last] = await db().person.findMany({ where: { role: "admin", deactivatedAt: null } });
    await expect(
      db().person.update({ where: { id: last?.id ?? "" }, data: { deactivatedAt: dateOf(now()) } }),
    ).rejects.toThrow(/last admin/);
  });

  test("signing out everywhere ends all of one's own sessions and nobody else's", async () => {
    const { ana, ada } = await staff();
    const [one, two, hers] = [
      await makeSession(db(), ana.id, now()),
      await makeSession(db(), ana.id, now()),
      await makeSession(db(), ada.id, now()),
    ];
    expect(said(await endAllSessions(viewerOf(ana), { key: newId() }, now()))).toBe("ok");
    const states = await Promise.all([one, two, hers].map(({ token }) => findSession(token, now())));
    expect(states.map((found) => found?.state)).toEqual(["ended", "ended", "live"]);
  });

  test("of two profiles sent from the same page, the second hears that it is stale (I17)", async () => {
    const { ana } = await staff();
    const confirm = (name: string) =>
      confirmProfile(viewerOf(ana), { key: newId(), name, timeZone: "Asia/Kathmandu", version: 0 }, now());
    const answers = (await Promise.all([confirm("Ana One"), confirm("Ana Two")])).map(said);
    expect(answers.toSorted()).toEqual(["ok", "stale"]);
  });
});
