import { expect, test, vi } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf, instantOf } from "#lib/infra/db.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { countLateMails } from "#lib/mail/queries/health.ts";
import { listMails } from "#lib/mail/queries/log.ts";
import { rescueMails } from "#lib/mail/sweeps.ts";
import {
  makeCandidate,
  makeCoachingNote,
  makeCounselor,
  makeInterview,
  makePostMortem,
} from "../../prisma/seed/factories.ts";
import { changeAgency, changePolicies } from "#lib/settings/commands.ts";
import { admin, agencyForm, policyForm, refusalOf } from "../settings/forms.ts";
import { enqueue, mailRow, mailServer } from "../support/mails.ts";

const server = mailServer();

const at = (text: string) => Temporal.Instant.from(text);

/** A note to somebody in this zone, as it is enqueued; its mail, and who wrote it. */
async function note(timeZone: string) {
  const counselor = await makeCounselor(commandsDb(), { name: "Ana Torres" });
  const candidate = await makeCandidate(commandsDb(), counselor.id, { timeZone });
  const startsAt = at("2026-03-01T15:00Z");
  const interview = await makeInterview(commandsDb(), { candidateId: candidate.id, startsAt });
  const postMortem = await makePostMortem(commandsDb(), interview, startsAt, {
    finishedAt: dateOf(startsAt.add({ hours: 2 })),
    sharing: "my_counselor",
  });
  const written = await makeCoachingNote(commandsDb(), {
    postMortem,
    authorId: counselor.id,
    body: "Well told.",
    at: startsAt.add({ hours: 3 }),
  });
  const [mail = ""] = await enqueue("note.shared", written.id, [candidate.id]);
  return { mail, counselor, candidate };
}

/** Somewhere it is night now and for an hour yet, whenever this runs; UTC+14 is tried before UTC-11. */
function zoneByNight(): string {
  const zones = Array.from({ length: 26 }, (_, index) => {
    const offset = index - 14;
    return `Etc/GMT${offset < 0 ? "" : "+"}${offset}`;
  });
  const found = zones.find((zone) => now().toZonedDateTimeISO(zone).hour === 23);
  if (!found) throw new Error("It is night nowhere");
  return found;
}

test.each([
  ["New York, an hour lost", "America/New_York", "2026-03-08T03:00Z", "2026-03-08T12:00:00Z"],
  ["New York, an hour won", "America/New_York", "2026-11-01T02:00Z", "2026-11-01T13:00:00Z"],
  ["Lord Howe, half an hour won", "Australia/Lord_Howe", "2026-04-04T12:00Z", "2026-04-04T21:30:00Z"],
])("a note by night waits for 08:00 of its reader: %s", async (_night, zone, night, morning) => {
  const { mail } = await note(zone);
  expect(await sendMail(mail, at(night))).toBe("done");
  expect(server.smtp.taken).toHaveLength(0);
  const row = await mailRow(mail);
  expect(row).toMatchObject({ state: "waiting", reason: "quiet_hours", attempts: 0 });
  expect(row.waitsUntil && String(instantOf(row.waitsUntil))).toBe(morning);
  expect(await sendMail(mail, at(morning).subtract({ milliseconds: 1 }))).toBe("again");
  expect(server.smtp.taken).toHaveLength(0);
  expect(await sendMail(mail, at(morning))).toBe("done");
  expect(server.smtp.taken).toHaveLength(1);
  expect(await mailRow(mail)).toMatchObject({ state: "sent", reason: null, attempts: 1 });
});

test("a note by day goes at once, and a mail server that was down by day is not tried by night", async () => {
  const { mail } = await note("Europe/London");
  server.smtp.manner = "is busy";
  expect(await sendMail(mail, at("2026-11-24T20:59Z"))).toBe("again");
  server.smtp.manner = "takes";
  expect(await sendMail(mail, at("2026-11-24T21:00Z"))).toBe("done");
  expect(await mailRow(mail)).toMatchObject({ state: "waiting", reason: "quiet_hours", attempts: 1 });
  expect(await sendMail(mail, at("2026-11-25T08:00Z"))).toBe("done");
  expect(server.smtp.taken).toHaveLength(1);
});

