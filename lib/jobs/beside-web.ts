import { environment } from "#lib/infra/env.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import type { Worker } from "#lib/jobs/worker.ts";

const keep = globalThis as typeof globalThis & { debriefWorker?: Worker };

/** Checks the settings, then runs the worker in this web process unless `WORKER=off`. */
export function startBesideWeb(): void {
  if (environment().WORKER === "off" || keep.debriefWorker) return;
  const worker = startWorker();
  keep.debriefWorker = worker;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => exitAfter(worker.stop()));
}

/** Next ends the process as soon as its requests are answered, and knows nothing of the worker: its exit waits for ours. */
function exitAfter(stopping: Promise<void>): void {
  const exit = process.exit.bind(process);
  process.exit = ((code?: number) => void stopping.finally(() => exit(code))) as typeof process.exit;
}
