import type { Job, JobResult, PgBoss } from "pg-boss";
import { now } from "#lib/infra/clock.ts";
import { log } from "#lib/infra/log.ts";
import { bossFor } from "#lib/infra/queue.ts";
import { closeSmtp } from "#lib/infra/smtp.ts";
import { schedule } from "#lib/jobs/schedule.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { importPeople } from "#lib/people/sweeps.ts";

export type Worker = {
  /** Fetches nothing more, finishes what it has, releases its connections. At most 20 seconds. */
  readonly stop: () => Promise<void>;
};

type Work = { id: string };

/** Seconds between looks at a queue: notifications wake the worker at once, looking finds what comes back after a delay. */
const looking = { notifyPollingIntervalSeconds: 5, pollingIntervalSeconds: 1 };

/** Starts sending mails and running sweeps. A database that is not there yet is waited for. */
export function startWorker(): Worker {
  const boss = bossFor("worker");
  const timers: NodeJS.Timeout[] = [];
  let isStopping = false;
  const started = (async () => {
    while (!isStopping) {
      try {
        await boss.start();
        await takeUp(boss, () => isStopping);
        timers.push(...beat());
        log().info("worker started");
        return;
      } catch (error) {
        log().warn({ err: error }, "worker cannot start yet");
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      }
    }
  })();
  return {
    async stop() {
      isStopping = true;
      await started;
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 20_000 });
      closeSmtp();
      log().info("worker stopped");
    },
  };
}

async function takeUp(boss: PgBoss, isStopping: () => boolean): Promise<void> {
  // Workers of their own: however many other mails wait, somebody who wants to sign in does not.
  await boss.work<Work>("sign-in-mails", { ...looking, localConcurrency: 2, perJobResults: true }, sendAll);
  await boss.work<Work>(
    "mails",
    { ...looking, localConcurrency: 2, batchSize: 20, burstWhenBatchFull: true, perJobResults: true },
    sendAll,
  );
  await boss.work<{ sweep: string }>(
    "sweeps",
    { ...looking, notifyPollingIntervalSeconds: 30 },
    async ([job]) => sweep(job?.data.sweep ?? ""),
  );
  await boss.work<Work>("imports", { ...looking, perJobResults: true }, (jobs) =>
    importAll(jobs, isStopping),
  );
  for (const [name, { when }] of Object.entries(schedule)) {
    if ("cron" in when) await boss.schedule("sweeps", when.cron, { sweep: name }, { key: name });
  }
  for (const { name, key } of await boss.getSchedules("sweeps")) {
    const known = schedule[key];
    if (!known || !("cron" in known.when)) await boss.unschedule(name, key);
  }
}

/** What runs in every worker, more often than a cron can say. */
function beat(): NodeJS.Timeout[] {
  return Object.entries(schedule).flatMap(([name, { when }]) => {
    if (!("everySeconds" in when)) return [];
    return [
      setInterval(
        () => void sweep(name).catch((error: unknown) => log().warn({ sweep: name, err: error }, "sweep")),
        when.everySeconds * 1_000,
      ),
    ];
  });
}

/** The mails of one batch beside each other; each is settled by itself, so that one that must wait holds up no other. */
function sendAll(jobs: Job<Work>[]): Promise<JobResult[]> {
  return Promise.all(
    jobs.map(async ({ id, data }) => {
      try {
        return { id, status: (await sendMail(data.id, now())) === "done" ? "completed" : "failed" };
      } catch (error) {
        log().error({ mail: data.id, err: error }, "mail");
        return { id, status: "failed" };
      }
    }),
  );
}

/** One list after the other. What is not at its end goes back to the queue, which asks again. */
async function importAll(jobs: Job<Work>[], isStopping: () => boolean): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const { id, data } of jobs) {
    try {
      const came = await importPeople(data.id, { clock: now, isStopping });
      results.push({ id, status: came === "ended" ? "completed" : "failed" });
    } catch (error) {
      log().error({ import: data.id, err: error }, "import");
      results.push({ id, status: "failed" });
    }
  }
  return results;
}

async function sweep(name: string): Promise<void> {
  const known = schedule[name];
  if (!known) return;
  const tally = await known.run(now());
  if (tally.done + tally.failed > 0) log().info({ sweep: name, ...tally }, "sweep");
}
