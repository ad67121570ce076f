import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarText } from "#lib/infra/calendar.ts";
import type { CalendarEvent } from "#lib/infra/calendar.ts";

const event: CalendarEvent = {
  uid: "0a5d@portal.example",
  sequence: 2,
  method: "REQUEST",
  start: Temporal.Instant.from("2026-05-07T07:45:00Z"),
  end: Temporal.Instant.from("2026-05-07T08:30:00Z"),
  stamp: Temporal.Instant.from("2026-05-01T10:00:00Z"),
  summary: "Mock interview with Ana Torres",
  description: "Move or cancel it here: https://portal.example/practice/mocks/1",
  location: "https://meet.example/ana; room 2, left",
  url: "https://portal.example/practice/mocks/1",
  organizer: { name: "Northgate Staffing", address: "debrief@agency.example" },
  attendee: { name: "Maya Chen", address: "maya@example.org" },
};

function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  return { calendar, events, first: events[0] as ICAL.Component };
}

const attendeesOf = (event: ICAL.Component) =>
  event.getAllProperties("attendee").map((one) => String(one.getFirstValue()).toLowerCase());

test("a request holds what RFC 5546 asks of it, with the reader as the one attendee", () => {
  const { calendar, events, first } = parse(calendarText(event));
  expect(events).toHaveLength(1);
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(first.getFirstPropertyValue("uid")).toBe(event.uid);
  expect(first.getFirstPropertyValue("sequence")).toBe(2);
  expect(first.getFirstPropertyValue("status")).toBe("CONFIRMED");
  expect(String(first.getFirstPropertyValue("dtstart"))).toBe("2026-05-07T07:45:00Z");
  expect(String(first.getFirstPropertyValue("dtend"))).toBe("2026-05-07T08:30:00Z");
  expect(String(first.getFirstPropertyValue("dtstamp"))).toBe("2026-05-01T10:00:00Z");
  expect(first.getFirstPropertyValue("location")).toBe(event.location);
  expect(first.getFirstPropertyValue("organizer")).toBe("mailto:debrief@agency.example");
  expect(attendeesOf(first)).toEqual(["mailto:maya@example.org"]);
  expect(first.getFirstProperty("attendee")?.getParameter("cn")).toBe("Maya Chen");
});

test("a cancellation says so, under the same UID", () => {
  const { calendar, first } = parse(calendarText({ ...event, method: "CANCEL", sequence: 3 }));
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(first.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(first.getFirstPropertyValue("uid")).toBe(event.uid);
  expect(first.getFirstPropertyValue("sequence")).toBe(3);
});

test("the same event gives the same text, whenever it is sent", () => {
  expect(calendarText(event)).toBe(calendarText(event));
});

test.each([
  "Eve\r\nATTENDEE:mailto:evil@example.org",
  'Eve";X-EVIL="1:mailto:evil@example.org',
  "Eve\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil",
  "Eve\u2028ATTENDEE:mailto:evil@example.org",
  "अनु शर्मा 🎉 مایا",
  "x".repeat(120),
])("a hostile or foreign name stays a name: %j", (name) => {
  const text = calendarText({
    ...event,
    summary: `Mock interview with ${name}`,
    attendee: { ...event.attendee, name },
    organizer: { ...event.organizer, name },
    location: name,
  });
  const { events, first } = parse(text);
  expect(events).toHaveLength(1);
  expect(attendeesOf(first)).toEqual(["mailto:maya@example.org"]);
  expect(first.getFirstPropertyValue("uid")).toBe(event.uid);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});
