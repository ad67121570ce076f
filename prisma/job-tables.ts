import { PgBoss } from "pg-boss";
import type { QueueOptions } from "pg-boss";

import { queues, type Queue } from "#lib/infra/queue.ts";

/** Heartbeats let another worker take a job over within seconds of its worker's death; off by default. */
const ALIVE = { heartbeatSeconds: 10, notify: true } as const;

/** How each queue retries. A mail has eight tries in a day from 30 seconds on; a sign-in mail is of no use after ten minutes. */
const SETTINGS: Record<Queue, QueueOptions & { notify: boolean }> = {
  "sign-in-mails": { ...ALIVE, retryLimit: 5, retryDelay: 5, retryBackoff: true, retentionSeconds: 600 },
  mails: { ...ALIVE, retryLimit: 8, retryDelay: 30, retryBackoff: true, retryDelayMax: 21_600 },
  sweeps: { ...ALIVE, retryLimit: 1, retryDelay: 30, retentionSeconds: 3_600 },
  // Goes on where it stopped, as often as its worker is stopped or dies.
  imports: { ...ALIVE, retryLimit: 1_000, retryDelay: 1, expireInSeconds: 3_600 },
};

/** Makes the tables of pg-boss and our queues in them, or brings them to the present. Processes start the queue as it is. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const name of queues) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, SETTINGS[name]);
      else await boss.createQueue(name, SETTINGS[name]);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
