import { forgetExpired } from "#lib/accounts/sweeps.ts";
import { rescueMails } from "#lib/mail/sweeps.ts";

type Sweep = {
  /** Minute, hour, day of the month, month, weekday; in UTC. */
  readonly cron: string;
  readonly run: (now: Temporal.Instant) => Promise<{ done: number; skipped: number; failed: number }>;
};

/** Everything that happens by itself, on one screen. Each sweep asks the data what is due and is safe to run twice. */
export const schedule = {
  "mail.rescue": { cron: "* * * * *", run: rescueMails },
  "accounts.forget": { cron: "*/15 * * * *", run: forgetExpired },
} as const satisfies Record<string, Sweep>;

export type SweepName = keyof typeof schedule;

export function isSweepName(name: string): name is SweepName {
  return Object.hasOwn(schedule, name);
}
