import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Pool } from "pg";

/** Set on the row of a migration in the same transaction as its statements: it tells a restart that they were committed. */
export const COMMITTED = "committed";

const SCHEMA = path.join(import.meta.dirname, "schema");

/** The schema as it is now: all its files as one. */
export function readSchema(): string {
  const files = readdirSync(SCHEMA).filter((file) => file.endsWith(".prisma"));
  return `${files
    .toSorted()
    .map((file) => readFileSync(path.join(SCHEMA, file), "utf8").trim())
    .join("\n\n")}\n`;
}

/** The SQL that leads from one schema (none: an empty database) to another; empty if they are alike. Any database will do. */
export async function sqlBetween(url: string, from: string | undefined, to: string): Promise<string> {
  const target = (content: string): DiffTarget => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  });
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: from === undefined ? { tag: "empty" } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout?.includes("This is an empty migration") ? "" : (stdout ?? "").trim();
}

let loaded: Promise<void> | undefined;

/** Lends Prisma's schema engine, compiled to WebAssembly: nothing to download. It wants a live database even to compare two schemas. */
export async function withSchemaEngine<T>(
  url: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= load());
  const pool = new Pool({ connectionString: url });
  let refusal: Error | undefined;
  const adapter = wholeScripts(pool, (error) => (refusal = error));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await use(engine);
  } catch (error) {
    // The engine says only that something outside refused; PostgreSQL said what.
    throw refusal === undefined
      ? error
      : new Error(`PostgreSQL refused the migration: ${refusal.message}`, { cause: error });
  } finally {
    engine.free();
    // The engine locks the database for its session and leaves it to the end of the connection to unlock it.
    await pool.end();
  }
}

async function load(): Promise<void> {
  const file = path.join(
    path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
    "schema_engine_bg.wasm",
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  (instance.exports["__wbindgen_start"] as () => void)();
}

/**
 * The adapter cuts a script at every semicolon, also inside a string or a function, and runs the pieces one by one.
 * Ours hands the whole script to PostgreSQL, which runs it as one transaction, and marks the migration in it.
 */
function wholeScripts(pool: Pool, onRefusal: (error: Error) => void): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const runsWhole: SqlDriverAdapter["executeScript"] = (script) =>
      runScript(pool, script).catch((error: Error) => {
        onRefusal(error);
        throw error;
      });
    return Object.assign(adapter, { executeScript: runsWhole });
  };
  return factory;
}

async function runScript(pool: Pool, script: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(script);
    const { rowCount } = await client.query(
      "SELECT FROM pg_tables WHERE schemaname = current_schema() AND tablename = '_prisma_migrations'",
    );
    if (rowCount)
      await client.query(
        "UPDATE _prisma_migrations SET logs = $1 WHERE finished_at IS NULL AND rolled_back_at IS NULL",
        [COMMITTED],
      );
    await client.query("COMMIT");
  } finally {
    client.release(true);
  }
}
