import { describe, expect, test } from "vitest";
import { findSession } from "#lib/accounts/queries.ts";
import { now } from "#lib/infra/clock.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { bookMock } from "#lib/mocks/commands/booking.ts";
import { deactivate, reactivate } from "#lib/people/commands/deactivation.ts";
import { getDeactivation } from "#lib/people/queries/deactivation.ts";
import { pairText, pairsFrom } from "#lib/people/rules/deactivation.ts";
import { takeSeat } from "#lib/workshops/commands/seats.ts";
import {
  makeCandidate,
  makeCounselor,
  makeInterview,
  makeMock,
  makePerson,
  makePlanAction,
  makePostMortem,
  makeSession,
} from "../../prisma/seed/factories.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { askFor, db, mailsAbout, refusal, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { agency, ahead } from "./agency.ts";

type Choice = { to?: Person | null; each?: readonly (readonly [Person, Person])[] };

async function preview(actor: Person, leaving: Person, { to = null, each = [] }: Choice = {}) {
  const pairs = each.map(([candidate, counselor]) => pairText(candidate.id, counselor.id));
  const choice = { all: to?.id ?? null, each: pairsFrom(pairs) };
  const shown = await getDeactivation(viewerOf(actor), leaving.id, choice, now());
  const form = {
    key: newId(),
    person: leaving.id,
    to: to?.id ?? null,
    each: pairs,
    shown: shown?.shown ?? "0".repeat(64),
  };
  return { shown, form };
}

const carryOut = async (actor: Person, leaving: Person, choice: Choice = {}) =>
  deactivate(viewerOf(actor), (await preview(actor, leaving, choice)).form, now());

