import ICAL from "ical.js";
import { expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { deactivate } from "#lib/people/commands/deactivation.ts";
import { getDeactivation } from "#lib/people/queries/deactivation.ts";
import { helpPath } from "#lib/people/queries/help.ts";
import { cancelSession } from "#lib/workshops/commands/cancelling.ts";
import { changeSession } from "#lib/workshops/commands/sessions.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";
import { makeHelpRequest } from "../../prisma/seed/help-factories.ts";
import { makeSeat, makeWaitlistEntry, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import { mailServer } from "../support/mails.ts";
import { changeInput } from "../workshops/drafted.ts";

const server = mailServer();
const db = commandsDb;

/** In four days at 15:00 in New York, with Maya in it and Noor waiting, who read times in Kathmandu and Berlin. */
async function staged() {
  const ana = await makeCounselor(db());
  const admin = await makePerson(db(), { role: "admin" });
  const maya = await makeCandidate(db(), ana.id, { timeZone: "Asia/Kathmandu" });
  const noor = await makeCandidate(db(), ana.id, { timeZone: "Europe/Berlin" });
  const day = now().toZonedDateTimeISO("America/New_York").toPlainDate().add({ days: 4 });
  const startsAt = day.toZonedDateTime({ timeZone: "America/New_York", plainTime: "15:00" }).toInstant();
  const session = await makeWorkshopSession(db(), { createdById: admin.id, startsAt }, { capacity: 1 });
  await makeSeat(db(), { sessionId: session.id, personId: maya.id, at: now() });
  await makeWaitlistEntry(db(), { sessionId: session.id, personId: noor.id, at: now() }, 1);
  const change = async (version: number, facts: Record<string, unknown>) => {
    const form = changeInput({ id: session.id, version }, { date: String(day), capacity: "1", ...facts });
    expect(await changeSession(viewerOf(admin), form, now())).toMatchObject({ ok: true });
  };
  const cancel = () =>
    cancelSession(
      viewerOf(admin),
      { key: newId(), session: session.id, why: "The room is being painted." },
      now(),
    );
  return { admin, maya, noor, session, change, cancel };
}

/** Sends what waits about the session, in the order in which it was queued. */
async function sendAll(sessionId: string) {
  const waiting = await db().mail.findMany({
    where: { event: { subjectId: sessionId }, state: "waiting" },
    orderBy: [{ queuedAt: "asc" }, { kind: "asc" }],
  });
  for (const { id } of waiting) await sendMail(id, now());
  const rows = await db().mail.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    orderBy: { queuedAt: "asc" },
  });
  return rows.map(({ recipientId, state, reason }) => ({ recipientId, state, reason }));
}
const mailTo = ({ email }: { email: string }) =>
  server.smtp.taken.filter(({ mail }) => JSON.stringify(mail.to).includes(email)).map(({ mail }) => mail);

type Taken = ReturnType<typeof mailTo>[number];
function calendarOf(mail: Taken | undefined) {
  const source = mail?.attachments[0]?.content;
  if (!source) return null;
  const calendar = new ICAL.Component(ICAL.parse(String(source)));
  const event = calendar.getFirstSubcomponent("vevent");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event?.getFirstPropertyValue("uid"),
    sequence: event?.getFirstPropertyValue("sequence"),
    location: event?.getFirstPropertyValue("location"),
    attendees: event?.getAllProperties("attendee").map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}

