import { addHours, addMinutes, dateIn, timeIn, wallMinutes } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import { nameKey } from "#lib/interviews/rules.ts";
import { employers, staff } from "../texts/agency.ts";
import type { EmployerKey, StaffKey } from "../texts/agency.ts";
import type { SeedCandidate, SeedWhen } from "../texts/candidate.ts";
import { happened } from "./rows.ts";
import type { Rows } from "./rows.ts";

/** The story as it is told: what is written so far, and what time things are. */
export type Story = {
  readonly now: Instant;
  readonly rows: Rows;
  readonly at: (when: SeedWhen, zone: string) => Instant;
};

export type Somebody = { readonly id: string; readonly name: string; readonly timeZone: string };

export function staffNamed(key: StaffKey): Somebody & (typeof staff)[number] {
  const found = staff.find((one) => one.key === key);
  if (!found) throw new Error(`Nobody is called ${key}`);
  return { ...found, id: stableId("person", key) };
}

export const candidateId = (key: string): string => stableId("person", key);
export const employerId = (key: EmployerKey): string => stableId("employer", key);

/** How long the agency has used the portal, in working days: a little more than its story of six months. */
const opened = -140;

/** The agency's people with their weekly hours, and its employers with contacts. */
export function addAgency({ rows, at }: Story): void {
  const invitedAt = at({ workingDay: opened, at: "09:00" }, "America/New_York");
  const admin = staffNamed("ruth").id;
  for (const { key, name, email, role, timeZone, hours, place } of staff) {
    const { id } = staffNamed(key);
    const invitedById = id === admin ? null : admin;
    const welcomedAt = addHours(invitedAt, 2);
    rows.people.push({
      id,
      email,
      name,
      role,
      timeZone,
      invitedAt: dateOf(invitedAt),
      invitedById,
      welcomedAt: dateOf(welcomedAt),
    });
    happened(rows, { kind: "person.invited", actorId: admin, subjectId: id, at: invitedAt, mailTo: [id] });
    happened(rows, { kind: "profile.confirmed", actorId: id, subjectId: id, at: welcomedAt });
    rows.availability.push({ counselorId: id, place });
    for (const { weekdays, start, end } of hours)
      for (const weekday of weekdays)
        rows.weeklyHours.push({
          id: stableId("hours", key, String(weekday), start),
          counselorId: id,
          weekday,
          start,
          end,
        });
  }
  for (const { key, name, isClient, contacts } of employers) {
    rows.employers.push({ id: employerId(key), name, nameKey: nameKey(name), isClient });
    for (const contact of contacts)
      rows.contacts.push({ id: stableId("contact", contact.email), employerId: employerId(key), ...contact });
  }
}

/** Somebody whom the agency helps, invited by their counselor. Who was invited on the last working day has not been here yet. */
export function addCandidate({ rows, at }: Story, candidate: SeedCandidate): void {
  const { key, name, email, timeZone, invitedWorkingDay } = candidate;
  const id = candidateId(key);
  const counselor = staffNamed(candidate.counselor);
  const invitedAt = at({ workingDay: invitedWorkingDay, at: "09:40" }, counselor.timeZone);
  const welcomedAt = invitedWorkingDay === -1 ? null : addMinutes(invitedAt, 95);
  rows.people.push({
    id,
    email,
    name,
    role: "candidate",
    timeZone,
    counselorId: counselor.id,
    invitedAt: dateOf(invitedAt),
    invitedById: counselor.id,
    welcomedAt: welcomedAt && dateOf(welcomedAt),
  });
  happened(rows, {
    kind: "person.invited",
    actorId: counselor.id,
    subjectId: id,
    at: invitedAt,
    mailTo: [id],
  });
  if (welcomedAt) happened(rows, { kind: "profile.confirmed", actorId: id, subjectId: id, at: welcomedAt });
}

/**
 * Lets a counselor work while a session of theirs is on that the story needs right now, whatever the hour: a session
 * outside the hours is one that no command can make.
 */
export function openHoursFor(
  { rows }: Story,
  key: StaffKey,
  session: { startsAt: Instant; endsAt: Instant },
): void {
  const { id, timeZone } = staffNamed(key);
  const weekday = dateIn(session.startsAt, timeZone).dayOfWeek;
  const [start, end] = [clock(session.startsAt, timeZone), clock(session.endsAt, timeZone)];
  const isOpen = rows.weeklyHours.some(
    (range) =>
      range.counselorId === id &&
      range.weekday === weekday &&
      minutes(range.start) <= minutes(start) &&
      minutes(end) <= minutes(range.end) &&
      minutes(start) < minutes(end),
  );
  if (!isOpen)
    rows.weeklyHours.push({ id: stableId("hours", key, "now"), counselorId: id, weekday, start, end });
}

function clock(instant: Instant, zone: string): string {
  return timeIn(instant, zone).toString({ smallestUnit: "minute" });
}

function minutes(text: string): number {
  return wallMinutes(text) ?? 0;
}
