import { expect, test } from "vitest";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { cancelSession, cancelWorkshop } from "#lib/workshops/commands/cancelling.ts";
import { lockSession } from "#lib/workshops/commands/lock.ts";
import { addSession } from "#lib/workshops/commands/sessions.ts";
import { changeWorkshop, publishWorkshop } from "#lib/workshops/commands/workshops.ts";
import { makeSeat, makeWaitlistEntry, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { refusal, viewerOf } from "../mocks/booked.ts";
import { addInput, changeWorkshopInput, mailsAbout, stageAdmin } from "./drafted.ts";
import { db, early, giveBack, hoursBefore, standing, take } from "./staged.ts";

const why = "The room is being painted.";
const workshopRow = (id: string) => db().workshop.findUniqueOrThrow({ where: { id } });
const sessionRow = (id: string) => db().workshopSession.findUniqueOrThrow({ where: { id } });

test("a cancelled session: all with a seat, all who wait and who were offered one are told once, and nothing comes back (I19)", async () => {
  const { admin, session, people } = await stageAdmin(4, { capacity: 2 });
  for (const person of people) await take(person, session);
  const gone = people[0];
  if (!gone) throw new Error("somebody");
  expect(await giveBack(gone, session)).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [1], offered: [2], waiting: [2, 3] });
  const input = { key: newId(), session: session.id, why };
  expect(refusal(await cancelSession(viewerOf(admin), input, early))).toBe("ok");
  expect(refusal(await cancelSession(viewerOf(admin), input, early))).toBe("ok");
  expect(await sessionRow(session.id)).toMatchObject({
    cancelledById: admin.id,
    cancelledWhy: why,
    version: 1,
  });
  expect((await mailsAbout(session.id, people))["workshop.cancelled"]).toEqual([1, 2, 3]);
  expect(await standing(session, people)).toMatchObject({ seats: [1], waiting: [], offered: [] });
  expect(await take(gone, session)).toBe("cancelled");
  const again = { ...input, key: newId() };
  expect(refusal(await cancelSession(viewerOf(admin), again, early))).toBe("cancelled");
  await expect(
    db().workshopSession.update({ where: { id: session.id }, data: { cancelledAt: null, version: 9 } }),
  ).rejects.toThrow(/write_once/);
});

test("all of a workshop: each session that has not started with mails of its own, one that has stays", async () => {
  const { admin, ana, session, people } = await stageAdmin(2);
  const { workshopId } = session;
  const first = await makeWorkshopSession(
    db(),
    { createdById: ana.id, startsAt: hoursBefore(200) },
    { workshopId },
  );
  const [maya, noor] = people;
  if (!maya || !noor) throw new Error("two people");
  await makeSeat(db(), { sessionId: first.id, personId: noor.id, at: hoursBefore(300) });
  await take(maya, session);
  await makeWaitlistEntry(db(), { sessionId: session.id, personId: noor.id, at: early }, 1);
  const input = { key: newId(), workshop: workshopId, why };
  expect(refusal(await cancelWorkshop(viewerOf(admin), input, early))).toBe("ok");
  expect((await mailsAbout(session.id, people))["workshop.cancelled"]).toEqual([0, 1]);
  expect(await mailsAbout(first.id, people)).toEqual({});
  expect(await sessionRow(first.id)).toMatchObject({ cancelledAt: null });
  expect(await workshopRow(workshopId)).toMatchObject({ cancelledWhy: why, cancelledAt: dateOf(early) });
  expect(refusal(await addSession(viewerOf(admin), addInput(workshopId), early))).toBe("cancelled");
  expect(refusal(await publishWorkshop(viewerOf(admin), { key: newId(), workshop: workshopId }, early))).toBe(
    "cancelled",
  );
});

test("of two who cancel at once one does, and people are told once; whoever takes a seat meanwhile is told too, or refused", async () => {
  const { admin, session, people } = await stageAdmin(6);
  const [sits, ...others] = people;
  if (!sits) throw new Error("somebody");
  await take(sits, session);
  const cancel = () => cancelSession(viewerOf(admin), { key: newId(), session: session.id, why }, early);
  const taking = others.map((person) => take(person, session));
  const cancelled = (await Promise.all([cancel(), cancel()])).map(refusal);
  expect(cancelled.toSorted()).toEqual(["cancelled", "ok"]);
  const taken = await Promise.all(taking);
  const seated = [0, ...taken.flatMap((answer, at) => (answer === "ok" ? [at + 1] : []))];
  expect((await mailsAbout(session.id, people))["workshop.cancelled"]).toEqual(seated);
});

test("a workshop that is renamed while one of its sessions is being cancelled says nothing more of that one", async () => {
  const { admin, session, people } = await stageAdmin(1);
  const [sits] = people;
  if (sits) await take(sits, session);
  let renaming: ReturnType<typeof changeWorkshop> | undefined;
  await db().$transaction(async (tx) => {
    await lockSession(tx, session.id);
    const input = changeWorkshopInput(session.workshopId, { title: "Three stories" });
    renaming = changeWorkshop(viewerOf(admin), input, early);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const cancelled = { cancelledAt: dateOf(early), cancelledById: admin.id, cancelledWhy: why, version: 1 };
    await tx.workshopSession.update({ where: { id: session.id }, data: cancelled });
  });
  expect(await renaming).toMatchObject({ ok: true });
  expect(await sessionRow(session.id)).toMatchObject({ version: 1 });
  expect((await mailsAbout(session.id, people))["workshop.changed"]).toBeUndefined();
});
