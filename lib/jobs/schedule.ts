import { forgetExpired } from "#lib/accounts/sweeps.ts";
import { hastenMails, rescueMails } from "#lib/mail/sweeps.ts";
import { readBusyCalendars } from "#lib/mocks/sweeps.ts";
import { forgetUnconfirmed } from "#lib/people/sweeps/help.ts";
import { forgetImportTexts, reviveImports } from "#lib/people/sweeps.ts";
import { offerRests, promptForPostMortems } from "#lib/post-mortems/sweeps.ts";
import { settleQueues } from "#lib/workshops/sweeps.ts";

type Sweep = {
  /** In one worker: minute, hour, day of the month, month, weekday, in UTC. In every worker: seconds between two runs. */
  readonly when: { readonly cron: string } | { readonly everySeconds: number };
  readonly run: (now: Temporal.Instant) => Promise<{ done: number; skipped: number; failed: number }>;
};

/** Everything that happens by itself, on one screen. Each sweep asks the data what is due and is safe to run twice. */
export const schedule: Readonly<Record<string, Sweep>> = {
  "mail.hasten": { when: { everySeconds: 10 }, run: hastenMails },
  "mail.rescue": { when: { cron: "* * * * *" }, run: rescueMails },
  "post_mortems.prompt": { when: { cron: "* * * * *" }, run: promptForPostMortems },
  "post_mortems.rest": { when: { cron: "* * * * *" }, run: offerRests },
  "people.revive_imports": { when: { cron: "* * * * *" }, run: reviveImports },
  "people.forget_import_texts": { when: { cron: "*/15 * * * *" }, run: forgetImportTexts },
  "mocks.read_calendars": { when: { cron: "* * * * *" }, run: (now) => readBusyCalendars(now) },
  "workshops.settle": { when: { cron: "* * * * *" }, run: settleQueues },
  "help.forget": { when: { cron: "*/15 * * * *" }, run: forgetUnconfirmed },
  "accounts.forget": { when: { cron: "*/15 * * * *" }, run: forgetExpired },
};
