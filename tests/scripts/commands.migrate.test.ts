import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { afterEach, expect, inject, test } from "vitest";
import { listMigrations, migrate } from "../../prisma/migrate.ts";
import { readSchema, sqlBetween } from "../../prisma/schema-engine.ts";

const server = inject("server");
const made: string[] = [];

afterEach(async () => {
  for (const name of made.splice(0)) await ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

/** The address of a database that does not exist yet. */
function nowhere(): string {
  const name = `migrate_${randomUUID().replaceAll("-", "")}`;
  made.push(name);
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const columns = `SELECT table_name, column_name, udt_name, character_maximum_length, datetime_precision, is_nullable, column_default
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`;

test("two at once: one migrates, the other waits and finds it done", async () => {
  const url = nowhere();
  const both = await Promise.all([migrate(url), migrate(url)]);
  expect(both.map((names) => names.length).toSorted()).toEqual([0, listMigrations().length]);
  expect(await migrate(url)).toEqual([]);
});

test("interrupted after its changes were committed: it is recorded as applied", async () => {
  const url = nowhere();
  await migrate(url);
  await ask(url, "UPDATE _prisma_migrations SET finished_at = NULL");
  const said: string[] = [];
  expect(await migrate(url, (line) => said.push(line))).toEqual([]);
  expect(said).toHaveLength(listMigrations().length);
  expect(said[0]).toContain("its changes are in the database");
});

test("refused half-way: it leaves nothing behind, and runs again once the reason is gone", async () => {
  const url = nowhere();
  await ask(server, `CREATE DATABASE ${new URL(url).pathname.slice(1)}`);
  await ask(url, "CREATE TYPE role AS (reason text)");
  await expect(migrate(url)).rejects.toThrow(/role/);
  const tables = await ask(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  expect(tables.map(({ tablename }) => tablename)).toEqual(["_prisma_migrations"]);
  await ask(url, "DROP TYPE role");
  expect(await migrate(url)).toEqual(listMigrations());
});

test("the migrations lead to the schema, column by column", async () => {
  const migrated = nowhere();
  const declared = nowhere();
  await migrate(migrated);
  await ask(server, `CREATE DATABASE ${new URL(declared).pathname.slice(1)}`);
  await ask(declared, await sqlBetween(declared, undefined, readSchema()));
  expect(await ask(migrated, columns)).toEqual(await ask(declared, columns));
});

test("no change of the schema waits for its migration", async () => {
  const snapshot = path.resolve(import.meta.dirname, "../../prisma/migrations/schema.snapshot.prisma");
  const waiting = await sqlBetween(server, readFileSync(snapshot, "utf8"), readSchema());
  expect(waiting, "run: npm run db:migration NAME").toBe("");
});
