import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";

/** How a child process is started; `env` is added to ours, `undefined` takes a name away. */
export interface ChildOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  stdio?: StdioOptions;
  uid?: number | undefined;
  gid?: number | undefined;
}

/** A child in a process group of its own, that ends with us however we end. */
export interface Child {
  process: ChildProcess;
  /** Resolves when it has ended: its exit code, or 1 if a signal ended it. Never rejects. */
  ended: Promise<number>;
  /** Asks the whole group to end; insists after `patience` milliseconds. */
  stop(signal?: NodeJS.Signals, patience?: number): Promise<void>;
}

const running = new Set<Child>();

/** Starts a child in its own group, so that a Ctrl-C reaches only us and we end it in order. */
export function startChild(command: string, args: string[], options: ChildOptions = {}): Child {
  const { env, stdio = "inherit", ...rest } = options;
  const ids = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const child = spawn(command, args, { ...ids, stdio, detached: true, env: mergedEnvironment(env) });
  const ended = new Promise<number>((resolve) => {
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
  const leash = child.pid === undefined ? undefined : holdLeash(child.pid);
  const handle: Child = { process: child, ended, stop: (signal, patience) => stopGroup(handle, signal, patience) };
  running.add(handle);
  void ended.then(() => {
    running.delete(handle);
    leash?.kill("SIGKILL");
  });
  return handle;
}

/** Runs a child to its end: its exit code. */
export function run(command: string, args: string[], options?: ChildOptions): Promise<number> {
  return startChild(command, args, options).ended;
}

/** Ends every child that is still running, the youngest first. */
export async function stopAll(): Promise<void> {
  for (const child of [...running].toReversed()) await child.stop();
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

/**
 * Calls `stop` once, when we are told to end (Ctrl-C, kill, a closed terminal) or when the process that started us has gone.
 * A second signal does not hurry it: the database needs its moment.
 */
export function onEnd(stop: () => Promise<void>): void {
  let ending: Promise<void> | undefined;
  const end = (code: number) => {
    ending ??= stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", () => end(130));
  process.on("SIGTERM", () => end(143));
  process.on("SIGHUP", () => end(129));
  if (process.env["STARTED_BY_BOOTSTRAP"] !== undefined) {
    process.stdin.on("close", () => end(143));
    process.stdin.resume();
  }
}

async function stopGroup(child: Child, signal: NodeJS.Signals = "SIGTERM", patience = 10_000): Promise<void> {
  const { pid } = child.process;
  if (pid === undefined || !running.has(child)) return;
  signalGroup(pid, signal);
  const insist = setTimeout(() => signalGroup(pid, "SIGKILL"), patience);
  await child.ended;
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
  const script = 'read -r _; kill -INT "-$0"; for _ in 1 2 3 4 5 6 7 8; do kill -0 "-$0" || exit; sleep 1; done; kill -KILL "-$0"';
  const leash = spawn("/bin/sh", ["-c", script, String(pid)], { cwd: "/", stdio: ["pipe", "ignore", "ignore"], detached: true });
  leash.unref();
  leash.stdin?.on("error", () => undefined);
  return leash;
}

function mergedEnvironment(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const merged: NodeJS.ProcessEnv = { ...process.env, ...changes };
  for (const name of Object.keys(merged)) if (merged[name] === undefined) delete merged[name];
  return merged;
}