test("a moved time: whoever has a seat hears old and new in their zone, with the entry; whoever waits hears the time alone", async () => {
  const { maya, noor, session, change } = await staged();
  await change(0, { startTime: "16:00", endTime: "17:30", place: "Room 9" });
  await sendAll(session.id);
  const [seated] = mailTo(maya);
  expect(seated?.subject).toMatch(/^Changed: workshop on /);
  expect(seated?.text).toMatch(/When: .*Kathmandu.* \(before: [^)]*Kathmandu/);
  expect(seated?.text).toContain("Address or link: Room 9 (before: 12 Harbour Street, second floor)");
  expect(calendarOf(seated)).toMatchObject({
    method: "REQUEST",
    sequence: 1,
    location: "Our office: Room 9",
    attendees: [`mailto:${maya.email}`],
  });
  expect(String(calendarOf(seated)?.uid)).toContain(`${session.id}.${maya.id}@`);
  const [waiting] = mailTo(noor);
  expect(waiting?.text).toMatch(/When: .*Berlin/);
  // The address is for those with a seat.
  expect(waiting?.text).not.toContain("Room 9");
  expect(waiting?.text).not.toContain("Harbour Street");
  expect(calendarOf(waiting)).toBeNull();
});

test("of two changes that go out late each thing is told once, as it is now", async () => {
  const { maya, session, change } = await staged();
  await change(0, { place: "Room 8", facilitator: "Ben Cole" });
  await change(1, { place: "Room 9", facilitator: "Ben Cole" });
  await change(2, { place: "Room 9", facilitator: "Ida Berg" });
  await sendAll(session.id);
  const texts = mailTo(maya).map(({ text }) => text ?? "");
  expect(texts.filter((text) => text.includes("Room 9 (before: Room 8)"))).toHaveLength(1);
  expect(texts.filter((text) => text.includes("Ida Berg (before: Ben Cole)"))).toHaveLength(1);
  expect(texts.join(" ")).not.toContain("before: Ana Torres");
  expect(mailTo(maya).map((mail) => calendarOf(mail)?.sequence)).toEqual([3, 3]);
});

test("a change is not told after the session was cancelled, nor to whoever gave the seat back", async () => {
  const { maya, noor, session, change, cancel } = await staged();
  await change(0, { startTime: "14:00" });
  await cancel();
  expect((await sendAll(session.id)).map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
    ["sent", null],
    ["sent", null],
    ["suppressed", "cancelled"],
    ["suppressed", "cancelled"],
  ]);
  const [seated] = mailTo(maya);
  expect(seated?.subject).toMatch(/^Cancelled: workshop on /);
  expect(seated?.text).toContain("The room is being painted.");
  expect(calendarOf(seated)).toMatchObject({
    method: "CANCEL",
    sequence: 2,
    attendees: [`mailto:${maya.email}`],
  });
  expect(calendarOf(mailTo(noor)[0])).toBeNull();
});

test("a guest, who cannot sign in, is led to the page behind the link of their request, wherever they stand", async () => {
  const { session, change, cancel } = await staged();
  const asked = await makeHelpRequest(db(), now(), {
    topic: "workshop",
    happened: "",
    sessionId: session.id,
  });
  const guest = await db().person.findUniqueOrThrow({ where: { id: asked.personId } });
  await makeWaitlistEntry(db(), { sessionId: session.id, personId: guest.id, at: now() }, 2);
  await change(0, { startTime: "14:00" });
  await sendAll(session.id);
  await cancel();
  await sendAll(session.id);
  const sent = mailTo(guest);
  expect(sent).toHaveLength(2);
  for (const mail of sent) {
    expect(mail.text).toContain(helpPath(asked.id));
    expect(mail.text).not.toContain("/practice/");
  }
});

test("a seat that is given back because somebody's access ended is taken out of their calendar all the same", async () => {
  const { admin, maya, session } = await staged();
  const shown = await getDeactivation(viewerOf(admin), maya.id, { all: null, each: new Map() }, now());
  const form = { key: newId(), person: maya.id, to: null, each: [], shown: shown?.shown ?? "" };
  expect(await deactivate(viewerOf(admin), form, now())).toMatchObject({ ok: true });
  await sendAll(session.id);
  const [mail] = mailTo(maya);
  expect(mail?.text).toContain("Your access to the portal has ended");
  expect(calendarOf(mail)).toMatchObject({ method: "CANCEL", sequence: 1 });
  expect(mailTo(maya)).toHaveLength(1);
});
