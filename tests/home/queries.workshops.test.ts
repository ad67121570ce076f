import { expect, test } from "vitest";
import { getHome } from "#lib/home/queries/home.ts";
import { makeMock } from "../../prisma/seed/factories.ts";
import {
  makeSeat,
  makeSeatOffer,
  makeWaitlistEntry,
  makeWorkshopSession,
} from "../../prisma/seed/workshop-factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import { db, early, stageSession } from "../workshops/staged.ts";

test("a seat stands as the next session where it starts first, and nobody else's, none that is over, given back or cancelled", async () => {
  const { ana, session, people } = await stageSession(2);
  const [maya, noor] = people;
  const at = early;
  await makeSeat(db(), { sessionId: session.id, personId: noor!.id, at });
  expect((await getHome(viewerOf(maya!), early)).session).toBe(null);
  const soon = await makeWorkshopSession(
    db(),
    { createdById: ana.id, startsAt: early.add({ hours: 30 }) },
    { cancelledAt: session.startsAt, cancelledById: ana.id },
  );
  await makeSeat(db(), { sessionId: soon.id, personId: maya!.id, at });
  await makeSeat(db(), { sessionId: session.id, personId: maya!.id, at });
  const shown = { href: `/practice/workshops/${session.id}`, what: "workshop", with: "Our office" };
  expect((await getHome(viewerOf(maya!), early)).session).toMatchObject(shown);
  const booking = { candidateId: maya!.id, counselorId: ana.id, startsAt: early.add({ hours: 20 }) };
  const mock = await makeMock(db(), booking);
  expect((await getHome(viewerOf(maya!), early)).session).toMatchObject({
    href: `/practice/mocks/${mock.id}`,
  });
});

test("a seat that is held is the one next step, until it runs out or the last six hours begin", async () => {
  const { session, people } = await stageSession(1);
  const [maya] = people;
  const entry = await makeWaitlistEntry(db(), { sessionId: session.id, personId: maya!.id, at: early }, 1);
  const expiresAt = early.add({ hours: 12 });
  const offer = await makeSeatOffer(db(), entry, { offeredAt: early, expiresAt });
  expect(await getHome(viewerOf(maya!), early)).toMatchObject({
    step: "answer",
    offer: {
      href: `/practice/workshops/offers/${offer.id}`,
      kind: "workshop",
      until: "Wednesday 2 December, 21:00",
    },
  });
  expect((await getHome(viewerOf(maya!), expiresAt)).step).not.toBe("answer");
});