describe("a counselor leaves", () => {
  test("candidates go where they were sent, sessions move where the time is free and are cancelled where not", async () => {
    const { ada, ana, ben, cleo, maya, nia } = await agency();
    const moved = await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: ahead(0) });
    const lost = await makeMock(db(), { candidateId: nia.id, counselorId: ana.id, startsAt: ahead(5) });
    const other = await makeCandidate(db(), cleo.id);
    await makeMock(db(), { candidateId: other.id, counselorId: cleo.id, startsAt: ahead(5) });
    const over = await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: ahead(-200) });
    const choice = { to: ben, each: [[nia, cleo]] as const };
    const { shown } = await preview(ada, ana, choice);
    expect(shown?.candidates.map(({ id, to }) => [id, to])).toEqual(
      [maya, nia]
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ id }) => [id, id === maya.id ? ben.name : cleo.name]),
    );
    expect(shown?.mocks.map(({ id, to }) => [id, to])).toEqual([
      [moved.id, ben.name],
      [lost.id, null],
    ]);
    expect(refusal(await carryOut(ada, ana, choice))).toBe("ok");
    const person = (id: string) => db().person.findUniqueOrThrow({ where: { id } });
    expect(await person(ana.id)).toMatchObject({ deactivatedById: ada.id, deactivatedAt: expect.any(Date) });
    expect([(await person(maya.id)).counselorId, (await person(nia.id)).counselorId]).toEqual([
      ben.id,
      cleo.id,
    ]);
    const mock = (id: string) => db().mock.findUniqueOrThrow({ where: { id } });
    expect(await mock(moved.id)).toMatchObject({ counselorId: ben.id, version: 1, cancelledAt: null });
    expect(await mock(lost.id)).toMatchObject({
      counselorId: ana.id,
      version: 1,
      cancelReason: "counselor_away",
    });
    expect(await mock(over.id)).toMatchObject({ counselorId: ana.id, version: 0, cancelledAt: null });
    expect(await mailsAbout(moved.id)).toEqual({
      "mock.handed_over": [ana.id, ben.id, maya.id].toSorted(),
    });
    expect(await mailsAbout(lost.id)).toEqual({ "mock.cancelled": [ana.id, nia.id].toSorted() });
    expect(await mailsAbout(maya.id)).toEqual({ "person.handed_over": [maya.id] });
    expect(await mailsAbout(ana.id)).toEqual({ "person.received": [ben.id, cleo.id].toSorted() });
  });

  test("her open actions go along, what is ended stays hers; her sign-ins end at once (I12)", async () => {
    const { ada, ana, ben, maya } = await agency();
    const { token } = await makeSession(db(), ana.id, now());
    const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: ahead(-200) });
    const postMortem = await makePostMortem(db(), interview, ahead(-199));
    const open = await makePlanAction(db(), postMortem, now(), { ownerId: ana.id });
    const ended = { endedAs: "done", endedAt: dateOf(now()), endedById: ana.id } as const;
    const done = await makePlanAction(db(), postMortem, now(), { ownerId: ana.id, ...ended });
    expect(refusal(await carryOut(ada, ana, { to: ben }))).toBe("ok");
    const owner = async (id: string) => (await db().planAction.findUniqueOrThrow({ where: { id } })).ownerId;
    expect([await owner(open.id), await owner(done.id)]).toEqual([ben.id, ana.id]);
    expect(await findSession(token, now())).toMatchObject({ state: "ended" });
  });

  test.each<[string, (people: Awaited<ReturnType<typeof agency>>) => Promise<unknown>]>([
    ["a new candidate", ({ ana }) => makeCandidate(db(), ana.id)],
    [
      "a new session",
      ({ ana, maya }) => bookMock(viewerOf(maya), askFor({ ...maya, counselorId: ana.id }, ahead(0)), now()),
    ],
    [
      "the time taken at the new counselor's",
      async ({ ben }) =>
        makeMock(db(), {
          candidateId: (await makeCandidate(db(), ben.id)).id,
          counselorId: ben.id,
          startsAt: ahead(5),
        }),
    ],
  ])("what changed since the preview is refused, and nothing is done: %s", async (_what, change) => {
    const people = await agency();
    const { ada, ana, ben, maya } = people;
    await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: ahead(5) });
    const { form } = await preview(ada, ana, { to: ben });
    await change(people);
    expect(refusal(await deactivate(viewerOf(ada), form, now()))).toBe("changed");
    expect(await db().person.count({ where: { id: ana.id, deactivatedAt: null } })).toBe(1);
    expect(await db().event.count({ where: { id: form.key } })).toBe(0);
    expect(refusal(await carryOut(ada, ana, { to: ben }))).toBe("ok");
  });

  test("who may not, whom it cannot be, and what was not chosen", async () => {
    const { ada, ana, ben, maya } = await agency();
    expect(refusal(await carryOut(ana, ben))).toBe("not_found");
    expect(refusal(await carryOut(maya, ana, { to: ben }))).toBe("not_found");
    expect(refusal(await carryOut(ada, ana))).toBe("counselor_needed");
    expect(refusal(await carryOut(ada, ana, { to: ana }))).toBe("no_counselor");
    expect(refusal(await carryOut(ada, ana, { to: maya }))).toBe("no_counselor");
    const gone = await makeCounselor(db(), { deactivatedAt: dateOf(now()) });
    expect(refusal(await carryOut(ada, ana, { to: gone }))).toBe("no_counselor");
    expect(refusal(await carryOut(ada, gone))).toBe("not_found");
    expect(refusal(await carryOut(gone, ana, { to: ben }))).toBe("signed_out");
    expect(await db().person.count({ where: { id: ana.id, deactivatedAt: null } })).toBe(1);
  });

  test("a booking at the same moment is moved along or hears that nobody is there (I1, I2)", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ada, ana, ben, maya } = await agency();
      const { form } = await preview(ada, ana, { to: ben });
      const booking = askFor({ ...maya, counselorId: ana.id }, ahead(round));
      const [booked, left] = await Promise.all([
        bookMock(viewerOf(maya), booking, now()),
        deactivate(viewerOf(ada), form, now()),
      ]);
      expect([
        ["ok", "changed"],
        ["not_open", "ok"],
        ["not_found", "ok"],
      ]).toContainEqual([refusal(booked), refusal(left)]);
      const orphans = { counselor: { deactivatedAt: { not: null } }, cancelledAt: null, id: booking.key };
      expect(await db().mock.count({ where: orphans })).toBe(0);
    }
  });

  test("two counselors who are handed to each other at once: one stays, and nobody is left without", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ada, ana, ben } = await agency();
      await makeCandidate(db(), ben.id);
      const forms = [
        (await preview(ada, ana, { to: ben })).form,
        (await preview(ada, ben, { to: ana })).form,
      ];
      const answers = await Promise.all(forms.map((form) => deactivate(viewerOf(ada), form, now())));
      expect(answers.map(refusal).filter((answer) => answer === "ok")).toHaveLength(1);
      const without = { counselor: { id: { in: [ana.id, ben.id] }, deactivatedAt: { not: null } } };
      expect(await db().person.count({ where: without })).toBe(0);
    }
  });
});

