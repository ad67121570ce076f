import { beforeAll, describe, expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { listCounselors, listPeople } from "#lib/people/queries.ts";
import { getDeactivation } from "#lib/people/queries/deactivation.ts";
import { getImport, listBadTexts, listImports } from "#lib/people/queries/import.ts";
import { getPerson } from "#lib/people/queries/person.ts";
import { peopleFilterFrom } from "#lib/people/rules/filters.ts";
import { makeCandidate, makeMock, makePerson, makeSession } from "../../prisma/seed/factories.ts";
import { makePeopleImport } from "../../prisma/seed/list-factory.ts";
import { db, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { agency, ahead } from "./agency.ts";

let statements = 0;
beforeAll(() => {
  (pagesDb() as unknown as { $on: (event: "query", listen: () => void) => void }).$on(
    "query",
    () => (statements += 1),
  );
});

const all = async (viewer: Person, typed: Record<string, string> = {}, after: string | null = null) =>
  listPeople(viewerOf(viewer), { filter: peopleFilterFrom(typed), after, now: now() });
const ids = ({ people }: Awaited<ReturnType<typeof all>>) => people.map(({ id }) => id).toSorted();

describe("the list of people", () => {
  test("is found by a part of name or address, and narrowed by role, state and counselor", async () => {
    const { ada, ana, ben, maya, nia } = await agency();
    const mark = newId().slice(0, 8);
    const facts = { name: `Zoë 100%_${mark} Ünal` };
    const zoe = await makeCandidate(db(), ana.id, { ...facts, welcomedAt: null });
    const left = await makeCandidate(db(), ben.id, {
      email: `left.${mark}@example.org`,
      deactivatedAt: dateOf(now()),
    });
    expect(ids(await all(ada, { q: mark.toUpperCase() }))).toEqual([zoe.id, left.id].toSorted());
    expect(ids(await all(ada, { q: `100%_${mark}` }))).toEqual([zoe.id]);
    expect(ids(await all(ada, { q: `1%0_${mark}` }))).toEqual([]);
    expect(ids(await all(ada, { q: `${mark} ün` }))).toEqual([zoe.id]);
    expect(ids(await all(ada, { q: mark, state: "invited" }))).toEqual([zoe.id]);
    expect(ids(await all(ada, { q: mark, state: "left" }))).toEqual([left.id]);
    expect(ids(await all(ada, { q: mark, role: "admin" }))).toEqual([]);
    expect(ids(await all(ada, { counselor: ana.id, state: "here" }))).toEqual([maya.id, nia.id].toSorted());
    expect(ids(await all(ana))).toEqual([]);
    expect(await listCounselors(viewerOf(maya))).toEqual([]);
  });

  test("candidates whom nobody active looks after are found", async () => {
    const { ada, ana, maya, nia } = await agency();
    expect(ids(await all(ada, { counselor: "none" }))).not.toContain(maya.id);
    await db().person.update({ where: { id: ana.id }, data: { deactivatedAt: dateOf(now()) } });
    const alone = await makePerson(db(), { role: "candidate" });
    const found = ids(await all(ada, { counselor: "none" }));
    expect([maya.id, nia.id, alone.id].every((id) => found.includes(id))).toBe(true);
  });

  test("pages follow each other without a gap, each in one statement and one for its place", async () => {
    const { ada } = await agency();
    const mark = newId().slice(0, 8);
    for (let at = 0; at < 120; at += 1)
      await makePerson(db(), { role: at % 2 ? "candidate" : "counselor", name: `${mark} ${at % 3}` });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      statements = 0;
      const page = await all(ada, { q: mark }, after);
      expect(statements).toBe(after === null ? 1 : 2);
      seen.push(...page.people.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });
});

test("one person: numbers only, in one statement, for admins", async () => {
  const { ada, ana, maya } = await agency();
  await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: ahead(0) });
  await makeSession(db(), ana.id, now());
  await makeSession(db(), ana.id, now().subtract({ hours: 13 }));
  statements = 0;
  expect(await getPerson(viewerOf(ada), ana.id, now())).toMatchObject({
    signedIn: 1,
    arrival: "here",
    has: { candidates: 2, sessions: 1, actions: 0 },
  });
  expect(statements).toBe(1);
  expect(await getPerson(viewerOf(ada), maya.id, now())).toMatchObject({
    counselor: { name: ana.name, isActive: true },
    has: { sessions: 1, interviews: 0 },
  });
  expect([
    await getPerson(viewerOf(ana), maya.id, now()),
    await getPerson(viewerOf(ada), newId(), now()),
    await getPerson(viewerOf(ada), "x", now()),
  ]).toEqual([null, null, null]);
});

test("the preview of a deactivation asks seven statements whatever hangs on somebody, and is an admin's", async () => {
  const { ada, ana, ben } = await agency();
  for (let at = 0; at < 12; at += 1) {
    const candidate = await makeCandidate(db(), ana.id);
    await makeMock(db(), { candidateId: candidate.id, counselorId: ana.id, startsAt: ahead(at) });
  }
  const choice = { all: ben.id, each: new Map<string, string>() };
  statements = 0;
  expect((await getDeactivation(viewerOf(ada), ana.id, choice, now()))?.mocks).toHaveLength(12);
  expect(statements).toBeLessThanOrEqual(7);
  expect(await getDeactivation(viewerOf(ana), ben.id, choice, now())).toBeNull();
  expect(await getDeactivation(viewerOf(ada), "x", choice, now())).toBeNull();
});

test("lists are an admin's: how far each is, what stands against which line, and the cells of those", async () => {
  const { ada, ana } = await agency();
  const made = await makePeopleImport(db(), { madeById: ada.id, counselorId: ana.id, at: now() });
  const place = { after: 0, now: now() };
  statements = 0;
  expect(await getImport(viewerOf(ada), made.id, place)).toMatchObject({
    state: "preview",
    counts: { good: 1, bad: 1, settled: 0, people: 1, interviews: 1, formulas: 0, texts: 1 },
    bad: [{ line: 3, problems: [{ column: "email", problem: "email_needed", line: 0 }] }],
    next: null,
  });
  expect(statements).toBe(3);
  expect((await getImport(viewerOf(ada), made.id, { ...place, after: 3 }))?.bad).toEqual([]);
  expect(await listBadTexts(viewerOf(ada), made.id)).toMatchObject([
    { line: 3, cells: { name: "Nia Okafor" } },
  ]);
  statements = 0;
  expect((await listImports(viewerOf(ada), now())).map(({ id }) => id)).toContain(made.id);
  expect(statements).toBe(2);
  expect([
    await getImport(viewerOf(ana), made.id, place),
    await getImport(viewerOf(ada), newId(), place),
    await listBadTexts(viewerOf(ana), made.id),
    await listBadTexts(viewerOf(ada), "x"),
    await listImports(viewerOf(ana), now()),
  ]).toEqual([null, null, null, null, []]);
});
