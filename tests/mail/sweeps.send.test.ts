import { expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { closeSmtp } from "#lib/infra/smtp.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { enqueue, mailRow, mailServer } from "../support/mails.ts";
import { bookedMock, later } from "./booked-mock.ts";
import { startSmtp } from "../support/smtp.ts";

const server = mailServer();

test("a mail is sent once, to one address, with text, HTML and calendar; a second call sends nothing", async () => {
  const { candidate, counselor, mock } = await bookedMock();
  const [toCandidate = "", toCounselor = ""] = await enqueue("mock.booked", mock.id, [
    candidate.id,
    counselor.id,
  ]);
  expect(await sendMail(toCandidate, now())).toBe("done");
  expect(await sendMail(toCandidate, later(5))).toBe("done");
  expect(await sendMail(toCounselor, now())).toBe("done");
  expect(server.smtp.taken.map(({ to }) => to)).toEqual([[candidate.email], [counselor.email]]);
  const [first, second] = server.smtp.taken;
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
  expect(server.smtp.taken).toHaveLength(1);
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
  expect(server.smtp.taken).toHaveLength(1);
});

test("a server that says 4xx is tried again with the same Message-ID", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  server.smtp.manner = "is busy";
  expect(await sendMail(id, now())).toBe("again");
  expect(await mailRow(id)).toMatchObject({ state: "waiting", reason: "smtp_451", attempts: 1 });
  server.smtp.manner = "takes";
  expect(await sendMail(id, now())).toBe("done");
  expect(server.smtp.taken.map(({ mail }) => mail.messageId)).toEqual([`<${id}@localhost>`]);
  expect(await mailRow(id)).toMatchObject({ state: "sent", attempts: 2 });
});

test("eight tries in vain make a mail dead", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  server.smtp.manner = "is busy";
  const answers = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) answers.push(await sendMail(id, now()));
  expect(answers).toEqual([...Array.from({ length: 7 }, () => "again"), "done"]);
  expect(await mailRow(id)).toMatchObject({ state: "dead", reason: "smtp_451", attempts: 8 });
});

test("an address that is refused for good makes a mail dead at once", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  server.smtp.manner = "refuses the recipient";
  expect(await sendMail(id, now())).toBe("done");
  expect(await mailRow(id)).toMatchObject({ state: "dead", reason: "address_refused" });
});

test("a line cut after the dot gives a second copy with the same Message-ID and calendar entry", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  server.smtp.manner = "drops after the dot";
  expect(await sendMail(id, now())).toBe("again");
  server.smtp.manner = "takes";
  expect(await sendMail(id, now())).toBe("done");
  const [first, second] = server.smtp.taken;
  expect(server.smtp.taken).toHaveLength(2);
  expect(second?.mail.messageId).toBe(first?.mail.messageId);
  expect(String(second?.mail.attachments[0]?.content)).toBe(String(first?.mail.attachments[0]?.content));
});

test("a server that is down is waited for", async () => {
  const { candidate, mock } = await bookedMock();
  const [id = ""] = await enqueue("mock.booked", mock.id, [candidate.id]);
  closeSmtp();
  await server.smtp.stop();
  expect(await sendMail(id, now())).toBe("again");
  expect(await mailRow(id)).toMatchObject({ state: "waiting", reason: "smtp_unreachable" });
  server.smtp = await startSmtp(Number(new URL(server.smtp.url).port));
  expect(await sendMail(id, now())).toBe("done");
  expect(server.smtp.taken).toHaveLength(1);
});
