import { fromPrisma, PgBoss } from "pg-boss";
import type { Db } from "#lib/infra/db.ts";
import { environment } from "#lib/infra/env.ts";
import { log } from "#lib/infra/log.ts";

/** Every queue of the worker. Sign-in mails go first: they have one of their own. */
export const queues = ["sign-in-mails", "mails"] as const;
export type Queue = (typeof queues)[number];

const keep = globalThis as typeof globalThis & { debriefSender?: Promise<PgBoss> };

/** pg-boss's schema is made by `db:migrate`; processes start it as it is. */
export function bossFor(part: "sender" | "worker"): PgBoss {
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    migrate: false,
    createSchema: false,
    supervise: part === "worker",
    schedule: part === "worker",
    superviseIntervalSeconds: 10,
    max: part === "worker" ? 4 : 1,
    connectionTimeoutMillis: 3_000,
  });
  boss.on("error", (error) => log().error({ part, kind: error.name }, "queue"));
  return boss;
}

/** Adds a job that commits with the rows of `tx`. */
export async function enqueueJob(tx: Db, queue: Queue, data: object): Promise<void> {
  keep.debriefSender ??= bossFor("sender").start();
  const boss = await keep.debriefSender.catch((error: unknown) => {
    delete keep.debriefSender;
    throw error;
  });
  await boss.send(queue, data, { db: fromPrisma(tx) });
}

export async function closeQueue(): Promise<void> {
  const started = keep.debriefSender;
  delete keep.debriefSender;
  if (started) await (await started).stop({ graceful: false });
}
