/**
 * How long a list of 5,000 people takes: its preview, its import, and how long a page's query takes meanwhile, beside the
 * same query when nothing runs. Prints the times of this machine; nothing is asserted.
 */
import { viewerFrom } from "#lib/core/viewer.ts";
import { elapsedSince, now } from "#lib/infra/clock.ts";
import { closeDb, commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { closeQueue } from "#lib/infra/queue.ts";
import { confirmImport, previewImport } from "#lib/people/commands/import.ts";
import { listPeople } from "#lib/people/queries.ts";
import { peopleFilterFrom } from "#lib/people/rules/filters.ts";
import { importPeople } from "#lib/people/sweeps.ts";
import { migrate } from "../prisma/migrate.ts";
import { makeCounselor, makePerson } from "../prisma/seed/factories.ts";
import { setEnvironment } from "../tests/support/mails.ts";
import { startPostgres } from "./services/postgres.ts";

const people = 5_000;
const postgres = await startPostgres();
const url = postgres.url("measure_import");
await migrate(url);
setEnvironment({
  DATABASE_URL: url,
  SMTP_URL: "smtp://127.0.0.1:9",
  ORIGIN: "http://localhost:3000",
  AUTH_SECRET: "a secret of this script, which is long enough",
  LOG_LEVEL: "error",
});
const ada = await makePerson(commandsDb(), { role: "admin" });
const ana = await makeCounselor(commandsDb());
const admin = viewerFrom({ ...ada, personId: ada.id, looked: () => undefined });
const rows = Array.from(
  { length: people },
  (_, at) =>
    `Person ${at},person-${at}@example.org,${ana.email},Harbour Freight,Clerk,2099-05-07,14:30,Europe/Paris,video`,
);
const text = ["name,address,counselor,employer,job,date,time,zone,format", ...rows].join("\n");

/** Milliseconds that each look at the list of people takes until told to stop; a pause between them, as between clicks. */
async function looks(until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  do {
    const start = elapsedSince(0);
    await listPeople(admin, { filter: peopleFilterFrom({ q: "son-12" }), after: null, now: now() });
    times.push(elapsedSince(start));
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while (!until());
  return times.toSorted((a, b) => a - b);
}
const said = (times: number[]) =>
  `median ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms, ${times.length} looks`;
async function during<Answer>(
  work: Promise<Answer>,
): Promise<{ answer: Answer; seconds: string; times: number[] }> {
  const start = elapsedSince(0);
  let isDone = false;
  const [answer, times] = await Promise.all([work.finally(() => (isDone = true)), looks(() => isDone)]);
  return { answer, seconds: (elapsedSince(start) / 1_000).toFixed(1), times };
}

let calm = 0;
console.log(`list of people, nothing else runs: ${said(await looks(() => (calm += 1) > 50))}`);
const key = newId();
const shown = await during(previewImport(admin, { key, text, file: new Uint8Array() }, now()));
console.log(
  `preview of ${people} rows (${(text.length / 1024).toFixed(0)} kB): ${shown.seconds} s; list meanwhile: ${said(shown.times)}`,
);
await confirmImport(admin, { key: newId(), import: key }, now());
const came = await during(importPeople(key, { clock: now, isStopping: () => false }));
console.log(`import of ${people} rows: ${came.seconds} s; list meanwhile: ${said(came.times)}`);
console.log(`people: ${await commandsDb().person.count()}, mails: ${await commandsDb().mail.count()}`);
await Promise.all([closeQueue(), closeDb()]);
await postgres.stop();
