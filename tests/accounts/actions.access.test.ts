import { describe, expect, test, vi } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { actions } from "#lib/web/access.ts";
import type { ActionName } from "#lib/web/access.ts";
import { makeSession } from "../../prisma/seed/factories.ts";
import { actors, makeCast } from "../support/cast.ts";
import type { Actor } from "../support/cast.ts";
import { browse, send, without } from "../support/request.ts";
import type { Came, Fields } from "../support/request.ts";
import { doors, rows } from "./doors.ts";
import type { Stage } from "./things.ts";

vi.mock("next/headers", async () => (await import("../support/request.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

const names = Object.keys(actions) as ActionName[];
const pathHere = "/from/here";
const signIn = `/sign-in?next=${encodeURIComponent(pathHere)}`;

async function stage(): Promise<Stage> {
  const db = commandsDb();
  return { db, now: now(), cast: await makeCast(db, now()) };
}

/** Signs the actor in, unless they are nobody; a former colleague's session is still in their browser. */
async function arrive(
  { db, now, cast }: Stage,
  actor: Actor,
  headers?: Record<string, string>,
): Promise<void> {
  const token = actor === "nobody" ? null : (await makeSession(db, cast[actor].id, now)).token;
  browse({ token, path: pathHere, network: newId(), ...(headers && { headers }) });
}

/** Sends the action's form about these things, and tells the answer without their ids; and whether anything was done. */
async function ask(
  scene: Stage,
  name: ActionName,
  things: Record<string, string>,
): Promise<{ came: Came; done: boolean }> {
  const key = newId();
  const form: Fields = { key, ...rows[name].form?.(scene), ...things };
  const came = await send(doors[name], form);
  const done = (await scene.db.event.count({ where: { id: key } })) > 0;
  return {
    came: without(came, [
      key,
      ...Object.values(things),
      ...Object.values(form)
        .flat()
        .filter((value): value is string => typeof value === "string" && value.includes("@")),
    ]),
    done,
  };
}

const fromElsewhere: Record<string, string>[] = [
  { "sec-fetch-site": "cross-site", origin: "http://localhost:3000" },
  { "sec-fetch-site": "same-site" },
  { origin: "https://elsewhere.example" },
  { origin: "null" },
  {},
];

/** Ids of the same shape that nothing has. */
function missingLike(things: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(things).map(([field, value]) => [
      field,
      value.includes("@") ? `${newId()}@example.org` : newId(),
    ]),
  );
}

test("every exported action is in the table, and every row of the table is exported", () => {
  expect(Object.keys(doors).toSorted()).toEqual([...names].toSorted());
});

describe.each(names)("%s", (name) => {
  const { may, thing } = rows[name];
  const allowed = may === "everyone" ? [] : may;

  test.each(allowed)("lets %s through, and nobody to what is not there", async (actor) => {
    const scene = await stage();
    await arrive(scene, actor);
    const things = (await thing?.(scene)) ?? {};
    if (thing) expect(await ask(scene, name, missingLike(things))).toMatchObject({ done: false });
    const { came, done } = await ask(scene, name, things);
    expect("to" in came ? { to: true, done } : { ...came, done }).toMatchObject(
      "to" in came ? { to: true, done: true } : { refusal: null, errors: {}, done: true },
    );
  });

  test("answers everybody else as if it were not there", async () => {
    const scene = await stage();
    const things = (await thing?.(scene)) ?? {};
    for (const actor of actors.filter((one) => !allowed.includes(one))) {
      await arrive(scene, actor);
      await scene.db.rateLimit.deleteMany({ where: { key: { startsWith: "sign_in_address" } } });
      const real = await ask(scene, name, things);
      const none = await ask(scene, name, missingLike(things));
      expect({ actor, came: real.came }).toEqual({ actor, came: none.came });
      if (may === "everyone") continue;
      const isOut = actor === "nobody" || actor === "former";
      expect({ actor, ...real }).toMatchObject({
        actor,
        came: isOut ? { to: signIn } : { refusal: "not_found" },
        done: false,
      });
    }
  });

  test("does nothing for a request from elsewhere, or that does not say from where", async () => {
    const scene = await stage();
    const things = (await thing?.(scene)) ?? {};
    for (const headers of fromElsewhere) {
      await arrive(scene, allowed[0] ?? "nobody", headers);
      expect({ headers, ...(await ask(scene, name, things)) }).toMatchObject({
        headers,
        came: { refusal: "elsewhere" },
        done: false,
      });
    }
  });
});
