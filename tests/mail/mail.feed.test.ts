import ICAL from "ical.js";
import { expect, test } from "vitest";
import { feedText } from "#lib/infra/calendar.ts";
import type { FeedEvent } from "#lib/infra/calendar.ts";

const event: FeedEvent = {
  uid: "0a5d@portal.example",
  sequence: 2,
  start: Temporal.Instant.from("2026-05-07T07:45:00Z"),
  end: Temporal.Instant.from("2026-05-07T08:30:00Z"),
  stamp: Temporal.Instant.from("2026-05-01T10:00:00Z"),
  summary: "Mock interview with Ana Torres",
  description: "Move or cancel it here: https://portal.example/practice/mocks/1",
  location: "https://meet.example/ana; room 2, left",
  url: "https://portal.example/practice/mocks/1",
};

const parse = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent") };
};

test("a feed publishes, invites nobody, and asks to be read again each hour", () => {
  const { calendar, events } = parse(
    feedText("Debrief, Northgate", [event, { ...event, uid: "1b@portal.example" }]),
  );
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Debrief, Northgate");
  expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
  expect(events.map((one) => one.getFirstPropertyValue("uid"))).toEqual([
    "0a5d@portal.example",
    "1b@portal.example",
  ]);
  const [first] = events;
  expect(first?.getFirstPropertyValue("sequence")).toBe(2);
  expect(String(first?.getFirstPropertyValue("dtstart"))).toBe("2026-05-07T07:45:00Z");
  expect(first?.getFirstPropertyValue("location")).toBe(event.location);
  expect(first?.getFirstProperty("attendee")).toBeNull();
  expect(first?.getFirstProperty("organizer")).toBeNull();
});

test("an empty feed is a calendar, and the same entries are the same text", () => {
  expect(parse(feedText("Debrief", [])).events).toHaveLength(0);
  expect(feedText("Debrief", [event])).toBe(feedText("Debrief", [event]));
});

test.each([
  "Eve\r\nATTENDEE:mailto:evil@example.org",
  "Eve\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil",
  "x".repeat(200),
])("a hostile name stays a name: %j", (name) => {
  const { events } = parse(feedText(name, [{ ...event, summary: name, location: name, description: name }]));
  expect(events).toHaveLength(1);
  expect(events[0]?.getFirstProperty("attendee")).toBeNull();
  expect(events[0]?.getFirstPropertyValue("uid")).toBe(event.uid);
});
