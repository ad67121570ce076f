import { expect, test, vi } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { newId } from "#lib/infra/hash.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { confirmImport } from "#lib/people/commands/import.ts";
import { db, refusal, viewerOf } from "../mocks/booked.ts";
import { mailServer } from "../support/mails.ts";
import { admins, preview, twoHundred } from "./lists.ts";

mailServer();

/** Milliseconds: a busy machine starts two workers slowly. Nothing waits that long where all is well. */
const patience = 90_000;

test(
  "a worker that is stopped in the middle leaves the rest to the next one, and each person comes in once",
  { timeout: 2 * patience },
  async () => {
    const { ada, ana } = await admins();
    const mark = newId().slice(0, 8);
    const theirs = { email: { startsWith: mark } };
    const { id } = await preview(
      ada,
      twoHundred(ana.email, (at) => `${mark}-${at}@example.org`),
    );
    const first = startWorker();
    expect(refusal(await confirmImport(viewerOf(ada), { key: newId(), import: id }, now()))).toBe("ok");
    await vi.waitFor(async () => expect(await db().person.count({ where: theirs })).toBeGreaterThan(0), {
      timeout: patience,
      interval: 10,
    });
    await first.stop();
    const [second, third] = [startWorker(), startWorker()];
    await vi.waitFor(
      async () =>
        expect((await db().peopleImport.findUniqueOrThrow({ where: { id } })).endedAt).not.toBeNull(),
      { timeout: patience, interval: 100 },
    );
    expect(await db().person.count({ where: theirs })).toBe(193);
    expect(await db().interview.count({ where: { candidate: theirs } })).toBe(64);
    expect(await db().mail.count({ where: { recipient: theirs, kind: "person.invited" } })).toBe(193);
    await Promise.all([second.stop(), third.stop()]);
  },
);
