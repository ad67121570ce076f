import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import type { Company } from "./database.ts";
import type { Marks, Side } from "./marks.ts";

/**
 * A fair that is on, where the candidate has a seat: its address and materials are for them and for staff, names at the
 * door for staff, what they logged there for them and who looks after them. The addresses where it is seen.
 */
export async function plantWorkshop(
  { db, now, cast }: Company,
  { candidate }: Side,
  marks: Marks,
): Promise<string[]> {
  const ofSeat = (field: string) => marks.of(field, "candidate", "colleagues");
  const session = await makeWorkshopSession(
    db,
    { createdById: cast.admin.id, startsAt: now.subtract({ minutes: 30 }) },
    { place: ofSeat("place of a workshop") },
    { kind: "job_fair", materials: `Handout https://example.org/${ofSeat("materials")}` },
  );
  const [sessionId, at] = [session.id, dateOf(now)];
  const personId = cast[candidate].id;
  const placed = { placedById: cast.admin.id, placedReason: marks.of("reason of a placing", "colleagues") };
  await makeSeat(db, { sessionId, personId, at: now }, { source: "placed", ...placed });
  await db.seat.create({
    data: {
      id: newId(),
      sessionId,
      walkInName: marks.of("name at the door", "colleagues"),
      source: "walk_in",
      takenAt: at,
      placedById: cast.admin.id,
    },
  });
  const event = { id: newId(), actorId: cast.admin.id, kind: "session.changed", requestHash: "0".repeat(64) };
  await db.event.create({ data: { ...event, subjectId: sessionId, at } });
  const change = { before: ofSeat("place before"), after: ofSeat("place after") };
  await db.sessionChange.create({
    data: { id: newId(), eventId: event.id, sessionId, field: "place", ...change, at },
  });
  const own = (field: string) => marks.of(field, "candidate", "counselor", "admin");
  await db.informationalInterview.create({
    data: {
      id: newId(),
      candidateId: personId,
      sessionId,
      heldOn: at,
      whom: own("whom they talked to"),
      learned: own("what they learned"),
      askNext: own("whom to ask next"),
      loggedAt: at,
      loggedById: personId,
    },
  });
  return [
    `/practice/workshops/${sessionId}`,
    `/practice/workshops/${sessionId}/talks`,
    `/workshops/${session.workshopId}`,
    `/workshops/${session.workshopId}/change`,
    `/workshops/sessions/${sessionId}`,
    `/workshops/sessions/${sessionId}?all`,
    `/workshops/new?copy=${session.workshopId}`,
  ];
}
