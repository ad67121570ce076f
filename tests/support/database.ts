import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";

import { closeDb } from "#lib/infra/db.ts";
import { closeQueue } from "#lib/infra/queue.ts";
import { closeLimits } from "#lib/web/rate-limit.ts";

const server = inject("server");
const name = `test_${randomUUID().replaceAll("-", "")}`;

// Before the test file is imported: whatever it loads finds its own database in the environment.
Object.assign(process.env, {
  DATABASE_URL: Object.assign(new URL(server), { pathname: `/${name}` }).href,
  SMTP_URL: process.env["SMTP_URL"] ?? "smtp://127.0.0.1:9",
  ORIGIN: "http://localhost:3000",
  AUTH_SECRET: "a secret of the tests, which is long enough",
  MAIL_FROM: "debrief@agency.example",
  LOG_LEVEL: "silent",
});

beforeAll(() => onServer(`CREATE DATABASE ${name} TEMPLATE ${inject("template")} STRATEGY FILE_COPY`));

afterAll(async () => {
  await closeQueue();
  await closeLimits();
  await closeDb();
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
});

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
