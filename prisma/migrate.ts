import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { Client } from "pg";

import { plantTaxonomy } from "./first-taxonomy.ts";
import { prepareQueues } from "./job-tables.ts";
import { COMMITTED, withSchemaEngine } from "./schema-engine.ts";

const FOLDER = path.join(import.meta.dirname, "migrations");
const LAWS = path.join(import.meta.dirname, "laws.sql");

/** One migration at a time in a database, whoever starts it: any number, the same everywhere. */
const LOCK = 4_072_011;

/**
 * Brings a database to the present: creates it if it is missing, applies the migrations that it has not had, then the laws,
 * then what the first taxonomy says, then the tables of the job queue. Safe to run twice and by two at once; an interrupted run is taken up again.
 * Needs a direct connection as the owner of the tables, not a pooler.
 *
 * @returns the names of the migrations that were applied now
 */
export async function migrate(url: string, say: (line: string) => void = () => undefined): Promise<string[]> {
  await createDatabase(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await lock(client, say);
    const applied = await applyMigrations(client, url, say);
    await client.query(`BEGIN; ${existsSync(LAWS) ? readFileSync(LAWS, "utf8") : ""}; COMMIT`);
    await client.query("BEGIN");
    await plantTaxonomy(client);
    await client.query("COMMIT");
    await prepareQueues(url);
    return applied;
  } finally {
    await client.end();
  }
}

/** The names of the migrations in the repository, oldest first. */
export function listMigrations(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

async function createDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const direct = new Client({ connectionString: url });
  direct.on("error", () => undefined);
  try {
    await direct.connect();
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") throw error;
  } finally {
    await direct.end().catch(() => undefined);
  }
  const client = new Client({
    connectionString: Object.assign(new URL(url), { pathname: "/postgres" }).href,
  });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Somebody else was faster.
    if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}

async function lock(client: Client, say: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [LOCK]);
  if (rows[0]?.got) return;
  say("Another process is migrating this database; waiting for it.");
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
}

async function applyMigrations(client: Client, url: string, say: (line: string) => void): Promise<string[]> {
  const names = listMigrations();
  if (names.length === 0) return [];
  const migrationsList = readMigrations(names);
  return withSchemaEngine(url, async (engine) => {
    for (const { name, committed } of await interrupted(client)) {
      say(
        `The migration ${name} was interrupted; ${committed ? "its changes are in the database, it is recorded as applied" : "it left nothing behind and is applied again"}.`,
      );
      if (committed) await engine.markMigrationApplied({ migrationName: name, migrationsList });
      else await engine.markMigrationRolledBack({ migrationName: name });
    }
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: { externalTables: [], externalEnums: [] },
    });
    for (const name of appliedMigrationNames) say(`Applied ${name}.`);
    return appliedMigrationNames;
  });
}

/** Migrations that were begun and not finished, while nobody but us migrates: each ran as one transaction, which says whether it was committed. */
async function interrupted(client: Client): Promise<{ name: string; committed: boolean }[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!rows[0]?.there) return [];
  const begun = await client.query<{ name: string; committed: boolean }>(
    "SELECT migration_name AS name, logs IS NOT DISTINCT FROM $1 AS committed FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL ORDER BY started_at",
    [COMMITTED],
  );
  return begun.rows;
}

function readMigrations(names: string[]): MigrationList {
  return {
    baseDir: FOLDER,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

if (import.meta.main) {
  const url = process.env["DATABASE_URL"];
  if (!url) throw new Error("DATABASE_URL is not set: the address of the database to migrate.");
  const applied = await migrate(url, console.log);
  console.log(applied.length > 0 ? "The database is up to date." : "The database was up to date.");
}
