import { expect, test } from "vitest";
import { forgetExpired } from "#lib/accounts/sweeps.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { makePerson, makeSession } from "../../prisma/seed/factories.ts";

test("what is over is forgotten, what lives stays, twice is once", async () => {
  const db = commandsDb();
  const person = await makePerson(db, { role: "counselor" });
  const request = (minutes: number) => ({
    id: newId(),
    personId: person.id,
    tokenHash: sha256("t"),
    codeHash: sha256("c"),
    createdAt: dateOf(now()),
    expiresAt: dateOf(now().add({ minutes })),
  });
  await db.signInRequest.createMany({ data: [request(-1), request(5)] });
  const form = (hours: number) => ({
    id: newId(),
    personId: person.id,
    path: "/x",
    values: {},
    keptAt: dateOf(now().subtract({ hours })),
  });
  await db.keptForm.createMany({ data: [form(25), form(23)] });
  await makeSession(db, person.id, now().subtract({ hours: 24 * 91 }));
  await makeSession(db, person.id, now());
  expect(await forgetExpired(now())).toEqual({ done: 3, skipped: 0, failed: 0 });
  expect(await forgetExpired(now())).toEqual({ done: 0, skipped: 0, failed: 0 });
  expect([await db.signInRequest.count(), await db.keptForm.count(), await db.signInSession.count()]).toEqual(
    [1, 1, 1],
  );
});
