import { execFileSync, spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { readFileSync } from "node:fs";

/** How a child process is started; `env` is added to ours, `undefined` takes a name away. */
export interface ChildOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  stdio?: StdioOptions;
  uid?: number | undefined;
  gid?: number | undefined;
  /** The signal that this program takes for "come to your end" (SIGTERM). */
  endSignal?: NodeJS.Signals;
}

/** A child in a process group of its own, that ends with us however we end. */
export interface Child {
  pid: number | undefined;
  /** Resolves when it has ended: its exit code, or 1 if a signal ended it. Never rejects. */
  ended: Promise<number>;
  /** Asks the whole group to end, and insists after ten seconds. */
  stop(): Promise<void>;
}

type Ending = () => Promise<void> | void;

const endings = new Set<Ending>();
let allEnded: Promise<void> | undefined;

/** Remembers what to do when we end; the last remembered is done first. Returns how to forget it. */
export function atEnd(ending: Ending): () => void {
  endings.add(ending);
  return () => endings.delete(ending);
}

/** Ends everything that was started, in reverse: servers before what they need. */
export function endAll(): Promise<void> {
  allEnded ??= (async () => {
    for (const ending of [...endings].toReversed()) await ending();
  })();
  return allEnded;
}

/** Whether we are on our way out: what ends now does so because we asked. */
export function isEnding(): boolean {
  return allEnded !== undefined;
}

/**
 * Ends everything, then ourselves with `code`, when we are told to (Ctrl-C, kill, a closed terminal) or when the process that
 * started us has gone. A second signal does not hurry it: the database needs its moment.
 */
export function endWhenTold(code: number): void {
  const end = () => {
    endAll().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  if (process.env["STARTED_BY_BOOTSTRAP"] === undefined) return;
  delete process.env["STARTED_BY_BOOTSTRAP"];
  process.stdin.on("close", end);
  process.stdin.resume();
}

/** Starts a child in its own group, so that a Ctrl-C reaches only us and we end it in order. */
export function startChild(command: string, args: string[], options: ChildOptions = {}): Child {
  if (isEnding()) throw new Error("Nothing is started while everything ends.");
  const { env, stdio = "inherit", endSignal = "SIGTERM", ...rest } = options;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const child = spawn(command, args, { ...given, stdio, detached: true, env: mergedEnvironment(env) });
  const ended = new Promise<number>((resolve) => {
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
  const { pid } = child;
  if (pid === undefined) return { pid, ended, stop: () => Promise.resolve() };

  const leash = holdLeash(pid);
  const stop = () => stopGroup(pid, endSignal, ended);
  const forget = atEnd(stop);
  void ended.then(() => {
    forget();
    leash.kill("SIGKILL");
  });
  return { pid, ended, stop };
}

/** Runs a child to its end: its exit code. */
export function run(command: string, args: string[], options?: ChildOptions): Promise<number> {
  return startChild(command, args, options).ended;
}

/** Whether a process with this id exists (also one that is not ours). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What a process runs, as one line; nothing if there is no such process. */
export function commandOf(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return "";
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

async function stopGroup(pid: number, signal: NodeJS.Signals, ended: Promise<number>): Promise<void> {
  signalGroup(pid, signal);
  const insist = setTimeout(() => signalGroup(pid, "SIGKILL"), 10_000);
  await ended;
  clearTimeout(insist);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** A shell that waits for the end of our pipe: if we are killed outright, it ends the child's group for us. */
function holdLeash(pid: number): ChildProcess {
  const script =
    'read -r _; kill -INT "-$0"; for _ in 1 2 3 4 5 6 7 8; do kill -0 "-$0" || exit; sleep 1; done; kill -KILL "-$0"';
  const leash = spawn("/bin/sh", ["-c", script, String(pid)], {
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  leash.unref();
  leash.stdin?.on("error", () => undefined);
  return leash;
}

function mergedEnvironment(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const merged: NodeJS.ProcessEnv = { ...process.env, ...changes };
  for (const name of Object.keys(merged)) if (merged[name] === undefined) delete merged[name];
  return merged;
}
