import { existsSync } from "node:fs";
import { Client } from "pg";

import { migrate } from "../../prisma/migrate.ts";
import { run } from "./processes.ts";

const SEED = "prisma/seed/main.ts";

/** What the seed and the portal are told, as in docs/operations.md. */
export type Settings = Record<string, string | undefined>;

/**
 * Makes the database of a demo on our own server, or brings the one that is there to the present.
 * It is made under another name and gets its own once it is complete: an interrupted start leaves nothing half done.
 */
export async function prepareOwnDatabase(
  urlOf: (database: string) => string,
  settings: Settings,
  say: (line: string) => void,
): Promise<string> {
  const url = urlOf("debrief");
  const isThere = await query(urlOf("postgres"), "SELECT FROM pg_database WHERE datname = 'debrief'");
  if (isThere) {
    await migrate(url, say);
    return url;
  }
  await query(urlOf("postgres"), "DROP DATABASE IF EXISTS debrief_unfinished WITH (FORCE)");
  await makeDemoDatabase(urlOf("debrief_unfinished"), settings, say);
  await query(urlOf("postgres"), "ALTER DATABASE debrief_unfinished RENAME TO debrief");
  return url;
}

/** The same for a server of somebody else: an empty database is filled and marked, and one that no demo made is not touched. */
export async function prepareGivenDatabase(
  url: string,
  settings: Settings,
  say: (line: string) => void,
): Promise<void> {
  const isMarked = await query(url, "SELECT FROM installation WHERE demo_marked_at IS NOT NULL").catch(
    isMissing,
  );
  if (isMarked) return void (await migrate(url, say));
  const hasTables = await query(
    url,
    "SELECT FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') LIMIT 1",
  ).catch(isMissing);
  if (hasTables)
    throw new Error(
      "The database of DATABASE_URL is not empty and no demo made it, so it is left alone. Name an empty one.",
    );
  await makeDemoDatabase(url, settings, say);
}

/** No such database, or no such table, yet. */
function isMissing(error: unknown): false {
  if (["3D000", "42P01"].includes((error as { code?: string }).code ?? "")) return false;
  throw error;
}

/** Makes a database with the demo's story and its mark; it must be empty or not exist. */
export async function makeDemoDatabase(
  url: string,
  settings: Settings,
  say: (line: string) => void,
): Promise<void> {
  await migrate(url, say);
  if (existsSync(SEED)) {
    say("Writing the story of one agency into the database …");
    const code = await run(process.execPath, ["--import", "tsx", SEED], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...settings, DATABASE_URL: url },
    });
    if (code !== 0) throw new Error("The seed did not come to its end.");
  }
  await query(
    url,
    "INSERT INTO installation (id, demo_marked_at) VALUES (1, now()) ON CONFLICT (id) DO UPDATE SET demo_marked_at = excluded.demo_marked_at",
  );
}

/** Runs one statement: whether it found or changed a row. */
async function query(url: string, statement: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return ((await client.query(statement)).rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