test("quiet hours are the agency's: what would have gone by day waits for their end, and from then on goes", async () => {
  const { mail } = await note("Europe/London");
  const own = await policyForm({ quietFrom: "18:00", quietUntil: "09:30" });
  expect(refusalOf(await changePolicies(await admin(), own))).toBe("ok");
  expect(await sendMail(mail, at("2026-11-24T19:00Z"))).toBe("done");
  const row = await mailRow(mail);
  expect(row.waitsUntil && String(instantOf(row.waitsUntil))).toBe("2026-11-25T09:30:00Z");
  expect(await sendMail(mail, at("2026-11-25T09:29Z"))).toBe("again");
  const night = await policyForm({ quietFrom: "21:00", quietUntil: "08:00" });
  expect(refusalOf(await changePolicies(await admin(), night))).toBe("ok");
  expect(await sendMail(mail, at("2026-11-25T09:30Z"))).toBe("done");
  expect(server.smtp.taken).toHaveLength(1);
});

test("mails come from the agency's sender, and answers go where it says", async () => {
  const { mail } = await note("Europe/London");
  const form = await agencyForm({
    name: "Harbour Lane Staffing",
    senderName: "Harbour Lane",
    replyTo: "hello@lane.example",
  });
  expect(refusalOf(await changeAgency(await admin(), form))).toBe("ok");
  await sendMail(mail, at("2026-11-25T12:00Z"));
  const mailed = server.smtp.taken[0]?.mail;
  expect(mailed?.from?.value).toMatchObject([{ name: "Harbour Lane", address: "debrief@agency.example" }]);
  expect(mailed?.replyTo?.value).toMatchObject([{ address: "hello@lane.example" }]);
  expect(mailed?.text).toContain("Harbour Lane Staffing");
});

test("what was asked for goes by night too", async () => {
  const { candidate } = await note("Europe/London");
  await commandsDb().person.update({ where: { id: candidate.id }, data: { welcomedAt: null } });
  const [invitation = ""] = await enqueue("person.invited", candidate.id, [candidate.id]);
  await sendMail(invitation, at("2026-11-25T03:00Z"));
  expect(server.smtp.taken).toHaveLength(1);
});

test("nobody revives it early, nobody calls it late, and the log says until when", async () => {
  const { mail, counselor } = await note("Europe/London");
  const night = now().toZonedDateTimeISO("Europe/London").add({ days: 1 }).with({ hour: 23 }).toInstant();
  await sendMail(mail, night);
  await commandsDb().$executeRaw`DELETE FROM pgboss.job`;
  const later = (hours: number) => night.add({ hours });
  const others = await commandsDb().mail.count({ where: { state: "waiting", NOT: { id: mail } } });
  expect(await countLateMails(later(1))).toBe(others);
  expect((await rescueMails(later(1))).done).toBe(others);
  expect(await countLateMails(later(12))).toBe(others + 1);
  const viewer = viewerFrom({
    personId: counselor.id,
    name: counselor.name,
    role: "counselor",
    timeZone: "Europe/London",
    looked: () => undefined,
  });
  const log = await listMails(viewer, { state: "waiting", after: null, now: night });
  expect(log.mails).toMatchObject([
    { reason: "Waits until tomorrow, 08:00, in the morning of its reader.", tries: 0 },
  ]);
  expect((await rescueMails(later(12))).done).toBe(1);
});

test("a worker lays it aside with a job for the morning, and is free", { timeout: 120_000 }, async () => {
  const worker = startWorker();
  const { mail } = await note(zoneByNight());
  await vi.waitFor(
    async () => expect(await mailRow(mail)).toMatchObject({ state: "waiting", reason: "quiet_hours" }),
    { timeout: 60_000, interval: 50 },
  );
  await worker.stop();
  const jobs = await commandsDb().$queryRaw<{ state: string; hours: number }[]>`
    SELECT state::text, extract(epoch FROM start_after - now())::float / 3600 AS hours FROM pgboss.job WHERE id = ${mail}::uuid`;
  expect(jobs.map(({ state }) => state)).toEqual(["created"]);
  expect(jobs[0]?.hours).toBeGreaterThan(7.9);
  expect(jobs[0]?.hours).toBeLessThanOrEqual(9.01);
  // Of this mail alone: what another test left may be due now, and the worker sends it.
  expect(await mailRow(mail)).toMatchObject({ state: "waiting", attempts: 0, settledAt: null });
});
