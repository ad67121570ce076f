import { expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { newId } from "#lib/infra/hash.ts";
import { answerHelp } from "#lib/people/commands/help-desk.ts";
import { helpPath } from "#lib/people/queries/help.ts";
import { forgetUnconfirmed } from "#lib/people/sweeps/help.ts";
import { makeCandidate, makeCounselor } from "../../prisma/seed/factories.ts";
import { makeHelpRequest } from "../../prisma/seed/help-factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import { mailServer } from "../support/mails.ts";
import { stageSession, early } from "../workshops/staged.ts";
import { ask, confirm, db, personOf, request, seatRequest } from "./asked.ts";

const server = mailServer();
const later = (hours: number) => now().add({ hours });

/** Sends every mail to an address that waits; what the last one said. */
async function sendTo(email: string, at = now()): Promise<string> {
  server.smtp.taken.length = 0;
  const rows = await db().mail.findMany({
    where: { recipient: { email }, state: "waiting" },
    orderBy: { queuedAt: "asc" },
  });
  for (const { id } of rows) await sendMail(id, at);
  const mail = server.smtp.taken.at(-1)?.mail;
  return `${mail?.subject}\n${mail?.text}`;
}

test("after two days what nobody confirmed is forgotten, with its guest and mails; what was confirmed stays", async () => {
  const [late, kept, both] = [request(), request(), request()];
  for (const input of [late, kept, both]) await ask(input, now());
  await confirm(kept.key, now());
  await confirm(both.key, now());
  const person = await personOf(both.email);
  const old = await makeHelpRequest(db(), now(), { personId: person?.id ?? "", confirmedAt: null });
  expect(await forgetUnconfirmed(later(47))).toEqual({ done: 0, skipped: 0, failed: 0 });
  expect(await forgetUnconfirmed(later(49))).toEqual({ done: 2, skipped: 0, failed: 0 });
  expect(await forgetUnconfirmed(later(49))).toEqual({ done: 0, skipped: 0, failed: 0 });
  expect(await personOf(late.email)).toBeNull();
  expect(await db().mail.count({ where: { recipient: { email: late.email } } })).toBe(0);
  for (const { email, key } of [kept, both]) {
    expect(await personOf(email)).toMatchObject({ role: "guest" });
    expect(await db().helpRequest.count({ where: { id: key } })).toBe(1);
  }
  expect(await db().helpRequest.count({ where: { id: old.id } })).toBe(0);
  expect(await ask(request({ email: late.email }), later(49))).toBe("ok");
});

test("a guest who was invited stays when their request is forgotten", async () => {
  const ana = await makeCounselor(db());
  const nia = await makeCandidate(db(), ana.id);
  await makeHelpRequest(db(), now(), { personId: nia.id, confirmedAt: null });
  expect((await forgetUnconfirmed(later(49))).done).toBe(1);
  expect(await db().person.count({ where: { id: nia.id } })).toBe(1);
});

test("asking and forgetting at the same moment leave a request with its person, or neither", async () => {
  for (let round = 0; round < 5; round += 1) {
    const first = request();
    await ask(first, now());
    const again = request({ email: first.email });
    const [answer] = await Promise.all([ask(again, later(49)), forgetUnconfirmed(later(49))]);
    expect(answer).toBe("ok");
    const person = await personOf(first.email);
    const left = await db().helpRequest.count({ where: { person: { email: first.email } } });
    expect([person?.role, left > 0]).toEqual(["guest", true]);
  }
});

test("the mail asks to confirm and holds nothing of what was typed; a person of the portal is shown the way in", async () => {
  const input = request({ name: "Buy now", happened: "https://evil.example" });
  await ask(input, now());
  const text = await sendTo(input.email);
  expect(text).toContain(helpPath(input.key));
  expect(text).not.toMatch(/Buy now|evil/);
  const ana = await makeCounselor(db());
  await ask(request({ email: ana.email, happened: "https://evil.example" }), now());
  const known = await sendTo(ana.email);
  expect(known).toContain("/sign-in");
  expect(known).not.toMatch(/\/help\/|evil/);
});

test("a mail about what was confirmed meanwhile is not sent; the answer goes with its words", async () => {
  const input = request();
  await ask(input, now());
  await confirm(input.key, now());
  expect(await sendTo(input.email)).toBe("undefined\nundefined");
  const ana = await makeCounselor(db(), { name: "Ana Torres" });
  const answer = "Come by on Monday.";
  await answerHelp(viewerOf(ana), { key: newId(), request: input.key, answer }, now());
  const text = await sendTo(input.email);
  expect(text).toContain(answer);
  expect(text).toMatch(/Ana has answered you/i);
  expect(text.split("\n")[0]).not.toContain(answer);
});

test("a guest's mails about a seat lead to the page behind their link, a candidate's to the portal", async () => {
  const { session } = await stageSession(0, { capacity: 2 }, { isOpen: true });
  const input = seatRequest(session);
  await ask(input, early);
  await confirm(input.key, early);
  const text = await sendTo(input.email, early);
  expect(text).toContain(helpPath(input.key));
  expect(text).not.toContain("/practice/");
  const calendar = String(server.smtp.taken.at(-1)?.mail.attachments[0]?.content).replaceAll(/\r?\n /g, "");
  expect(calendar).toContain(helpPath(input.key));
});
