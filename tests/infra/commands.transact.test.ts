import { Client } from "pg";
import { describe, expect, test, vi } from "vitest";
import { ok, refuse } from "#lib/core/result.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { makeCounselor, makePerson } from "../../prisma/seed/factories.ts";

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });

/** A write that is easy to count: an employer of this name. */
const found = (tx: Db, name: string) => tx.employer.create({ data: { id: newId(), name, nameKey: name } });
const count = (name: string) => db().employer.count({ where: { nameKey: name } });

function write(once: string, name: string, work: (tx: Db) => Promise<unknown> = (tx) => found(tx, name)) {
  const spec = {
    once,
    request: { name },
    did: "employer.found",
    subject: once,
    onConstraint: { employers_name_key_key: "known" },
  } as const;
  return transact<"known">(nobody, spec, async (tx) => {
    await work(tx);
    return ok({ id: once });
  });
}

/** Throws as PostgreSQL does, in the middle of the transaction. */
const raise = (tx: Db, state: string) =>
  tx.$executeRaw`SELECT set_config('debrief.state', ${state}, true)`.then(
    () =>
      tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = current_setting('debrief.state'); END $$`,
  );

/** Kills the connection that the transaction runs on. */
async function kill(tx: Db): Promise<void> {
  const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const killer = new Client({ connectionString: process.env["DATABASE_URL"] });
  await killer.connect();
  await killer.query("SELECT pg_terminate_backend($1, 1000)", [own?.pid]);
  await killer.end();
}

describe("once (I14)", () => {
  test("the same key and request have one effect and one answer, also twenty at once", async () => {
    const [key, name] = [newId(), newId()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => write(key, name)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify(ok({ id: key }))]),
    );
    expect(await count(name)).toBe(1);
    expect(await db().event.count({ where: { id: key } })).toBe(1);
  });

  test("the same key with another request, or from another person, is already saved", async () => {
    const [key, name, ana] = [newId(), newId(), await makeCounselor(db())];
    await write(key, name);
    expect(await write(key, newId())).toEqual(refuse("already_saved"));
    const spec = { once: key, request: { name }, did: "employer.found", subject: key } as const;
    expect(await transact(viewerOf(ana), spec, () => Promise.resolve(ok({ id: key })))).toEqual(
      refuse("already_saved"),
    );
  });

  test("a refusal and a broken constraint roll everything back, the key too, which then works", async () => {
    const [key, name, taken] = [newId(), newId(), newId()];
    await write(newId(), taken);
    const no = { once: key, request: { name }, did: "employer.found", subject: key } as const;
    const refused = await transact(nobody, no, async (tx) => {
      await found(tx, name);
      return refuse("not_today");
    });
    expect(refused).toEqual(refuse("not_today"));
    expect(await write(key, name, (tx) => found(tx, taken))).toEqual(refuse("known"));
    expect([await count(name), await db().event.count({ where: { id: key } })]).toEqual([0, 0]);
    expect(await write(key, name)).toEqual(ok({ id: key }));
  });
});

describe("the actor is read again", () => {
  test("who was deactivated or has another role since is signed out, and nothing is written", async () => {
    const [gone, raised] = [await makeCounselor(db()), await makeCounselor(db())];
    await db().person.update({ where: { id: gone.id }, data: { deactivatedAt: dateOf(now()) } });
    await db().person.update({ where: { id: raised.id }, data: { role: "admin" } });
    for (const actor of [gone, raised]) {
      const key = newId();
      const work = vi.fn<() => Promise<{ ok: true; value: { id: string } }>>(() =>
        Promise.resolve(ok({ id: key })),
      );
      expect(
        await transact(viewerOf(actor), { once: key, request: {}, did: "x.tried", subject: key }, work),
      ).toEqual(refuse("signed_out"));
      expect(work).not.toHaveBeenCalled();
    }
  });
});

describe("faults", () => {
  test.each(["40001", "40P01"])("%s is tried again, and has one effect", async (state) => {
    const [key, name] = [newId(), newId()];
    let tries = 0;
    const answer = await write(key, name, async (tx) => {
      await found(tx, name);
      if ((tries += 1) < 3) await raise(tx, state);
    });
    expect([answer, tries, await count(name)]).toEqual([ok({ id: key }), 3, 1]);
  });

  test("a fault that stays is given up after five tries: busy, and nothing is left", async () => {
    const [key, name] = [newId(), newId()];
    let tries = 0;
    const answer = await write(key, name, async (tx) => {
      tries += 1;
      await found(tx, name);
      await raise(tx, "40001");
    });
    expect([answer, tries, await count(name), await db().event.count({ where: { id: key } })]).toEqual([
      refuse("busy"),
      5,
      0,
      0,
    ]);
  });

  test.each([
    ["57014", "busy"],
    ["55P03", "busy"],
    ["57P01", "busy"],
    ["53300", "busy"],
    ["08006", "busy"],
    ["22P02", "bad_input"],
  ])("%s is answered %s", async (state, refusal) => {
    const [key, name] = [newId(), newId()];
    expect(await write(key, name, (tx) => found(tx, name).then(() => raise(tx, state)))).toEqual(
      refuse(refusal),
    );
    expect(await count(name)).toBe(0);
  });

  test("two who lock each other out are both served", async () => {
    const [one, two] = [await makeCounselor(db()), await makeCounselor(db())];
    const touch = (tx: Db, { id }: Person) =>
      tx.person.update({ where: { id }, data: { version: { increment: 1 } } });
    const crossing = (first: Person, second: Person) =>
      write(newId(), newId(), async (tx) => {
        await touch(tx, first);
        await tx.$queryRaw`SELECT pg_sleep(0.1)::text`;
        await touch(tx, second);
      });
    expect((await Promise.all([crossing(one, two), crossing(two, one)])).every((answer) => answer.ok)).toBe(
      true,
    );
    expect(
      await db().person.findMany({ where: { id: { in: [one.id, two.id] } }, select: { version: true } }),
    ).toEqual([{ version: 2 }, { version: 2 }]);
  });

  test("a connection killed in the middle leaves nothing; the same form sent again has one effect", async () => {
    const [key, name] = [newId(), newId()];
    const answer = await write(key, name, async (tx) => {
      await found(tx, name);
      await kill(tx);
      await tx.$queryRaw`SELECT 1`;
    });
    expect([answer, await count(name)]).toEqual([refuse("busy"), 0]);
    expect([await write(key, name), await write(key, name), await count(name)]).toEqual([
      ok({ id: key }),
      ok({ id: key }),
      1,
    ]);
  });

  test("a connection killed before COMMIT is told as busy or done; sent again it is done, once", async () => {
    const [key, name] = [newId(), newId()];
    const answer = await write(key, name, async (tx) => {
      await found(tx, name);
      await kill(tx);
    });
    expect(answer).toEqual(refuse("busy"));
    expect([await write(key, name), await count(name)]).toEqual([ok({ id: key }), 1]);
  });

  test("a bug is thrown on, and leaves nothing", async () => {
    const [key, name] = [newId(), newId()];
    await expect(
      write(key, name, (tx) => found(tx, name).then(() => Promise.reject(new Error("a bug")))),
    ).rejects.toThrow("a bug");
    expect(await count(name)).toBe(0);
  });
});
