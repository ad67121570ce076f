import { describe, expect, test } from "vitest";
import { demoSignIn, requestSignIn } from "#lib/accounts/commands/sign-in.ts";
import { findSession } from "#lib/accounts/queries.ts";
import { now } from "#lib/infra/clock.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { invitePerson } from "#lib/people/commands.ts";
import { askForHelp } from "#lib/people/commands/help.ts";
import { listPeople } from "#lib/people/queries.ts";
import { peopleFilterFrom } from "#lib/people/rules/filters.ts";
import { getOwnRequest } from "#lib/people/queries/help.ts";
import { makeCandidate, makeCounselor, makePerson, makeSession } from "../../prisma/seed/factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import { ask, confirm, db, mailsTo, personOf, request, tokenOf } from "./asked.ts";

const later = (hours: number) => now().add({ hours });

describe("asking", () => {
  test("who is not here becomes a guest with a request and one mail; the event holds nothing of it", async () => {
    const input = request({ email: `  ${newId()}@Example.org` });
    expect(await ask(input, now())).toBe("ok");
    const email = input.email.trim().toLowerCase();
    const guest = await personOf(email);
    expect(guest).toMatchObject({ role: "guest", name: "Nia Okafor", counselorId: null });
    expect(await db().helpRequest.findUnique({ where: { id: input.key } })).toMatchObject({
      personId: guest?.id,
      topic: "interview",
      confirmedAt: null,
    });
    expect(await mailsTo(email)).toEqual(["help.asked"]);
    const event = await db().event.findUniqueOrThrow({ where: { id: input.key } });
    expect(JSON.stringify(event)).not.toContain(email);
    expect(await ask(input, now())).toBe("ok");
    expect(await db().helpRequest.count({ where: { personId: guest?.id ?? "" } })).toBe(1);
  });

  test("a candidate's and a colleague's address are answered alike, mailed once an hour, and nothing is kept", async () => {
    const ana = await makeCounselor(db());
    for (const { email, id, role } of [ana, await makeCandidate(db(), ana.id)]) {
      expect([await ask(request({ email }), now()), await ask(request({ email }), now())]).toEqual([
        "ok",
        "ok",
      ]);
      expect(await mailsTo(email)).toEqual(["help.asked"]);
      expect(await db().helpRequest.count({ where: { personId: id } })).toBe(0);
      expect(await personOf(email)).toMatchObject({ role });
    }
  });

  test("within the hour the newer words take the older one's place; beyond three a day nothing is kept", async () => {
    const { email } = request();
    const first = request({ email });
    await ask(first, now());
    await ask(request({ email, happened: "Rather this." }), now());
    const rows = () => db().helpRequest.findMany({ where: { person: { email } } });
    expect(await rows()).toMatchObject([{ id: first.key, happened: "Rather this." }]);
    // A mail is dated by the clock: each of these comes two hours after the last one.
    for (let each = 0; each < 4; each += 1) {
      await db().mail.updateMany({
        where: { recipient: { email } },
        data: { queuedAt: dateOf(later(-2)) },
      });
      expect(await ask(request({ email }), now())).toBe("ok");
    }
    expect(await rows()).toHaveLength(3);
    expect(await mailsTo(email)).toHaveLength(3);
  });

  test("of twenty at once with one address one is kept and one mail goes", async () => {
    const { email } = request();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(request({ email }), now())));
    expect(new Set(answers)).toEqual(new Set(["ok"]));
    expect(await db().helpRequest.count({ where: { person: { email } } })).toBe(1);
    expect(await mailsTo(email)).toEqual(["help.asked"]);
  });

  test("an address that looks like another is told, and the same key with other words is no second request", async () => {
    expect(await ask(request({ email: "\uFF4Dia@example.org" }), now())).toBe("address_unclear");
    const input = request();
    await ask(input, now());
    expect(await ask({ ...input, happened: "Other words." }, now())).toBe("already_saved");
  });
});

