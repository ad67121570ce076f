import { expect, test } from "vitest";
import { makeFeed, revokeFeed } from "#lib/accounts/commands/feeds.ts";
import { getFeed } from "#lib/accounts/queries.ts";
import { feedShownMinutes, feedTokenFrom } from "#lib/accounts/rules.ts";
import { findFeedReader } from "#lib/calendar/queries.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
const said = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "ok" : answer.refusal);

async function tokenOf(person: Person): Promise<string> {
  const feed = await getFeed(viewerOf(person), now());
  return feedTokenFrom(feed?.address?.split("/").at(-1) ?? "") ?? "";
}

async function people() {
  const ana = await makeCounselor(db());
  return { ana, maya: await makeCandidate(db(), ana.id) };
}

test("an address is shown for ten minutes, opens its person's feed, and only its hash is stored", async () => {
  const { maya } = await people();
  expect(await getFeed(viewerOf(maya), now())).toBeNull();
  const input = { key: newId() };
  expect(said(await makeFeed(viewerOf(maya), input, now()))).toBe("ok");
  const token = await tokenOf(maya);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await findFeedReader(token)).toEqual({ id: maya.id, role: "candidate" });
  const row = await db().calendarFeed.findUniqueOrThrow({ where: { personId: maya.id } });
  expect(JSON.stringify(row)).not.toContain(token);
  const late = now().add({ minutes: feedShownMinutes });
  expect((await getFeed(viewerOf(maya), late))?.address).toBeNull();
  // Sent twice, the form is one address.
  expect(said(await makeFeed(viewerOf(maya), input, now()))).toBe("ok");
  expect(await tokenOf(maya)).toBe(token);
});

test("a new address ends the old one; revoked it is nobody's, and so is a deactivated person's", async () => {
  const { maya } = await people();
  await makeFeed(viewerOf(maya), { key: newId() }, now());
  const old = await tokenOf(maya);
  await makeFeed(viewerOf(maya), { key: newId() }, now());
  const token = await tokenOf(maya);
  expect(token).not.toBe(old);
  expect(await findFeedReader(old)).toBeNull();
  await db().person.update({ where: { id: maya.id }, data: { deactivatedAt: dateOf(now()) } });
  expect(await findFeedReader(token)).toBeNull();
  await db().person.update({ where: { id: maya.id }, data: { deactivatedAt: null } });
  expect(await findFeedReader(token)).not.toBeNull();
  const feed = (await getFeed(viewerOf(maya), now()))?.id ?? "";
  expect(said(await revokeFeed(viewerOf(maya), { key: newId(), feed }))).toBe("ok");
  expect(await findFeedReader(token)).toBeNull();
  expect(said(await revokeFeed(viewerOf(maya), { key: newId(), feed }))).toBe("not_found");
});

test("nobody ends somebody else's, and nobody signed out makes one", async () => {
  const { ana, maya } = await people();
  await makeFeed(viewerOf(maya), { key: newId() }, now());
  const feed = (await getFeed(viewerOf(maya), now()))?.id ?? "";
  expect(said(await revokeFeed(viewerOf(ana), { key: newId(), feed }))).toBe("not_found");
  const gone = await makeCounselor(db(), { deactivatedAt: dateOf(now()) });
  expect(said(await makeFeed(viewerOf(gone), { key: newId() }, now()))).toBe("signed_out");
  expect(said(await revokeFeed(viewerOf(gone), { key: newId(), feed }))).toBe("signed_out");
  expect(await findFeedReader(await tokenOf(maya))).toMatchObject({ id: maya.id });
});

test("made many times at once, one address is left", async () => {
  const { maya } = await people();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => makeFeed(viewerOf(maya), { key: newId() }, now())),
  );
  expect(answers.map(said)).toEqual(Array.from({ length: 10 }, () => "ok"));
  expect(await db().calendarFeed.count({ where: { personId: maya.id } })).toBe(1);
});
