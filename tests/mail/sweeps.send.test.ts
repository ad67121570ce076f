import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { closeSmtp } from "#lib/infra/smtp.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { makeCandidate, makeCounselor, makeMock } from "../../prisma/seed/factories.ts";
import { enqueue, mailRow, smtpOfThisFile } from "../support/mails.ts";
import { startSmtp } from "../support/smtp.ts";
import type { TestSmtp } from "../support/smtp.ts";

let smtp: TestSmtp;
const later = (minutes: number) => now().add({ minutes });

beforeAll(async () => {
  smtp = await smtpOfThisFile();
});
beforeEach(() => {
  smtp.manner = "takes";
  smtp.taken.length = 0;
});
afterAll(async () => {
  closeSmtp();
  await smtp.stop();
});

async function people() {
  const counselor = await makeCounselor(commandsDb(), { name: "Ana Torres", timeZone: "Europe/London" });
  const candidate = await makeCandidate(commandsDb(), counselor.id, {
    name: "Maya Chen",
    timeZone: "Asia/Kathmandu",
  });
  return { counselor, candidate };
}

async function bookedMock() {
  const { counselor, candidate } = await people();
  const startsAt = now().add({ hours: 48 }).round("hour");
  const mock = await makeMock(commandsDb(), {
    candidateId: candidate.id,
    counselorId: counselor.id,
    startsAt,
  });
  return { counselor, candidate, mock, startsAt };
}

test("a mail is sent once, to one address, with text, HTML and calendar; a second call sends nothing", async () => {
  const { candidate, counselor, mock } = await bookedMock();
  const [toCandidate = "", toCounselor = ""] = await enqueue("mock.booked", mock.id, [
    candidate.id,
    counselor.id,
  ]);
  expect(await sendMail(toCandidate, now())).toBe("done");
  expect(await sendMail(toCandidate, later(5))).toBe("done");
  expect(await sendMail(toCounselor, now())).toBe("done");
  expect(smtp.taken.map(({ to }) => to)).toEqual([[candidate.email], [counselor.email]]);
  const [first, second] = smtp.taken;
  expect(first?.mail.messageId).toBe(`<${toCandidate}@localhost>`);
  expect(first?.mail.text).toContain("Kathmandu, GMT+5:45");
  expect(first?.mail.text).toContain(`http://localhost:3000/practice/mocks/${mock.id}`);
  expect(first?.mail.html).toContain("Ana Torres");
  expect(second?.mail.text).toContain("London");
  expect(second?.mail.text).toContain(`http://localhost:3000/calendar/mocks/${mock.id}`);
  expect(first?.mail.attachments.filter(({ contentType }) => contentType === "text/calendar")).toHaveLength(
    1,
  );
  expect(await mailRow(toCandidate)).toMatchObject({ state: "sent", reason: null, attempts: 1 });
});

test("two workers at once send one mail", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  const answers = await Promise.all([sendMail(id, now()), sendMail(id, now()), sendMail(id, now())]);
  expect(answers.filter((answer) => answer === "done").length).toBeGreaterThanOrEqual(1);
  expect(smtp.taken).toHaveLength(1);
});

test("an attempt of a worker that died is taken over after ten seconds, not before", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  await commandsDb().mail.update({
    where: { id },
    data: { attempts: 1, reason: "sending", triedAt: dateOf(now()) },
  });
  expect(await sendMail(id, now().add({ seconds: 5 }))).toBe("again");
  expect(await sendMail(id, now().add({ seconds: 11 }))).toBe("done");
  expect(smtp.taken).toHaveLength(1);
});

test("a server that says 4xx is tried again with the same Message-ID", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  smtp.manner = "is busy";
  expect(await sendMail(id, now())).toBe("again");
  expect(await mailRow(id)).toMatchObject({ state: "waiting", reason: "smtp_451", attempts: 1 });
  smtp.manner = "takes";
  expect(await sendMail(id, now())).toBe("done");
  expect(smtp.taken.map(({ mail }) => mail.messageId)).toEqual([`<${id}@localhost>`]);
  expect(await mailRow(id)).toMatchObject({ state: "sent", attempts: 2 });
});

test("eight tries in vain make a mail dead", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  smtp.manner = "is busy";
  const answers = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) answers.push(await sendMail(id, now()));
  expect(answers).toEqual([...Array.from({ length: 7 }, () => "again"), "done"]);
  expect(await mailRow(id)).toMatchObject({ state: "dead", reason: "smtp_451", attempts: 8 });
});

test("an address that is refused for good makes a mail dead at once", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  smtp.manner = "refuses the recipient";
  expect(await sendMail(id, now())).toBe("done");
  expect(await mailRow(id)).toMatchObject({ state: "dead", reason: "address_refused" });
});

test("a line cut after the dot gives a second copy with the same Message-ID and calendar entry", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  smtp.manner = "drops after the dot";
  expect(await sendMail(id, now())).toBe("again");
  smtp.manner = "takes";
  expect(await sendMail(id, now())).toBe("done");
  const [first, second] = smtp.taken;
  expect(smtp.taken).toHaveLength(2);
  expect(second?.mail.messageId).toBe(first?.mail.messageId);
  expect(String(second?.mail.attachments[0]?.content)).toBe(String(first?.mail.attachments[0]?.content));
});

test("a server that is down is waited for", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  closeSmtp();
  await smtp.stop();
  expect(await sendMail(id, now())).toBe("again");
  expect(await mailRow(id)).toMatchObject({ state: "waiting", reason: "smtp_unreachable" });
  smtp = await startSmtp(Number(new URL(smtp.url).port));
  expect(await sendMail(id, now())).toBe("done");
  expect(smtp.taken).toHaveLength(1);
});
