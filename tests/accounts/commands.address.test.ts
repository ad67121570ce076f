import { expect, test } from "vitest";
import { changeAddress } from "#lib/accounts/commands/address.ts";
import { findSession, getAddress } from "#lib/accounts/queries.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeCandidate, makeCounselor, makePerson, makeSession } from "../../prisma/seed/factories.ts";

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
const said = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "ok" : answer.refusal);
const address = () => `${newId()}@example.org`;
const change = (person: Person, email = address()) => ({
  key: newId(),
  person: person.id,
  email,
  version: person.version,
});

async function people() {
  const ana = await makeCounselor(db());
  return { ana, ada: await makePerson(db(), { role: "admin" }), maya: await makeCandidate(db(), ana.id) };
}

test("a mended address ends every session, tells nobody, and stands in no event", async () => {
  const { ada, maya } = await people();
  const { token } = await makeSession(db(), maya.id, now());
  const input = change(maya, ` ${newId()}@Example.ORG `);
  expect(said(await changeAddress(viewerOf(ada), input))).toBe("ok");
  expect((await findSession(token, now()))?.state).toBe("ended");
  const email = input.email.trim().toLowerCase();
  expect(await db().person.findUniqueOrThrow({ where: { id: maya.id } })).toMatchObject({ email });
  expect(await db().mail.count({ where: { recipientId: maya.id } })).toBe(0);
  const event = await db().event.findUniqueOrThrow({ where: { id: input.key } });
  expect(event).toMatchObject({ kind: "person.address_changed", actorId: ada.id, subjectId: maya.id });
  expect(JSON.stringify(event)).not.toContain(email);
});

test("who has not been here yet is invited again, once", async () => {
  const { ada, ana } = await people();
  const nia = await makeCandidate(db(), ana.id, { welcomedAt: null });
  const input = change(nia);
  await changeAddress(viewerOf(ada), input);
  await changeAddress(viewerOf(ada), input);
  const mails = await db().mail.findMany({ where: { recipientId: nia.id } });
  expect(mails.map(({ kind, eventId }) => [kind, eventId])).toEqual([["person.invited", input.key]]);
});

test("admins only, and only what can be", async () => {
  const { ada, ana, maya } = await people();
  const left = await makeCandidate(db(), ana.id, { deactivatedAt: dateOf(now()) });
  const gone = await makePerson(db(), { role: "admin", deactivatedAt: dateOf(now()) });
  const cases = [
    [ana, change(maya), "not_found"],
    [maya, change(maya), "not_found"],
    [gone, change(maya), "signed_out"],
    [ada, { ...change(maya), person: newId() }, "not_found"],
    [ada, change(left), "not_found"],
    [ada, change(maya, ana.email.toUpperCase()), "address_known"],
    [ada, change(maya, "\uFF4Dia@example.org"), "address_unclear"],
    [ada, change(maya, maya.email), "same_address"],
    [ada, { ...change(maya), version: 7 }, "stale"],
  ] as const;
  for (const [actor, input, refusal] of cases) {
    expect(said(await changeAddress(viewerOf(actor), input)), refusal).toBe(refusal);
    expect(await db().event.count({ where: { id: input.key } })).toBe(0);
  }
  expect(await getAddress(viewerOf(ana), maya.id)).toBeNull();
  expect(await getAddress(viewerOf(ada), maya.id)).toMatchObject({ email: maya.email });
});

test("of two admins at once one mends it, and one address is never two people's", async () => {
  const { ada, ana, maya } = await people();
  const noor = await makeCandidate(db(), ana.id);
  const both = await Promise.all([1, 2].map(() => changeAddress(viewerOf(ada), change(maya))));
  expect(both.map(said).toSorted()).toEqual(["ok", "stale"]);
  const email = address();
  const again = await db().person.findUniqueOrThrow({ where: { id: maya.id } });
  const same = await Promise.all(
    [again, noor].map((person) => changeAddress(viewerOf(ada), change(person, email))),
  );
  expect(same.map(said).toSorted()).toEqual(["address_known", "ok"]);
  expect(await db().person.count({ where: { email } })).toBe(1);
});
