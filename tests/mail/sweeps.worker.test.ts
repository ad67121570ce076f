import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { reviveJob } from "#lib/infra/queue.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { rescueMails } from "#lib/mail/sweeps.ts";
import { makeCandidate, makeCounselor, makeMock } from "../../prisma/seed/factories.ts";
import { enqueue, mailRow, smtpOfThisFile } from "../support/mails.ts";
import type { TestSmtp } from "../support/smtp.ts";

let smtp: TestSmtp;

beforeAll(async () => {
  smtp = await smtpOfThisFile();
});
afterAll(() => smtp.stop());

async function bookings(count: number) {
  const ids: string[] = [];
  const counselor = await makeCounselor(commandsDb());
  const candidate = await makeCandidate(commandsDb(), counselor.id);
  for (let at = 0; at < count; at += 1) {
    const startsAt = now().add({ hours: 24 + at });
    const mock = await makeMock(commandsDb(), {
      candidateId: candidate.id,
      counselorId: counselor.id,
      startsAt,
    });
    ids.push(...(await enqueue("mock.booked", mock.id, [candidate.id, counselor.id])));
  }
  return ids;
}

/** Milliseconds: a busy machine starts two workers slowly. Nothing waits that long where all is well. */
const patience = 60_000;

const states = async (ids: readonly string[]) =>
  (await commandsDb().mail.findMany({ where: { id: { in: [...ids] } }, select: { state: true } })).map(
    ({ state }) => state,
  );

test(
  "two workers send each of twenty mails once, without being asked, and end when told",
  { timeout: 2 * patience },
  async () => {
    const workers = [startWorker(), startWorker()];
    const ids = await bookings(10);
    await vi.waitFor(async () => expect(await states(ids)).toEqual(ids.map(() => "sent")), {
      timeout: patience,
      interval: 50,
    });
    expect(smtp.taken.map(({ mail }) => mail.messageId).toSorted()).toEqual(
      ids.map((id) => `<${id}@localhost>`).toSorted(),
    );
    await Promise.all(workers.map((worker) => worker.stop()));
  },
);

test("a rolled back event leaves neither mail nor job", async () => {
  const before = await commandsDb().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job`;
  await expect(enqueue("mock.booked", "not-a-uuid", ["not-a-uuid"])).rejects.toThrow();
  expect(await commandsDb().$queryRaw`SELECT count(*) FROM pgboss.job`).toEqual(before);
});

test("a waiting mail that lost its job, or whose job gave up, is given one again", async () => {
  const [lost = "", gaveUp = "", alive = ""] = await bookings(2);
  await commandsDb().$executeRaw`DELETE FROM pgboss.job WHERE id = ${lost}::uuid`;
  await commandsDb().$executeRaw`UPDATE pgboss.job SET state = 'failed' WHERE id = ${gaveUp}::uuid`;
  expect(await rescueMails(now())).toEqual({ done: 0, skipped: 0, failed: 0 });
  expect(await rescueMails(now().add({ minutes: 3 }))).toEqual({ done: 2, skipped: 0, failed: 0 });
  expect(await rescueMails(now().add({ minutes: 3 }))).toEqual({ done: 0, skipped: 0, failed: 0 });
  expect(await reviveJob("mails", alive)).toBe("alive");
});

test("what a dead worker left half done is sent by the next one", { timeout: 2 * patience }, async () => {
  const [id = ""] = await bookings(1);
  await commandsDb().mail.update({
    where: { id },
    data: { attempts: 1, reason: "sending", triedAt: dateOf(now().subtract({ seconds: 30 })) },
  });
  const worker = startWorker();
  await vi.waitFor(async () => expect(await mailRow(id)).toMatchObject({ state: "sent", attempts: 2 }), {
    timeout: patience,
    interval: 50,
  });
  await worker.stop();
});
