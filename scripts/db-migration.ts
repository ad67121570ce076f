// npm run db:migration NAME: writes the migration from the schema of the last one to the present one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { readSchema, sqlBetween } from "../prisma/schema-engine.ts";
import { startPostgres } from "./services/postgres.ts";

const MIGRATIONS = path.resolve("prisma/migrations");
const SNAPSHOT = path.join(MIGRATIONS, "schema.snapshot.prisma");

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    "Give the migration a name of small letters, digits and underscores: npm run db:migration add_workshops",
  );
  process.exit(1);
}

const schema = readSchema();
const postgres = await startPostgres();
const sql = await sqlBetween(
  postgres.url("postgres"),
  existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, "utf8") : undefined,
  schema,
);
await postgres.stop();

if (sql === "") {
  console.log("The schema has not changed since the last migration.");
} else {
  const time = Temporal.Now.plainDateTimeISO("UTC")
    .toString({ smallestUnit: "second" })
    .replaceAll(/[-:T]/g, "");
  const folder = path.join(MIGRATIONS, `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
  writeFileSync(SNAPSHOT, schema);
  console.log(
    `Wrote ${path.relative(".", folder)}/migration.sql. Read it: a renamed column is dropped and made anew unless you write it otherwise.`,
  );
  console.log(
    "What Prisma cannot say (exclusions, checks, triggers, partial indexes) belongs in prisma/laws.sql.",
  );
}
