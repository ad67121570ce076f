import { once } from "node:events";
import { SMTPServer } from "smtp-server";

import { closeDb, commandsDb } from "#lib/infra/db.ts";
import { closeQueue } from "#lib/infra/queue.ts";
import { migrate } from "../../prisma/migrate.ts";
import { makeCandidate, makeCounselor, makeMock } from "../../prisma/seed/factories.ts";
import { enqueue, setEnvironment } from "../../tests/support/mails.ts";
import { freePort } from "../services/ports.ts";
import { startPostgres } from "../services/postgres.ts";
import { startChild } from "../services/processes.ts";

/**
 * A worker is killed while the mail server has half of a mail; another one starts then. The mail has to be sent within
 * 60 seconds, with the Message-ID of the first try. Prints how long it took; ends with 1 if it was not so.
 */
const [postgres, smtpPort] = await Promise.all([startPostgres(), freePort()]);
const url = postgres.url("worker_killed");
await migrate(url);
setEnvironment({
  DATABASE_URL: url,
  SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  ORIGIN: "http://localhost:3000",
  AUTH_SECRET: "a secret of this script, which is long enough",
  LOG_LEVEL: "error",
});

const tries: { at: number; messageId: string }[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    let text = "";
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    stream.on("end", () => {
      const isFirst = tries.length === 0;
      tries.push({ at: performance.now(), messageId: /^Message-ID: (.*)$/im.exec(text)?.[1] ?? "" });
      // The first is never answered: its worker dies waiting.
      if (!isFirst) done();
      smtp.emit("tried");
    });
  },
});
smtp.on("error", () => undefined);
smtp.listen(smtpPort, "127.0.0.1");

const counselor = await makeCounselor(commandsDb());
const candidate = await makeCandidate(commandsDb(), counselor.id);
const startsAt = Temporal.Now.instant().add({ hours: 48 });
const mock = await makeMock(commandsDb(), { candidateId: candidate.id, counselorId: counselor.id, startsAt });

const worker = () => startChild(process.execPath, ["--import", "tsx", "scripts/worker.ts"]);
const first = worker();
await enqueue("mock.booked", mock.id, [candidate.id]);
await once(smtp, "tried");
const killedAt = performance.now();
process.kill(first.pid ?? 0, "SIGKILL");
const second = worker();
await Promise.race([once(smtp, "tried"), new Promise((resolve) => setTimeout(resolve, 90_000))]);
const [one, two] = tries;
const seconds = two && (two.at - killedAt) / 1000;
const isSame = one?.messageId === two?.messageId;
const isWell = seconds !== undefined && seconds <= 60 && isSame;
console.log(
  two
    ? `Sent ${seconds?.toFixed(1)} seconds after the kill, with ${isSame ? "the same" : "another"} Message-ID.`
    : "Not sent within 90 seconds.",
);
await second.stop();
await Promise.all([closeQueue(), closeDb()]);
await new Promise<void>((resolve) => smtp.close(() => resolve()));
await postgres.stop();
process.exit(isWell ? 0 : 1);
