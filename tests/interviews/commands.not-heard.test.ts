import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { setOutcome } from "#lib/interviews/commands/interviews.ts";
import { sayNotHeard } from "#lib/interviews/commands/not-heard.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { now, people, refusal, viewerOf, type Person } from "./logged.ts";

const daysAgo = (candidateId: string, days: number) =>
  makeInterview(db(), { candidateId, startsAt: now.subtract({ hours: 24 * days }) });
const say = async (actor: Person, interview: string, key = newId()) =>
  refusal(await sayNotHeard(viewerOf(actor), { key, interview }, now));
const notHeardAt = async (id: string) =>
  (await db().interview.findUniqueOrThrow({ where: { id } })).notHeardAt;

test("said once, and never asked again; nobody is mailed", async () => {
  const { maya } = await people();
  const { id } = await daysAgo(maya.id, 15);
  const key = newId();
  expect(await say(maya, id, key)).toBe("ok");
  expect(await say(maya, id, key)).toBe("ok");
  expect(await say(maya, id)).toBe("not_asked");
  expect(await notHeardAt(id)).toEqual(dateOf(now));
  expect(await db().event.findUnique({ where: { id: key } })).toMatchObject({
    kind: "outcome.not_heard",
    subjectId: id,
  });
  expect(await db().mail.count({ where: { eventId: key } })).toBe(0);
});

test("by its candidate alone: for everybody else it is not there", async () => {
  const { maya, luis, ana, ben, amir } = await people();
  const { id } = await daysAgo(maya.id, 15);
  for (const other of [luis, ana, ben, amir]) expect(await say(other, id)).toBe("not_found");
  expect(await say(maya, newId())).toBe("not_found");
  expect(await notHeardAt(id)).toBeNull();
  await db().person.update({ where: { id: maya.id }, data: { deactivatedAt: dateOf(now) } });
  expect(await say(maya, id)).toBe("signed_out");
});

test("too early, or answered in another tab: nothing is written", async () => {
  const { maya } = await people();
  const early = await daysAgo(maya.id, 13);
  expect(await say(maya, early.id)).toBe("not_asked");
  const { id } = await daysAgo(maya.id, 20);
  const told = { key: newId(), interview: id, version: 0, outcome: "offer" } as const;
  expect(await setOutcome(viewerOf(maya), told, now)).toMatchObject({ ok: true });
  expect(await say(maya, id)).toBe("not_asked");
  expect(await notHeardAt(id)).toBeNull();
});

test("said in three tabs at once it is said once", async () => {
  const { maya } = await people();
  const { id } = await daysAgo(maya.id, 15);
  const answers = await Promise.all([say(maya, id), say(maya, id), say(maya, id)]);
  expect(answers.toSorted()).toEqual(["not_asked", "not_asked", "ok"]);
  expect(await db().event.count({ where: { subjectId: id } })).toBe(1);
});