test("a candidate leaves: what was booked is cancelled and both are told; letting them in again brings nothing back", async () => {
  const { ada, ana, maya } = await agency();
  const booked = await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: ahead(0) });
  expect((await preview(ada, maya)).shown?.cancelled).toMatchObject([{ id: booked.id, counselor: ana.name }]);
  expect(refusal(await carryOut(ada, maya))).toBe("ok");
  expect(await mailsAbout(booked.id)).toEqual({ "mock.cancelled": [ana.id, maya.id].toSorted() });
  const again = (actor: Person, version: number) =>
    reactivate(viewerOf(actor), { key: newId(), person: maya.id, version });
  expect([refusal(await again(ana, 1)), refusal(await again(ada, 0)), refusal(await again(ada, 1))]).toEqual([
    "not_found",
    "stale",
    "ok",
  ]);
  expect(refusal(await again(ada, 2))).toBe("not_found");
  expect(await db().person.findUniqueOrThrow({ where: { id: maya.id } })).toMatchObject({
    deactivatedAt: null,
    deactivatedById: null,
    counselorId: ana.id,
  });
  expect((await db().mock.findUniqueOrThrow({ where: { id: booked.id } })).cancelledAt).not.toBeNull();
});

test("whoever leaves keeps no seat: not one that is taken at that moment, nor one from the time as a guest", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { ada, ana, ben, maya } = await agency();
    const session = await makeWorkshopSession(db(), { createdById: ada.id, startsAt: ahead(0) });
    await makeSeat(db(), { sessionId: session.id, personId: ana.id, at: now() });
    const { form } = await preview(ada, maya);
    const [left] = await Promise.all([
      deactivate(viewerOf(ada), form, now()),
      takeSeat(viewerOf(maya), { key: newId(), session: session.id }, now()),
    ]);
    expect(["ok", "changed"]).toContain(refusal(left));
    if (!left.ok) expect(refusal(await carryOut(ada, maya))).toBe("ok");
    expect(refusal(await carryOut(ada, ana, { to: ben }))).toBe("ok");
    expect(await db().seat.count({ where: { sessionId: session.id, givenBackAt: null } })).toBe(0);
  }
});

test("the last active admin stays, whoever asks (I11)", async () => {
  const { ada } = await agency();
  const others = { role: "admin" as const, id: { not: ada.id }, deactivatedAt: null };
  await db().person.updateMany({ where: others, data: { role: "counselor" } });
  expect(refusal(await carryOut(ada, ada))).toBe("last_admin");
  expect(await db().person.count({ where: { id: ada.id, deactivatedAt: null } })).toBe(1);
  await makePerson(db(), { role: "admin" });
  expect(refusal(await carryOut(ada, ada))).toBe("ok");
});
