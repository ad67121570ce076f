import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { prepareGivenDatabase, prepareOwnDatabase, type Settings } from "./database.ts";
import { startMailbox } from "./mailbox.ts";
import { freePortFrom } from "./ports.ts";
import { startPostgres } from "./postgres.ts";
import { atEnd, commandOf } from "./processes.ts";

/** What the demo and development keep between starts. */
export const DATA = path.resolve(".data");

const RUNNING = path.join(DATA, "running.json");

export interface DemoServices {
  /** Settings for the portal, as in docs/operations.md. */
  settings: Settings;
  port: number;
  /** The mailbox's page, if it is ours. */
  mailbox: string | undefined;
}

/** Starts database and mailbox of the demo, or uses those of DATABASE_URL and SMTP_URL; migrated and seeded. */
export async function startDemoServices(fresh: boolean, say: (line: string) => void): Promise<DemoServices> {
  refuseSecond();
  mkdirSync(DATA, { recursive: true });
  atEnd(() => rmSync(RUNNING, { force: true }));
  const port = await portalPort(say);
  writeFileSync(RUNNING, JSON.stringify({ pid: process.pid, portal: `http://localhost:${port}` }));
  const mails = path.join(DATA, "mails");
  if (fresh) rmSync(mails, { recursive: true, force: true });
  const smtp = process.env["SMTP_URL"];
  const mailbox = smtp ? undefined : await startMailbox({ port: 8025, folder: mails });

  const settings: Settings = {
    SMTP_URL: smtp ?? mailbox?.smtpUrl,
    ORIGIN: process.env["ORIGIN"] ?? `http://localhost:${port}`,
    AUTH_SECRET: process.env["AUTH_SECRET"] ?? ownSecret(),
    MAIL_FROM: process.env["MAIL_FROM"] ?? "debrief@agency.example",
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
    DEMO: "1",
  };
  const given = process.env["DATABASE_URL"];
  if (given) {
    await prepareGivenDatabase(given, settings, say);
    return { settings: { ...settings, DATABASE_URL: given }, port, mailbox: mailbox?.url };
  }
  const postgres = await startPostgres({ folder: DATA, fresh });
  if (!postgres.dataFolder.startsWith(DATA))
    say(
      `PostgreSQL runs as another user, who cannot enter this folder; its data are in ${postgres.dataFolder}.`,
    );
  const url = await prepareOwnDatabase((name) => postgres.url(name), settings, say);
  return { settings: { ...settings, DATABASE_URL: url }, port, mailbox: mailbox?.url };
}

function refuseSecond(): void {
  if (!existsSync(RUNNING)) return;
  const { pid, portal } = JSON.parse(readFileSync(RUNNING, "utf8")) as { pid: number; portal: string };
  if (!/scripts\/(demo|dev)\.ts/.test(commandOf(pid)) || pid === process.pid) return;
  console.error(`Debrief is running in this folder already, at ${portal}.`);
  process.exit(1);
}

async function portalPort(say: (line: string) => void): Promise<number> {
  const given = process.env["PORT"];
  const wanted = given ? Number(given) : 3000;
  const port = await freePortFrom(wanted);
  if (port === wanted) return port;
  if (given) throw new Error(`Port ${given} is taken. Set PORT to another one, or leave it out.`);
  say(`Port ${wanted} is taken; the portal uses ${port}.`);
  return port;
}

/** Made once and kept, so that sign-ins survive a restart. */
function ownSecret(): string {
  const file = path.join(DATA, "auth-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
