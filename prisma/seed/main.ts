import { elapsedSince, now } from "#lib/infra/clock.ts";
import { closeDb, commandsDb } from "#lib/infra/db.ts";
import { writeRows } from "./story/rows.ts";
import { tellStory } from "./story/tell.ts";
import { agency } from "./texts/agency.ts";

/** Milliseconds for all of it, which takes two seconds on a machine that does nothing else. */
const patience = 60_000;

// Fills a new database with the story of one agency. The demo does this once; nothing is mailed.
const started = elapsedSince(0);
try {
  const people = await commandsDb().person.count();
  if (people > 0) {
    console.error(
      `This database holds ${people} people already. The seed fills an empty one only, and has changed nothing.`,
    );
    process.exitCode = 1;
  } else {
    const rows = tellStory(now());
    await commandsDb().$transaction(
      async (tx) => {
        await tx.agency.upsert({ where: { id: 1 }, create: agency, update: agency });
        await writeRows(tx, rows);
      },
      { timeout: patience },
    );
    const counts = Object.entries(rows).map(([table, { length }]) => `${length} ${table}`);
    console.log(`${agency.name}: ${counts.join(", ")}; ${(elapsedSince(started) / 1000).toFixed(1)} s.`);
  }
} finally {
  await closeDb();
}
