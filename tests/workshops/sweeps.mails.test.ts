import ical from "ical.js";
import { expect, test } from "vitest";
import { dateOf } from "#lib/infra/db.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { settleQueues } from "#lib/workshops/sweeps.ts";
import { mailServer } from "../support/mails.ts";
import { answer, db, early, full, giveBack, hoursBefore, leave, take } from "./staged.ts";

const server = mailServer();

/** Sends what waits about a session, oldest first, and answers what came, by kind. */
async function sendAll(session: { id: string }, now = early) {
  const waiting = await db().mail.findMany({
    where: { state: "waiting", event: { subjectId: session.id } },
    orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
  });
  for (const { id } of waiting) await sendMail(id, now);
  return server.smtp.taken.map(({ to, mail }) => ({
    to: to.join(" "),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    calendar: mail.attachments
      .find(({ contentType }) => contentType.startsWith("text/calendar"))
      ?.content.toString(),
  }));
}

function entryIn(source: string | undefined) {
  const calendar = ical.Component.fromString(source ?? "");
  const event = calendar.getFirstSubcomponent("vevent")!;
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: String(event.getFirstPropertyValue("uid")),
    sequence: Number(event.getFirstPropertyValue("sequence")),
    attendees: event.getAllProperties("attendee").length,
  };
}

test("taken, given back and taken again: one calendar entry, whose number rises each time", async () => {
  const { session, a } = await full(5);
  const entries: ReturnType<typeof entryIn>[] = [];
  for (const act of [null, giveBack, take, giveBack] as const) {
    if (act) expect(await act(a, session)).toBe("ok");
    server.smtp.taken.length = 0;
    const [mail] = (await sendAll(session)).filter(({ to }) => to === a.email);
    entries.push(entryIn(mail?.calendar));
  }
  const uid = entries[0]!.uid;
  expect(uid.startsWith(`${session.id}.${a.id}@`)).toBe(true);
  expect(entries).toEqual(
    ["REQUEST", "CANCEL", "REQUEST", "CANCEL"].map((method, sequence) => ({
      method,
      uid,
      sequence,
      attendees: 1,
    })),
  );
});

test("the mail about an offer has both links, until when, and no title in its subject; it is not sent once it is over", async () => {
  const { session, a, c, d } = await full();
  await giveBack(a, session);
  const came = await sendAll(session);
  const offer = await db().seatOffer.findFirstOrThrow({ where: { sessionId: session.id, endedAt: null } });
  const mail = came.find(({ to, subject }) => to === c.email && subject.includes("held for you"))!;
  expect(mail.subject).toBe("A seat in a workshop is held for you until Wednesday 2 December, 21:00");
  expect(mail.text).toContain(`http://localhost:3000/practice/workshops/offers/${offer.id}\n`);
  expect(mail.text).toContain(`http://localhost:3000/practice/workshops/offers/${offer.id}?answer=no`);
  expect(mail.text).not.toContain("Harbour Street");
  // The next offer is answered before its mail went out.
  await answer(c, session, "no");
  await leave(d, session);
  await sendAll(session);
  const told = await db().mail.findFirstOrThrow({ where: { kind: "seat.offered", recipientId: d.id } });
  expect([told.state, told.reason]).toEqual(["suppressed", "gone"]);
});

test("expired, withdrawn, free and closed each say what holds now, and go to whom it concerns", async () => {
  const { session, a, c, d, e } = await full();
  await giveBack(a, session);
  const { expiresAt } = await db().seatOffer.findFirstOrThrow({ where: { sessionId: session.id } });
  const later = Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime());
  await settleQueues(later);
  let came = await sendAll(session, later);
  const lastTo = (email: string) => came.filter(({ to }) => to === email).at(-1)!;
  expect(lastTo(c.email).subject).toMatch(/^The seat went on/);
  expect(lastTo(c.email).text).toContain("now at its end");
  await db().seatOffer.updateMany({
    where: { sessionId: session.id },
    data: { expiresAt: dateOf(hoursBefore(6)) },
  });
  await settleQueues(hoursBefore(6));
  server.smtp.taken.length = 0;
  came = await sendAll(session, hoursBefore(6));
  expect(came.map(({ to, subject }) => [to, subject.split(":")[0]])).toEqual(
    expect.arrayContaining([c, d, e].map(({ email }) => [email, "A seat is free"])) as unknown,
  );
  expect(came).toHaveLength(3);
  expect(await take(e, session, hoursBefore(4))).toBe("ok");
  await settleQueues(hoursBefore(1));
  server.smtp.taken.length = 0;
  came = await sendAll(session, hoursBefore(1));
  expect(
    came
      .filter(({ subject }) => subject.startsWith("The waitlist is closed"))
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([c.email, d.email].toSorted());
});
