import { addHours, addMinutes, min } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import { firstPolicies, policiesFrom } from "#lib/settings/rules.ts";
import { offerExpiry } from "#lib/workshops/rules/offers.ts";
import { agency } from "../texts/agency.ts";
import { candidates } from "../texts/candidates.ts";
import { workshops } from "../texts/workshops.ts";
import type { SeedWorkshop } from "../texts/workshops.ts";
import { candidateId, staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import { happened } from "./rows.ts";

/** Working days before its session on which a workshop was published, and the hours over which its seats were taken. */
const publishedDays = 10;
const hoursOfTaking = 40;

type Told = {
  readonly workshop: SeedWorkshop;
  readonly id: string;
  readonly startsAt: Instant;
  readonly from: Instant;
};

/** The workshops, with who has a seat, who waits, to whom one is offered, and who came. */
export function addWorkshops(story: Story): void {
  for (const workshop of workshops) {
    const told = addSession(story, workshop);
    if (workshop.isDraft) continue;
    const crowd = backgroundPeople(story, workshop.key);
    const seated = [
      ...crowd.slice(0, workshop.crowd),
      ...(workshop.seated ?? []).map((key) => candidateId(key)),
    ];
    for (const [at, personId] of seated.entries()) addSeat(story, told, personId, at, seated.length);
    const before = crowd.slice(workshop.crowd, workshop.crowd + (workshop.queue ?? 0));
    const waiting = [...(workshop.offered ?? []), ...(workshop.waiting ?? [])].map((key) => candidateId(key));
    for (const [at, personId] of [...before, ...waiting].entries()) addWait(story, told, personId, at + 1);
    for (const key of workshop.offered ?? []) addOffer(story, told, candidateId(key));
  }
}

/** Those in the background who have been here, in an order of each workshop's own. */
function backgroundPeople({ rows }: Story, key: string): string[] {
  const byHand = new Set(candidates.map((candidate) => candidateId(candidate.key)));
  return rows.people
    .filter(({ id, role, welcomedAt }) => role === "candidate" && welcomedAt && !byHand.has(id))
    .map(({ id }) => id)
    .toSorted((a, b) => (stableId(key, a) < stableId(key, b) ? -1 : 1));
}

function addSession({ rows, now, at }: Story, workshop: SeedWorkshop): Told {
  const { key, kind, title, about, materials, when, minutes, area, place, capacity, isDraft, link } =
    workshop;
  const ruth = staffNamed("ruth").id;
  const startsAt = at(when, agency.timeZone);
  const early = min(addHours(startsAt, -24 * publishedDays), addHours(now, -72));
  const [workshopId, id] = [stableId("workshop", key), stableId("workshop session", key)];
  const published = isDraft ? {} : { publishedAt: dateOf(early), publishedById: ruth };
  rows.workshops.push({
    id: workshopId,
    kind,
    title,
    about,
    materials,
    causes: [...workshop.causes],
    isOpen: key === "stories" || kind === "job_fair",
    elsewhereLink: link ?? null,
    createdAt: dateOf(addHours(early, -2)),
    createdById: ruth,
    ...published,
  });
  rows.workshopSessions.push({
    id,
    workshopId,
    startsAt: dateOf(startsAt),
    endsAt: dateOf(addMinutes(startsAt, minutes)),
    timeZone: agency.timeZone,
    area,
    place,
    capacity,
    facilitator: staffNamed(workshop.facilitator).name,
  });
  if (!isDraft)
    happened(rows, { kind: "workshop.published", actorId: ruth, subjectId: workshopId, at: early });
  return { workshop, id, startsAt, from: early };
}

/** One after the other over the first two days after publishing. */
function addSeat({ rows }: Story, told: Told, personId: string, at: number, of: number): void {
  const { id: sessionId, startsAt, from, workshop } = told;
  const takenAt = addMinutes(from, Math.round(((at + 1) / (of + 1)) * hoursOfTaking * 60));
  const attendance = workshop.attendance ? (workshop.attendance[at] ?? "attended") : null;
  const marked = attendance && {
    attendance,
    attendanceAt: dateOf(addMinutes(startsAt, 10 + at)),
    attendanceById: staffNamed(workshop.facilitator).id,
  };
  rows.seats.push({
    id: stableId("seat", sessionId, personId),
    sessionId,
    personId,
    source: "taken",
    takenAt: dateOf(takenAt),
    ...marked,
  });
  const did = { kind: "seat.asked", actorId: personId, subjectId: sessionId, at: takenAt } as const;
  happened(rows, { ...did, mailTo: [personId], mailKind: "seat.taken" });
}

function addWait({ rows }: Story, { id: sessionId, from }: Told, personId: string, position: number): void {
  const joinedAt = addHours(from, hoursOfTaking + position);
  const id = stableId("waitlist", sessionId, personId);
  rows.waitlist.push({ id, sessionId, personId, position, joinedAt: dateOf(joinedAt) });
  const did = { kind: "seat.asked", actorId: personId, subjectId: sessionId, at: joinedAt } as const;
  happened(rows, { ...did, mailTo: [personId], mailKind: "waitlist.joined" });
}

/** An hour ago somebody gave their seat back, and it is held for the first who waits. */
function addOffer({ rows, now }: Story, { id: sessionId, startsAt }: Told, personId: string): void {
  const offeredAt = addHours(now, -1);
  const seat = rows.seats.find((one) => one.sessionId === sessionId);
  const person = rows.people.find(({ id }) => id === personId);
  const giver = seat?.personId;
  if (!seat || typeof giver !== "string" || !person) return;
  const zone = person.timeZone;
  Object.assign(seat, { givenBackAt: dateOf(offeredAt), givenBackById: giver });
  const id = stableId("seat offer", sessionId, personId);
  const expiresAt = offerExpiry({ offeredAt, startsAt, zone, quiet: policiesFrom(firstPolicies).quiet });
  rows.seatOffers.push({
    id,
    sessionId,
    personId,
    entryId: stableId("waitlist", sessionId, personId),
    offeredAt: dateOf(offeredAt),
    expiresAt: dateOf(expiresAt),
  });
  const did = {
    kind: "seat.given_back",
    actorId: giver,
    subjectId: sessionId,
    at: offeredAt,
  } as const;
  happened(rows, { ...did, mailTo: [personId], mailKind: "seat.offered" });
}
