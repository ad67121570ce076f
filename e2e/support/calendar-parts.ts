import ICAL from "ical.js";

import { expect } from "./test.ts";
import type { MailboxReader, ReceivedMail } from "./mailbox.ts";

/** The calendar part of one mail, as a calendar reads it. */
export type Part = {
  mail: ReceivedMail;
  method: string;
  uid: string;
  sequence: number;
  status: string;
  start: string;
};

/** Whose mail it is, and the zone in which they read times. */
type Reader = { address: string; zone: string };

/** The mails of one kind to both people, each with one calendar part for its reader alone, in the reader's zone by name. */
export async function bothParts(
  people: readonly Reader[],
  mailbox: MailboxReader,
  subject: RegExp,
  seen: Part[],
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { address, zone } of people) {
    const mail = await mailbox.waitFor(
      address,
      subject,
      seen.map((part) => part.mail),
    );
    expect(mail.text).toContain(zone.split("/")[1]?.replace("_", " ") ?? zone);
    parts.push(partOf(mail, address));
  }
  return parts;
}

/** The one calendar part of a mail, for its reader alone. */
export function partOf(mail: ReceivedMail, address: string): Part {
  // The part that calendars read and the attached file that mail programs show are the same text.
  expect(new Set(mail.calendars.map(({ source }) => source)).size).toBe(1);
  const calendar = new ICAL.Component(ICAL.parse(mail.calendars[0]?.source ?? ""));
  const event = calendar.getFirstSubcomponent("vevent") ?? fail("no event");
  const attendees = event
    .getAllProperties("attendee")
    .map((one) => String(one.getFirstValue()).toLowerCase());
  expect(attendees).toEqual([`mailto:${address}`]);
  return {
    mail,
    method: String(calendar.getFirstPropertyValue("method")),
    uid: String(event.getFirstPropertyValue("uid")),
    sequence: Number(event.getFirstPropertyValue("sequence")),
    status: String(event.getFirstPropertyValue("status")),
    start: String(event.getFirstPropertyValue("dtstart")),
  };
}

export function fail(what: string): never {
  throw new Error(what);
}
