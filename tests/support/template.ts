import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";

import { migrate } from "../../prisma/migrate.ts";
import { startPostgres } from "../../scripts/services/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server on which every test file clones a database of its own. */
    server: string;
    /** The migrated database that they clone. */
    template: string;
  }
}

const PRISMA = path.resolve(import.meta.dirname, "../../prisma");

/** Once before the database tests: a server (that of `npm test`, or one of our own) and one migrated template in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_SERVER"];
  const postgres = given ? undefined : await startPostgres();
  const server = postgres?.url("postgres") ?? given ?? "";
  const template = `template_${whatMigrates()}`;
  await makeTemplate(server, template);
  project.provide("server", server);
  project.provide("template", template);
  return async () => postgres?.stop();
}

/** Everything that decides what a migrated database looks like. */
function whatMigrates(): string {
  const hash = createHash("sha256");
  const migrations = path.join(PRISMA, "migrations");
  const files = readdirSync(migrations, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sql"))
    .toSorted();
  for (const file of [
    ...files.map((name) => path.join(migrations, name)),
    path.join(PRISMA, "laws.sql"),
    path.join(PRISMA, "job-tables.ts"),
    path.join(PRISMA, "first-taxonomy.ts"),
    ...["taxonomy", "actions", "guides"].map((part) =>
      path.join(PRISMA, `../lib/causes/words/first-${part}.ts`),
    ),
  ]) {
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

/** Under another name until it is complete, so that an interrupted one is never cloned. */
async function makeTemplate(server: string, template: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(4072012)");
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${template}_unfinished WITH (FORCE)`);
    await migrate(Object.assign(new URL(server), { pathname: `/${template}_unfinished` }).href);
    await client.query(`ALTER DATABASE ${template}_unfinished RENAME TO ${template}`);
  } finally {
    await client.end();
  }
}
