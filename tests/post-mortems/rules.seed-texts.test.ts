import { expect, test } from "vitest";
import { CauseCode } from "#lib/infra/prisma/enums.ts";
import { decode, encode, type Field, type FieldValue } from "#lib/post-mortems/rules/fields.ts";
import { agency, employers, staff } from "../../prisma/seed/texts/agency.ts";
import * as background from "../../prisma/seed/texts/background.ts";
import { candidates } from "../../prisma/seed/texts/candidates.ts";
import { bannedIn } from "../support/tone.ts";

const epoch = Temporal.Instant.fromEpochMilliseconds(0);
const interviews = candidates.flatMap((candidate) =>
  candidate.applications.flatMap((application) =>
    application.interviews.map((interview) => ({ candidate, application, interview })),
  ),
);
const postMortems = interviews.flatMap(({ interview }) => interview.postMortem ?? []);

test("one agency, three counselors in two zones, one admin, five employers, eight candidates", () => {
  expect(agency.helpLine.length).toBeLessThanOrEqual(120);
  const counselors = staff.filter(({ role }) => role === "counselor");
  expect(counselors).toHaveLength(3);
  expect(new Set(counselors.map(({ timeZone }) => timeZone)).size).toBe(2);
  expect(staff).toHaveLength(4);
  expect(employers).toHaveLength(5);
  expect(candidates).toHaveLength(8);
  expect(background.backgroundPeople).toHaveLength(40);
});

test("everybody has an address and a name of their own, and a zone that exists", () => {
  const people = [...staff, ...candidates];
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  for (const { name } of background.backgroundPeople)
    expect(people.map((person) => person.name)).not.toContain(name);
  expect(new Set(background.backgroundPeople.map(({ name }) => name)).size).toBe(40);
  for (const { timeZone } of [...people, ...background.backgroundPeople]) {
    expect(() => epoch.toZonedDateTimeISO(timeZone)).not.toThrow();
  }
});

test("one employer is shared by three candidates", () => {
  const sharing = candidates.filter((candidate) =>
    candidate.applications.some(({ employer }) => employer === "kestrel"),
  );
  expect(sharing).toHaveLength(3);
});

test("every answer is one that the form takes", () => {
  for (const { answers } of postMortems) {
    for (const [field, value] of Object.entries(answers) as [Field, FieldValue<Field>][]) {
      expect(decode(field, encode(value))).toEqual({ ok: true, value });
    }
  }
});

test("what is known has a time, what waits has none; a review has its opinion", () => {
  for (const { interview } of interviews)
    expect(interview.heard === undefined).toBe(interview.outcome === "waiting");
  for (const one of postMortems) expect(one.counselorOpinion === null).toBe(one.reviewed === null);
});

test("the texts fit their columns, and candidates read none that judges", () => {
  const notes = postMortems.flatMap((one) => one.notes);
  const toCandidates = [
    ...notes.map(({ body }) => body),
    ...Object.values(background.coachingNotes).flat(),
    ...background.generalNotes,
    ...background.mockFocuses,
  ];
  for (const text of toCandidates) {
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(bannedIn(text)).toEqual([]);
  }
  expect(Object.keys(CauseCode)).toEqual(expect.arrayContaining(Object.keys(background.coachingNotes)));
});
