import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { lockOf } from "#lib/progress/rules.ts";
import { getProgress } from "#lib/progress/queries.ts";
import { candidateId } from "../../prisma/seed/story/people.ts";
import { writeRows } from "../../prisma/seed/story/rows.ts";
import { tellStory } from "../../prisma/seed/story/tell.ts";

const now = Temporal.Instant.from("2026-11-24T15:07:31Z");

async function progressOf(key: string) {
  const person = await commandsDb().person.findUniqueOrThrow({ where: { id: candidateId(key) } });
  const { id: personId, name, role, timeZone } = person;
  return getProgress(viewerFrom({ personId, name, role, timeZone, looked: () => undefined }), now);
}

test("the database takes the whole story under its laws", async () => {
  const rows = tellStory(now);
  await commandsDb().$transaction((tx) => writeRows(tx, rows), { timeout: 50_000 });
  const db = commandsDb();
  expect(await db.person.count()).toBe(rows.people.length);
  expect(await db.postMortemAnswer.count()).toBe(rows.answers.length);
  expect(await db.mail.count({ where: { state: "waiting" } })).toBe(0);
  expect(await db.demoPerson.count()).toBe(12);

  const [priya, tomasz, maya] = [
    await progressOf("priya"),
    await progressOf("tomasz"),
    await progressOf("maya"),
  ];
  expect(priya.patterns.patterns).toMatchObject([
    { cause: "EMPLOYER_PREP", state: "active", strength: "pattern", count: 3 },
  ]);
  expect(priya.patterns.own).toHaveLength(1);
  expect(tomasz.patterns.patterns.map(({ cause, state }) => `${cause} ${state}`)).toEqual([
    "PITCH seen",
    "CLOSING seen",
    "RAMBLED resolved",
  ]);
  expect(tomasz.patterns.open).toMatchObject([{ byCandidate: ["Not sure yet"] }]);
  expect([priya, tomasz, maya].map(({ moods }) => lockOf(moods.length) !== null)).toEqual([
    false,
    false,
    true,
  ]);
}, 60_000);
