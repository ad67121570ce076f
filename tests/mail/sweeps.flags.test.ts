import { expect, test } from "vitest";
import { changeAddress } from "#lib/accounts/commands/address.ts";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { resendMail } from "#lib/mail/commands.ts";
import { getFlag, listMailTrouble } from "#lib/mail/queries/flags.ts";
import { getQueueHealth } from "#lib/mail/queries/health.ts";
import { listMails } from "#lib/mail/queries/log.ts";
import { makePerson } from "../../prisma/seed/factories.ts";
import { enqueue, mailRow, mailServer } from "../support/mails.ts";
import { bookedMock, later } from "./booked-mock.ts";

const server = mailServer();

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });

/** A candidate whose address the mail server refused. */
async function flagged() {
  const stage = await bookedMock();
  const [mail = ""] = await enqueue("mock.booked", stage.mock.id, [stage.candidate.id]);
  server.smtp.manner = "refuses the recipient";
  await sendMail(mail, now());
  server.smtp.manner = "takes";
  return { ...stage, mail, admin: await makePerson(db(), { role: "admin" }) };
}

test("a refused address is flagged on the log, on the candidate's page and for admins", async () => {
  const { counselor, candidate, admin, mail } = await flagged();
  expect(await getFlag(candidate.id)).toBe(true);
  expect(await getFlag(counselor.id)).toBe(false);
  const log = await listMails(viewerOf(counselor), { after: null, now: now() });
  expect(log.mails.find(({ id }) => id === mail)).toMatchObject({ isFlagged: true, canResend: true });
  const asked = { before: null, now: now() };
  expect(await getCandidate(viewerOf(counselor), candidate.id, asked)).toMatchObject({ flag: "ask" });
  expect(await getCandidate(viewerOf(admin), candidate.id, asked)).toMatchObject({ flag: "mend" });
  const trouble = { since: now().subtract({ hours: 1 }), cap: 500 };
  const told = await listMailTrouble(viewerOf(admin), trouble);
  expect(told.flagged).toContainEqual({ id: candidate.id, name: candidate.name });
  expect(told.dead).toContainEqual({ id: candidate.id, name: candidate.name });
  expect(await listMailTrouble(viewerOf(counselor), trouble)).toEqual({ flagged: [], dead: [] });
});

test("nudges are held back with a reason; what is sent by hand is tried, and arriving takes the flag away", async () => {
  const { counselor, candidate, mail } = await flagged();
  const [nudge = ""] = await enqueue("post_mortem.nudge", newId(), [candidate.id]);
  expect(await sendMail(nudge, now())).toBe("done");
  expect(await mailRow(nudge)).toMatchObject({ state: "suppressed", reason: "address_flagged" });
  const key = newId();
  await resendMail(viewerOf(counselor), { key, mail });
  await sendMail(key, later(1));
  expect(await mailRow(key)).toMatchObject({ state: "sent" });
  expect(await getFlag(candidate.id)).toBe(false);
  const [next = ""] = await enqueue("post_mortem.nudge", newId(), [candidate.id]);
  await sendMail(next, later(2));
  expect((await mailRow(next)).reason).not.toBe("address_flagged");
});

test("a mended address has no flag; if mails come back from the new one too, it has", async () => {
  const { candidate, admin, mock } = await flagged();
  const email = `${newId()}@example.org`;
  const input = { key: newId(), person: candidate.id, email, version: candidate.version };
  expect(await changeAddress(viewerOf(admin), input)).toMatchObject({ ok: true });
  expect(await getFlag(candidate.id)).toBe(false);
  const told = await listMailTrouble(viewerOf(admin), { since: now(), cap: 500 });
  expect(told.flagged.map(({ id }) => id)).not.toContain(candidate.id);
  const [mail = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  server.smtp.manner = "refuses the recipient";
  await sendMail(mail, later(1));
  expect(await getFlag(candidate.id)).toBe(true);
});

test("the queue's health is the admin's, counts what waits and is late, and names what was given up today", async () => {
  const { counselor, candidate, admin, mock } = await flagged();
  await enqueue("mock.booked", mock.id, [candidate.id]);
  expect(await getQueueHealth(viewerOf(counselor), now())).toBeNull();
  const [before, after] = [
    await getQueueHealth(viewerOf(admin), now()),
    await getQueueHealth(viewerOf(admin), later(16)),
  ];
  const waiting = await db().mail.count({ where: { state: "waiting" } });
  expect(before).toMatchObject({ waiting, active: 0, isWorking: false });
  expect(after?.late).toBe(waiting);
  expect(before?.dead).toBeGreaterThanOrEqual(1);
  await db()
    .$executeRaw`INSERT INTO pgboss.instance (id, host, pid, version, node_version, heartbeat_seconds, supervise, schedule, migrate, persist_queue_stats, persist_warnings)
    VALUES (${newId()}::uuid, 'here', 1, '12', '26', 10, true, true, false, false, false)`;
  expect(await getQueueHealth(viewerOf(admin), now())).toMatchObject({ isWorking: true });
});

test("the log is found by kind and by person: a name for all staff, an address for admins", async () => {
  const { counselor, candidate, admin, mail } = await flagged();
  const find = async (viewer: Person, filter: Parameters<typeof listMails>[1]) =>
    (await listMails(viewerOf(viewer), filter)).mails.map(({ id }) => id);
  const all = { after: null, now: now() };
  expect(await find(counselor, { ...all, kinds: ["mock.booked"] })).toEqual([mail]);
  expect(await find(counselor, { ...all, kinds: ["mock.moved"] })).toEqual([]);
  expect(await find(counselor, { ...all, search: "maya ch" })).toEqual([mail]);
  expect(await find(counselor, { ...all, search: "%" })).toEqual([]);
  expect(await find(counselor, { ...all, search: candidate.email })).toEqual([]);
  expect(await find(admin, { ...all, search: candidate.email.toUpperCase() })).toEqual([mail]);
  expect(await find(admin, { ...all, person: candidate.id })).toEqual([mail]);
  expect(await find(counselor, { ...all, person: admin.id })).toEqual([]);
});
