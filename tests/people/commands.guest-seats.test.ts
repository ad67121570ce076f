import { expect, test } from "vitest";
import { getOwnRequest } from "#lib/people/queries/help.ts";
import { listOpenWorkshops } from "#lib/people/queries/open-workshops.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { hoursBefore, early, giveBack, stageSession, take } from "../workshops/staged.ts";
import { ask, confirm, db, mailsTo, request, seatRequest, tapAs, tokenOf } from "./asked.ts";

const open = { isOpen: true };
const state = async (id: string, now = early) => (await getOwnRequest(id, tokenOf(id), now))?.session?.state;

/** Asks for a seat, and confirms it; how that was answered. */
async function join(session: { id: string }) {
  const input = seatRequest(session);
  expect(await ask(input, early)).toBe("ok");
  return { ...input, answer: await confirm(input.key, early) };
}

test("confirming takes the seat, in one transaction; it is given back and taken again by the same link", async () => {
  const { session } = await stageSession(0, { capacity: 2 }, open);
  const input = seatRequest(session);
  await ask(input, early);
  expect(await db().seat.count({ where: { sessionId: session.id } })).toBe(0);
  expect(await tapAs(input.key, "take", early)).toBe("not_valid");
  expect(await confirm(input.key, early)).toBe("ok");
  expect(await confirm(input.key, early)).toBe("confirmed_already");
  expect(await state(input.key)).toBe("seat");
  expect((await getOwnRequest(input.key, tokenOf(input.key), early))?.session?.private?.place.text).toBe(
    session.place,
  );
  expect(await tapAs(input.key, "give_back", early)).toBe("ok");
  expect(await state(input.key)).toBe("free");
  expect(await tapAs(input.key, "give_back", early)).toBe("no_seat");
  expect(await tapAs(input.key, "take", early)).toBe("ok");
  expect((await mailsTo(input.email)).toSorted()).toEqual([
    "help.asked",
    "seat.given_back",
    "seat.taken",
    "seat.taken",
  ]);
});

test("a full session: the guest waits with the candidates, in order, and answers the offer by the link", async () => {
  const { session, people } = await stageSession(2, { capacity: 1 }, open);
  const [maya, luis] = people;
  if (!maya || !luis) throw new Error("nobody");
  await take(maya, session);
  const nia = await join(session);
  await take(luis, session);
  expect([nia.answer, await state(nia.key)]).toEqual(["ok", "waiting"]);
  await giveBack(maya, session);
  expect(await state(nia.key)).toBe("offer");
  const offer = (await getOwnRequest(nia.key, tokenOf(nia.key), early))?.session?.offer?.id ?? "";
  expect(await tapAs(nia.key, "accept", early)).toBe("not_valid");
  expect(await tapAs(nia.key, "accept", early, newId())).toBe("not_found");
  expect(await tapAs(nia.key, "decline", early, offer)).toBe("ok");
  expect(await tapAs(nia.key, "accept", early, offer)).toBe("offer_declined");
  const held = await db().seatOffer.findFirstOrThrow({ where: { sessionId: session.id, endedAt: null } });
  expect(held.personId).toBe(luis.id);
});

test("leaving the waitlist, and another guest's link, which does nothing to it", async () => {
  const { session, people } = await stageSession(1, { capacity: 1 }, open);
  if (people[0]) await take(people[0], session);
  const [nia, eve] = [await join(session), await join(session)];
  expect(await tapAs(eve.key, "leave", early)).toBe("ok");
  expect(await tapAs(eve.key, "leave", early)).toBe("not_waiting");
  expect([await state(nia.key), await state(eve.key)]).toEqual(["waiting", "full"]);
});

test("only open, published, coming sessions with seats can be asked for, and only these stand on the page", async () => {
  const [can, closed, draft, past, elsewhere, cancelled] = [
    await stageSession(0, {}, open),
    await stageSession(0),
    await stageSession(0, {}, { ...open, publishedAt: null, publishedById: null }),
    await stageSession(0, { startsAt: dateOf(early.subtract({ hours: 3 })), endsAt: dateOf(early) }, open),
    await stageSession(0, { capacity: null }, { ...open, elsewhereLink: "https://example.org/fair" }),
    await stageSession(0, {}, open),
  ];
  const by = { cancelledAt: dateOf(early), cancelledById: cancelled.ana.id, version: 1 };
  await db().workshopSession.update({ where: { id: cancelled.session.id }, data: by });
  expect(await ask(seatRequest(can.session), early)).toBe("ok");
  for (const { session } of [closed, draft, past, elsewhere, cancelled])
    expect(await ask(seatRequest(session), early)).toBe("not_open");
  expect(await ask(seatRequest({ id: newId() }), early)).toBe("not_open");
  const shown = await listOpenWorkshops(early);
  const ours = [can, closed, draft, past, elsewhere, cancelled].map(({ session }) =>
    shown.find(({ id }) => id === session.id),
  );
  expect(ours.map((one) => one && [one.canAsk, one.text])).toEqual([
    [true, "10 seats left"],
    undefined,
    undefined,
    undefined,
    [false, "Held elsewhere"],
    undefined,
  ]);
});

test("a workshop that closed its door, or whose queue is closed, is told when confirming, and nothing is half done", async () => {
  const { session } = await stageSession(0, {}, open);
  const input = seatRequest(session);
  await ask(input, early);
  await db().workshop.update({ where: { id: session.workshopId }, data: { isOpen: false } });
  expect(await confirm(input.key, early)).toBe("not_open");
  await db().workshop.update({ where: { id: session.workshopId }, data: { isOpen: true } });
  const late = seatRequest(session);
  await ask(late, hoursBefore(2));
  expect(await confirm(late.key, hoursBefore(0.5))).toBe("queue_closed");
  for (const { key } of [input, late])
    expect(await db().helpRequest.findUniqueOrThrow({ where: { id: key } })).toMatchObject({
      confirmedAt: null,
    });
  expect(await db().seat.count({ where: { sessionId: session.id } })).toBe(0);
});

test("twenty guests confirm at once for five seats: five sit, fifteen wait, each told once", async () => {
  const { session } = await stageSession(0, { capacity: 5 }, open);
  const inputs = Array.from({ length: 20 }, () => seatRequest(session));
  for (const input of inputs) await ask(input, early);
  const answers = await Promise.all(inputs.map(({ key }) => confirm(key, early)));
  expect(new Set(answers)).toEqual(new Set(["ok"]));
  const where = { sessionId: session.id };
  expect([await db().seat.count({ where }), await db().waitlistEntry.count({ where })]).toEqual([5, 15]);
  expect(await db().mail.count({ where: { event: { subjectId: session.id } } })).toBe(20);
});

test("a request for help has no seat to answer for", async () => {
  const input = request();
  await ask(input, early);
  await confirm(input.key, early);
  expect(await tapAs(input.key, "take", early)).toBe("not_valid");
});
