import { describe, expect, test } from "vitest";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { now } from "#lib/infra/clock.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { acceptHelp, answerHelp } from "#lib/people/commands/help-desk.ts";
import { getHelpRequest, getOwnRequest } from "#lib/people/queries/help.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";
import { makeHelpRequest } from "../../prisma/seed/help-factories.ts";
import { refusal, stranger, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { db, tokenOf } from "./asked.ts";

type Request = Awaited<ReturnType<typeof makeHelpRequest>>;
const accept = async (person: Person, { id }: { id: string }) =>
  refusal(await acceptHelp(viewerOf(person), { key: newId(), request: id }, now()));
const answer = async (person: Person, { id }: { id: string }, text = "Come by on Monday.") =>
  refusal(await answerHelp(viewerOf(person), { key: newId(), request: id, answer: text }, now()));
const onDesk = async (person: Person, { id }: Request) =>
  (await listDesk(viewerOf(person), now())).rows.some(({ href }) => href === `/desk/help/${id}`);
const mailsOf = async ({ personId }: Request) =>
  (await db().mail.findMany({ where: { recipientId: personId } })).map(({ kind }) => kind);

async function cast() {
  const [ana, ben] = [await makeCounselor(db()), await makeCounselor(db())];
  const ada = await makePerson(db(), { role: "admin" });
  return { ana, ben, ada, maya: await makeCandidate(db(), ana.id) };
}

describe("the desk", () => {
  test("what is confirmed stands on every counselor's and admin's desk; a seat and what is not confirmed on none", async () => {
    const { ana, ben, ada, maya } = await cast();
    const asked = await makeHelpRequest(db(), now());
    for (const one of [ana, ben, ada]) expect(await onDesk(one, asked)).toBe(true);
    const unconfirmed = await makeHelpRequest(db(), now(), { confirmedAt: null });
    expect(await onDesk(ana, unconfirmed)).toBe(false);
    expect(await getHelpRequest(viewerOf(ana), unconfirmed.id, now())).toBeNull();
    expect(await getHelpRequest(viewerOf(maya), asked.id, now())).toBeNull();
    expect(await getHelpRequest(viewerOf(ben), asked.id, now())).toMatchObject({ isOpen: true });
  });
});

describe("accepting", () => {
  test("who accepts has them: a candidate with that counselor, invited by mail, gone from every desk", async () => {
    for (const who of ["ana", "ada"] as const) {
      const people = await cast();
      const asked = await makeHelpRequest(db(), now());
      expect(await accept(people[who], asked)).toBe("ok");
      expect(await db().person.findUniqueOrThrow({ where: { id: asked.personId } })).toMatchObject({
        role: "candidate",
        counselorId: people[who].id,
        invitedById: people[who].id,
      });
      expect(await mailsOf(asked)).toEqual(["person.invited"]);
      expect(await onDesk(people.ben, asked)).toBe(false);
      const shown = await getHelpRequest(viewerOf(people.ben), asked.id, now());
      expect(shown).toMatchObject({ isOpen: false, accepted: { by: people[who].name }, candidate: null });
      expect((await getOwnRequest(asked.id, tokenOf(asked.id), now()))?.state).toBe("accepted");
    }
  });

  test("of ten who accept at once one has them, and the others hear it and read who", async () => {
    const counselors: Person[] = [];
    for (let at = 0; at < 10; at += 1) counselors.push(await makeCounselor(db()));
    const asked = await makeHelpRequest(db(), now());
    const answers = await Promise.all(counselors.map((one) => accept(one, asked)));
    expect(answers.toSorted()).toEqual([...Array.from({ length: 9 }, () => "accepted_already"), "ok"]);
    const winner = counselors[answers.indexOf("ok")];
    const loser = counselors[answers.indexOf("accepted_already")];
    if (!winner || !loser) throw new Error("nobody");
    const person = await db().person.findUniqueOrThrow({ where: { id: asked.personId } });
    expect(person.counselorId).toBe(winner.id);
    expect(await mailsOf(asked)).toEqual(["person.invited"]);
    const shown = await getHelpRequest(viewerOf(loser), asked.id, now());
    expect(shown?.accepted?.by).toBe(winner.name);
  });

  test("two requests of one guest that are accepted at once give them one counselor", async () => {
    const { ana, ben } = await cast();
    const one = await makeHelpRequest(db(), now());
    const other = await makeHelpRequest(db(), now(), { personId: one.personId });
    const answers = await Promise.all([accept(ana, one), accept(ben, other)]);
    expect(answers.toSorted()).toEqual(["here_already", "ok"]);
    expect(await mailsOf(one)).toEqual(["person.invited"]);
  });

  test("nobody else can: candidates, former colleagues, who is not signed in; nor what is not on the desk", async () => {
    const { ana, maya } = await cast();
    const former = await makeCounselor(db(), { deactivatedAt: dateOf(now()) });
    const asked = await makeHelpRequest(db(), now());
    for (const act of [accept, answer]) {
      expect([await act(maya, asked), await act(former, asked)]).toEqual(["not_found", "signed_out"]);
      expect(await act(ana, { id: newId() })).toBe("not_found");
      expect(await act(ana, await makeHelpRequest(db(), now(), { confirmedAt: null }))).toBe("not_found");
    }
    const input = { key: newId(), request: asked.id };
    expect(refusal(await acceptHelp(stranger(), input, now()))).toBe("signed_out");
    expect(await db().person.findUniqueOrThrow({ where: { id: asked.personId } })).toMatchObject({
      role: "guest",
    });
    expect(await mailsOf(asked)).toEqual([]);
  });
});

describe("answering", () => {
  test("sends the words, leaves every desk and leaves the guest a guest; it is done once, by one of both ways", async () => {
    const { ana, ben } = await cast();
    const asked = await makeHelpRequest(db(), now());
    expect(await answer(ana, asked)).toBe("ok");
    expect([await answer(ben, asked), await accept(ben, asked)]).toEqual([
      "answered_already",
      "answered_already",
    ]);
    expect(await mailsOf(asked)).toEqual(["help.answered"]);
    expect(await onDesk(ben, asked)).toBe(false);
    expect(await getOwnRequest(asked.id, tokenOf(asked.id), now())).toMatchObject({
      state: "answered",
      answer: "Come by on Monday.",
    });
  });

  test("one accepts while another answers: one of them is done, with its mail alone", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ana, ben } = await cast();
      const asked = await makeHelpRequest(db(), now());
      const answers = await Promise.all([accept(ana, asked), answer(ben, asked)]);
      expect(answers.filter((one) => one === "ok")).toHaveLength(1);
      expect(await mailsOf(asked)).toEqual([answers[0] === "ok" ? "person.invited" : "help.answered"]);
    }
  });
});
