import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { resendMail } from "#lib/mail/commands.ts";
import { listMails } from "#lib/mail/queries/log.ts";
import { makeCounselor, makePerson } from "../../prisma/seed/factories.ts";
import { enqueue, mailRow, mailServer } from "../support/mails.ts";
import { bookedMock } from "./booked-mock.ts";

const server = mailServer();

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
const said = (answer: { ok: true } | { ok: false; refusal: string }) => (answer.ok ? "ok" : answer.refusal);

/** A booking's mail to its candidate that the mail server refused. */
async function refused() {
  const stage = await bookedMock();
  const [mail = ""] = await enqueue("mock.booked", stage.mock.id, [stage.candidate.id]);
  server.smtp.manner = "refuses the recipient";
  await sendMail(mail, now());
  server.smtp.manner = "takes";
  expect(await mailRow(mail)).toMatchObject({ state: "dead", reason: "address_refused" });
  return { ...stage, mail, admin: await makePerson(db(), { role: "admin", name: "Ada" }) };
}

const jobsOf = (id: string) =>
  db().$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.job WHERE id = ${id}::uuid`;

test("the copy is a new row of the same event and kind with a job; it says who asked, and goes out", async () => {
  const { mail, counselor, candidate } = await refused();
  const key = newId();
  expect(said(await resendMail(viewerOf(counselor), { key, mail }))).toBe("ok");
  const [first, copy] = [await mailRow(mail), await mailRow(key)];
  expect(first).toMatchObject({ state: "dead", copy: 0 });
  expect(copy).toMatchObject({
    state: "waiting",
    copy: 1,
    eventId: first.eventId,
    kind: first.kind,
    recipientId: candidate.id,
  });
  expect(await jobsOf(key)).toEqual([{ name: "mails" }]);
  expect(await db().event.findUniqueOrThrow({ where: { id: key } })).toMatchObject({
    kind: "mail.resent",
    actorId: counselor.id,
    subjectId: mail,
  });
  expect(await sendMail(key, now())).toBe("done");
  expect(server.smtp.taken.map(({ to }) => to)).toEqual([[candidate.email]]);
  const log = await listMails(viewerOf(counselor), { after: null, now: now() });
  expect(log.mails.find(({ id }) => id === key)).toMatchObject({ copyBy: "Ana Torres", stateLabel: "Sent" });
  // Sent twice, the form is one copy.
  expect(said(await resendMail(viewerOf(counselor), { key, mail }))).toBe("ok");
  expect(await db().mail.count({ where: { eventId: first.eventId } })).toBe(1 + 1);
});

test("what is no longer true is not sent again either, and the log says why", async () => {
  const { mail, counselor, candidate, mock } = await refused();
  const cancelled = { cancelledAt: dateOf(now()), cancelledById: candidate.id, cancelReason: "ill" } as const;
  await db().mock.update({ where: { id: mock.id }, data: { ...cancelled, version: { increment: 1 } } });
  const key = newId();
  await resendMail(viewerOf(counselor), { key, mail });
  await sendMail(key, now());
  expect(await mailRow(key)).toMatchObject({ state: "suppressed", reason: "cancelled" });
  expect(server.smtp.taken).toHaveLength(0);
});

test("an admin's scope is all, a counselor's their own; for everybody else it is not there", async () => {
  const { mail, admin, candidate } = await refused();
  const other = await makeCounselor(db());
  const gone = await makeCounselor(db(), { deactivatedAt: dateOf(now()) });
  const cases = [
    [candidate, "not_found"],
    [other, "not_found"],
    [gone, "signed_out"],
  ] as const;
  for (const [actor, refusal] of cases) {
    const key = newId();
    expect(said(await resendMail(viewerOf(actor), { key, mail }))).toBe(refusal);
    expect(await db().mail.count({ where: { id: key } })).toBe(0);
    expect(await db().event.count({ where: { id: key } })).toBe(0);
  }
  expect(said(await resendMail(viewerOf(admin), { key: newId(), mail: newId() }))).toBe("not_found");
  expect(said(await resendMail(viewerOf(admin), { key: newId(), mail }))).toBe("ok");
});

test("a mail that waits and a sign-in mail are not sent again", async () => {
  const { counselor, candidate, mock } = await bookedMock();
  const [waiting = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  const [signIn = ""] = await enqueue("sign_in.requested", newId(), [candidate.id]);
  await sendMail(signIn, now());
  expect(await mailRow(signIn)).toMatchObject({ state: "suppressed", reason: "expired" });
  const actor = viewerOf(counselor);
  expect(said(await resendMail(actor, { key: newId(), mail: waiting }))).toBe("still_waiting");
  expect(said(await resendMail(actor, { key: newId(), mail: signIn }))).toBe("sign_in_mail");
});

test("of many who press at once one gets the copy", async () => {
  const { mail, counselor, admin } = await refused();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      resendMail(viewerOf(at % 2 === 0 ? counselor : admin), { key: newId(), mail }),
    ),
  );
  expect(answers.map(said).toSorted()).toEqual(
    ["ok", ...Array.from({ length: 11 }, () => "still_waiting")].toSorted(),
  );
  const { eventId } = await mailRow(mail);
  expect((await db().mail.findMany({ where: { eventId } })).map(({ copy }) => copy).toSorted()).toEqual([
    0, 1,
  ]);
});
