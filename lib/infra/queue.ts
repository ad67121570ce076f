import { fromPrisma, PgBoss } from "pg-boss";
import type { Db } from "#lib/infra/db.ts";
import { environment } from "#lib/infra/env.ts";
import { log } from "#lib/infra/log.ts";

/** Every queue of the worker. Sign-in mails go first: they have one of their own. */
export const queues = ["sign-in-mails", "mails", "sweeps", "imports"] as const;
export type Queue = (typeof queues)[number];

const keep = globalThis as typeof globalThis & { debriefSender?: Promise<PgBoss> };

/**
 * pg-boss's schema is made by `db:migrate`; processes start it as it is. The worker looks for jobs of dead workers
 * every ten seconds: with pg-boss's default of a minute a killed worker's mails waited too long (quality.md, "Faults").
 */
export function bossFor(part: "sender" | "worker"): PgBoss {
  const isWorker = part === "worker";
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    migrate: false,
    createSchema: false,
    supervise: isWorker,
    schedule: isWorker,
    useListenNotify: isWorker,
    registerInstance: isWorker,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 5,
    max: isWorker ? 4 : 1,
    connectionTimeoutMillis: 3_000,
  });
  boss.on("error", (error) => log().error({ part, kind: error.name }, "queue"));
  return boss;
}

/**
 * Adds a job that commits with the rows of `tx`. `id` is that of the row it is about: a second job for it cannot be made,
 * so that at most one worker has it at a time.
 */
export async function enqueueJob(tx: Db, queue: Queue, id: string): Promise<void> {
  await (await sender()).send(queue, { id }, { id, db: fromPrisma(tx) });
}

/** The same for many rows, in one statement. */
export async function enqueueJobs(tx: Db, queue: Queue, ids: readonly string[]): Promise<void> {
  const jobs = ids.map((id) => ({ id, data: { id } }));
  await (await sender()).insert(queue, jobs, { db: fromPrisma(tx) });
}

/** Makes sure that a row which still waits has a job that will run: makes it if it is gone, revives it if it gave up. */
export async function reviveJob(queue: Queue, id: string): Promise<"made" | "revived" | "alive"> {
  const boss = await sender();
  if (await boss.send(queue, { id }, { id })) return "made";
  const [job] = await boss.findJobs(queue, { id });
  if (job && (job.state === "created" || job.state === "retry" || job.state === "active")) return "alive";
  await boss.deleteJob(queue, id);
  return (await boss.send(queue, { id }, { id })) ? "revived" : "alive";
}

/** Lets a job that waits out a delay run now; one that is running is left alone. */
export async function hastenJob(queue: Queue, id: string): Promise<void> {
  await (await sender()).update({ name: queue, options: { id, startAfter: 0 } });
}

/** Takes the job of a row out of the queue, the one that is running too, and puts it back for `seconds` later. */
export async function delayJob(queue: Queue, id: string, seconds: number): Promise<void> {
  const boss = await sender();
  await boss.deleteJob(queue, id);
  await boss.send(queue, { id }, { id, startAfter: seconds });
}

export async function closeQueue(): Promise<void> {
  const started = keep.debriefSender;
  delete keep.debriefSender;
  if (started) await (await started).stop({ graceful: false });
}

async function sender(): Promise<PgBoss> {
  keep.debriefSender ??= bossFor("sender").start();
  return keep.debriefSender.catch((error: unknown) => {
    delete keep.debriefSender;
    throw error;
  });
}
