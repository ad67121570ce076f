import { randomBytes } from "node:crypto";
import path from "node:path";

import { makeDemoDatabase } from "./database.ts";
import { startMailbox } from "./mailbox.ts";
import { buildPortal, endOfFile, startPortal } from "./portal.ts";
import { freePort } from "./ports.ts";
import { startPostgres } from "./postgres.ts";

/** The folder of the build for journeys and screens; the demo has another. */
export const TEST_BUILD = ".next-test";
export const TEST_BUILD_LOG = path.resolve(".data/test-build.log");

/** The whole of Debrief for one run of journeys or screens: a production build, its own database with the demo's story, a mailbox. */
export interface Stage {
  portal: string;
  mailbox: string;
  databaseUrl: string;
  stop(): Promise<void>;
}

/** Opens a stage on free ports; builds if the sources have changed. The database server of `npm test` is used if there is one. */
export async function openStage(): Promise<Stage> {
  const given = process.env["TEST_DATABASE_SERVER"];
  const postgres = given ? undefined : await startPostgres();
  const server = postgres?.url("postgres") ?? given ?? "";
  const databaseUrl = Object.assign(new URL(server), {
    pathname: `/stage_${randomBytes(6).toString("hex")}`,
  }).href;
  const mailbox = await startMailbox();
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: mailbox.smtpUrl,
    ORIGIN: `http://localhost:${port}`,
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    MAIL_FROM: "debrief@agency.example",
    LOG_LEVEL: "warn",
    TZ: process.env["TZ"] ?? "Asia/Kathmandu",
    DEMO: "1",
  };
  await makeDemoDatabase(databaseUrl, env, console.log);
  if (!(await buildPortal(TEST_BUILD, TEST_BUILD_LOG, console.log)))
    throw new Error(`The build did not succeed:\n${endOfFile(TEST_BUILD_LOG)}`);
  const portal = await startPortal({
    build: TEST_BUILD,
    port,
    env,
    log: path.resolve(".data/test-portal.log"),
  });
  return {
    portal: portal.url,
    mailbox: mailbox.url,
    databaseUrl,
    stop: async () => {
      await portal.child.stop();
      await mailbox.stop();
      await postgres?.stop();
    },
  };
}