describe("confirming", () => {
  test("by the secret of the mail only, once; of ten at once one does", async () => {
    const [mine, other] = [request(), request()];
    for (const input of [mine, other]) await ask(input, now());
    expect(await confirm(mine.key, now(), tokenOf(other.key))).toBe("not_valid");
    expect(await confirm(mine.key, now(), "")).toBe("not_valid");
    expect(await confirm(newId(), now())).toBe("not_valid");
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(mine.key, now())));
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(["ok", "confirmed_already"]));
    expect(await db().helpRequest.findUniqueOrThrow({ where: { id: mine.key } })).toMatchObject({
      confirmedAt: expect.any(Date),
    });
  });

  test("reading the page changes nothing, and shows how far it is; after two days it is gone", async () => {
    const input = request();
    await ask(input, now());
    const state = async (at = now()) => (await getOwnRequest(input.key, tokenOf(input.key), at))?.state;
    expect([await state(), await state(), await state(later(48))]).toEqual(["asked", "asked", undefined]);
    expect(await confirm(input.key, later(48))).toBe("not_valid");
    expect(await confirm(input.key, later(47))).toBe("ok");
    expect([await state(), await state(later(100))]).toEqual(["waiting", "waiting"]);
    expect(await getOwnRequest(input.key, "x", now())).toBeNull();
  });
});

describe("a guest is nobody who can come in", () => {
  test("no mail to sign in, no session that lives, no invitation's page, no place in the list of people", async () => {
    const input = request();
    await ask(input, now());
    const guest = await personOf(input.email);
    if (!guest) throw new Error("nobody there");
    const key = newId();
    await requestSignIn({ key, email: input.email }, now());
    await requestSignIn({ key: newId(), person: guest.id }, now());
    expect(await db().signInRequest.findUniqueOrThrow({ where: { id: key } })).toMatchObject({
      personId: null,
    });
    expect(await mailsTo(input.email)).toEqual(["help.asked"]);
    const { token } = await makeSession(db(), guest.id, now());
    expect(await findSession(token, now())).toMatchObject({ state: "ended" });
    expect((await demoSignIn(guest.id, "", now())).ok).toBe(false);
    const ada = await makePerson(db(), { role: "admin" });
    const { people } = await listPeople(viewerOf(ada), {
      filter: peopleFilterFrom({}),
      after: null,
      now: now(),
    });
    expect(people.map(({ id }) => id)).not.toContain(guest.id);
  });

  test("an invitation to a guest's address makes them what they are invited as, once, under their own id", async () => {
    const [ana, ben] = [await makeCounselor(db()), await makeCounselor(db())];
    const input = request();
    await ask(input, now());
    const guest = await personOf(input.email);
    const invitation = { name: "Nia O.", email: input.email, role: "candidate" as const, counselor: null };
    const answers = await Promise.all(
      [ana, ben].map((one) => invitePerson(viewerOf(one), { ...invitation, key: newId() }, now())),
    );
    expect(answers.map((one) => (one.ok ? one.value.id : one.refusal)).toSorted()).toEqual(
      [guest?.id, "address_known"].toSorted(),
    );
    expect(await personOf(input.email)).toMatchObject({ id: guest?.id, role: "candidate", name: "Nia O." });
    expect((await mailsTo(input.email)).toSorted()).toEqual(["help.asked", "person.invited"]);
    expect(await confirm(input.key, now())).toBe("not_valid");
    expect((await getOwnRequest(input.key, tokenOf(input.key), now()))?.state).toBe("here");
  });

  test("an invitation that is sent twice answers with the same person", async () => {
    const ana = await makeCounselor(db());
    const input = request();
    await askForHelp(input, now());
    const invitation = {
      key: newId(),
      name: "Nia",
      email: input.email,
      role: "candidate",
      counselor: null,
    } as const;
    const first = await invitePerson(viewerOf(ana), invitation, now());
    expect(await invitePerson(viewerOf(ana), invitation, now())).toEqual(first);
  });
});
