import { expect, test } from "vitest";
import { commandsDb } from "#lib/infra/db.ts";
import { writeRows } from "../../prisma/seed/story/rows.ts";
import { tellStory } from "../../prisma/seed/story/tell.ts";

test("the database takes the whole story under its laws", async () => {
  const rows = tellStory(Temporal.Instant.from("2026-11-24T15:07:31Z"));
  await commandsDb().$transaction((tx) => writeRows(tx, rows), { timeout: 50_000 });
  const db = commandsDb();
  expect(await db.person.count()).toBe(rows.people.length);
  expect(await db.postMortemAnswer.count()).toBe(rows.answers.length);
  expect(await db.mail.count({ where: { state: "waiting" } })).toBe(0);
  expect(await db.demoPerson.count()).toBe(12);
}, 60_000);
