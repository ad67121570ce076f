import { closeDb } from "#lib/infra/db.ts";
import { environment } from "#lib/infra/env.ts";
import { closeQueue } from "#lib/infra/queue.ts";
import { startWorker } from "#lib/jobs/worker.ts";

/** `npm run worker`: the worker without the web, as many of them as wanted. */
environment();
const worker = startWorker();
let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await worker.stop();
  await Promise.all([closeQueue(), closeDb()]);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());
