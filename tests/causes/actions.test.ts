import { expect, test, vi } from "vitest";
import { editCauseAction } from "#lib/causes/actions.ts";
import { causeWords } from "#lib/causes/words/settings.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { commonWords } from "#lib/web/write.ts";
import { makeCounselor, makePerson, makeSession } from "../../prisma/seed/factories.ts";
import { browse, send, type Fields } from "../support/request.ts";
import { formOf, newestNumber } from "./edited.ts";

vi.mock("next/headers", async () => (await import("../support/request.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

async function as(person: { id: string }): Promise<void> {
  browse({ token: (await makeSession(db(), person.id, now())).token, path: "/settings/causes/nerves" });
}

/** The form of a cause as a browser sends it. */
async function fields(changed: Record<string, string> = {}): Promise<Fields> {
  const form = await formOf("NERVES", {});
  const typed = Object.entries(form).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [[name, typeof value === "boolean" ? (value ? "on" : "off") : String(value)] as const];
  });
  return { ...Object.fromEntries(typed), ...changed };
}

test("an admin saves a cause and is led to the list, where the new version stands", async () => {
  await as(await makePerson(db(), { role: "admin" }));
  const from = await newestNumber();
  expect(await send(editCauseAction, await fields({ name: "Nerves", on1: "off", days2: "0" }))).toEqual({
    to: "/settings/causes?done=saved",
  });
  const where = { taxonomyNumber: from + 1, cause: "NERVES" } as const;
  const actions = await db().causeAction.findMany({ where, orderBy: { position: "asc" } });
  expect(actions.map(({ isOn, days }) => [isOn, days])).toEqual([
    [false, 7],
    [true, 0],
    [true, 1],
  ]);
});

test("each field's own error, everything typed stays", async () => {
  await as(await makePerson(db(), { role: "admin" }));
  const typed = await fields({ name: " ", helps: "Only one", days1: "61", text2: "" });
  const answer = await send(editCauseAction, typed);
  const { key: _, ...back } = typed;
  expect(answer).toMatchObject({
    message: commonWords.mend,
    errors: {
      name: causeWords.needed,
      helps: causeWords.threeLines,
      days1: causeWords.between,
      text2: causeWords.needed,
    },
    values: back,
  });
});

test("a form from an older version saves nothing and gives back what was typed; sent with the newest number it saves", async () => {
  await as(await makePerson(db(), { role: "admin" }));
  const typed = await fields({ name: "Mine" });
  await send(editCauseAction, await fields({ name: "Theirs" }));
  const stale = await send(editCauseAction, typed);
  expect(stale).toMatchObject({ refusal: "stale", message: causeWords.stale, values: { name: "Mine" } });
  const again = { ...typed, key: newId(), version: String(await newestNumber()) };
  expect(await send(editCauseAction, again)).toEqual({ to: "/settings/causes?done=saved" });
});

test("a refusal about on and off stands at its field", async () => {
  await as(await makePerson(db(), { role: "admin" }));
  const unsure = { ...(await formOf("UNSURE", {})), key: newId() };
  const texts = Object.entries(unsure).filter(([, value]) => typeof value === "string");
  const form = { ...Object.fromEntries(texts), version: String(unsure.version), isOn: "off" } as Fields;
  expect(await send(editCauseAction, form)).toMatchObject({ errors: { isOn: causeWords.stays_on } });
});

test("a counselor does not find it, nobody is sent to sign in", async () => {
  const form = await fields({ name: "Mine" });
  await as(await makeCounselor(db()));
  expect(await send(editCauseAction, form)).toMatchObject({ refusal: "not_found" });
  browse({ path: "/settings/causes/nerves" });
  expect(await send(editCauseAction, form)).toEqual({ to: "/sign-in?next=%2Fsettings%2Fcauses%2Fnerves" });
  expect(await db().event.count({ where: { id: typeof form["key"] === "string" ? form["key"] : "" } })).toBe(
    0,
  );
});
