import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

import { run, startChild, type Child } from "./processes.ts";

const NEXT = "node_modules/next/dist/bin/next";

/** Everything that the build reads; what is generated is decided by what it is generated from. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "package-lock.json",
  "package.json",
  "next.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "tsconfig.json",
];
const GENERATED = path.join("lib", "infra", "prisma");

export interface Portal {
  url: string;
  child: Child;
}

export interface PortalOptions {
  /** The build's folder, named below the project's. */
  build: string;
  port: number;
  /** The settings of docs/operations.md; ORIGIN is made of the port if it is not among them. */
  env: Record<string, string | undefined>;
  /** Takes what the server prints. */
  log: string;
}

/**
 * Builds the portal into `build`, if anything that it is made of has changed since.
 * @returns whether it succeeded; what it printed is in `log`
 */
export async function buildPortal(build: string, log: string, say: (line: string) => void): Promise<boolean> {
  const mark = path.join(build, "built-from");
  const sources = hashOfSources();
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return true;
  say("Building the portal, about a minute …");
  rmSync(mark, { force: true });
  const output = openLog(log);
  const code = await run(process.execPath, [NEXT, "build"], {
    stdio: ["ignore", output, output],
    env: { ...WITHOUT_SETTINGS, NODE_ENV: "production", NEXT_DIST_DIR: build, NEXT_TELEMETRY_DISABLED: "1" },
  });
  closeSync(output);
  if (code === 0) writeFileSync(mark, sources);
  return code === 0;
}

/** Serves a build, or the sources with reload if `build` is "dev", and waits until it answers. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { build, port, env, log } = options;
  const url = `http://localhost:${port}`;
  const isDev = build === "dev";
  const output = isDev ? undefined : openLog(log);
  const child = startChild(
    process.execPath,
    [NEXT, isDev ? "dev" : "start", "-p", String(port), "-H", "localhost"],
    {
      stdio: output === undefined ? ["ignore", "inherit", "inherit"] : ["ignore", output, output],
      env: {
        ORIGIN: url,
        ...env,
        PORT: String(port),
        NODE_ENV: isDev ? "development" : "production",
        NEXT_DIST_DIR: isDev ? undefined : build,
        NEXT_TELEMETRY_DISABLED: "1",
      },
    },
  );
  if (output !== undefined) closeSync(output);
  if (await answers(url, child)) return { url, child };
  await child.stop();
  throw new Error(`The portal does not start:\n${endOfFile(log)}`);
}

/** The last lines of a log, for whoever has to see why. */
export function endOfFile(file: string, lines = 40): string {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n") : "";
}

/** A build must not depend on the settings of the machine that builds. */
const WITHOUT_SETTINGS = {
  DATABASE_URL: undefined,
  SMTP_URL: undefined,
  ORIGIN: undefined,
  AUTH_SECRET: undefined,
  DEMO: undefined,
  CLOCK_SHIFT: undefined,
};

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, "w", 0o600);
}

async function answers(url: string, child: Child): Promise<boolean> {
  let hasEnded = false;
  void child.ended.then(() => (hasEnded = true));
  const patienceEnds = performance.now() + 60_000;
  while (!hasEnded && performance.now() < patienceEnds) {
    const answer = await fetch(`${url}/api/health/live`, {
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
    }).catch(() => undefined);
    if (answer) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function hashOfSources(): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of SOURCES) if (existsSync(source)) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, place: string): void {
  if (place === GENERATED) return;
  const entries = isFolder(place) ? readdirSync(place).toSorted() : undefined;
  if (entries) for (const entry of entries) addTo(hash, path.join(place, entry));
  else hash.update(place).update(readFileSync(place));
}

function isFolder(place: string): boolean {
  return statSync(place).isDirectory();
}
