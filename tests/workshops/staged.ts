import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { acceptOffer, declineOffer } from "#lib/workshops/commands/offers.ts";
import { giveBackSeat, leaveWaitlist, takeSeat } from "#lib/workshops/commands/seats.ts";
import { makeCandidate, makeCounselor } from "../../prisma/seed/factories.ts";
import { makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { refusal, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";

export const db = commandsDb;

/** A Thursday, 15:00 in New York. */
export const startsAt = Temporal.Instant.from("2026-12-10T20:00:00Z");
/** Eight days before, in the morning there. */
export const early = Temporal.Instant.from("2026-12-02T14:00:00Z");
export const hoursBefore = (hours: number) => startsAt.subtract({ minutes: hours * 60 });

/** A session and candidates of one counselor, all in New York. */
export async function stageSession(
  candidates: number,
  facts: Partial<Prisma.WorkshopSessionUncheckedCreateInput> = {},
  workshop: Partial<Prisma.WorkshopUncheckedCreateInput> = {},
) {
  const ana = await makeCounselor(db());
  const session = await makeWorkshopSession(db(), { createdById: ana.id, startsAt }, facts, workshop);
  const people: Person[] = [];
  for (let at = 0; at < candidates; at += 1) people.push(await makeCandidate(db(), ana.id));
  return { ana, session, people };
}

const tap = (session: { id: string }) => ({ key: newId(), session: session.id });

export const take = async (person: Person, session: { id: string }, now = early) =>
  refusal(await takeSeat(viewerOf(person), tap(session), now));
export const giveBack = async (person: Person, session: { id: string }, now = early) =>
  refusal(await giveBackSeat(viewerOf(person), tap(session), now));
export const leave = async (person: Person, session: { id: string }, now = early) =>
  refusal(await leaveWaitlist(viewerOf(person), tap(session), now));

/** Answers the person's open offer, or the latest one; "none" where there never was one. */
export async function answer(person: Person, session: { id: string }, says: "yes" | "no", now = early) {
  const offer = await db().seatOffer.findFirst({
    where: { sessionId: session.id, personId: person.id },
    orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { offeredAt: "desc" }],
  });
  if (!offer) return "none";
  const input = { ...tap(session), offer: offer.id };
  const command = says === "yes" ? acceptOffer : declineOffer;
  return refusal(await command(viewerOf(person), input, now));
}

/** Who sits, who waits (in order) and to whom a seat is offered, by their place in `people`. */
export async function standing({ id }: { id: string }, people: readonly { id: string }[]) {
  const session = await db().workshopSession.findUniqueOrThrow({
    where: { id },
    select: {
      capacity: true,
      taken: true,
      held: true,
      seats: { where: { givenBackAt: null }, orderBy: { takenAt: "asc" } },
      waitlist: { where: { endedAt: null }, orderBy: { position: "asc" } },
      offers: { where: { endedAt: null } },
    },
  });
  const at = ({ personId }: { personId: string | null }) => people.findIndex((one) => one.id === personId);
  return {
    seats: session.seats.map(at).toSorted((a, b) => a - b),
    waiting: session.waitlist.map(at),
    offered: session.offers.map(at).toSorted((a, b) => a - b),
    counts: [session.capacity, session.taken, session.held],
  };
}

/** Kinds of the mails to one person about a session, in the order in which they were queued. */
export async function mailsTo(person: { id: string }, session: { id: string }): Promise<string[]> {
  const rows = await db().mail.findMany({
    where: { recipientId: person.id, event: { subjectId: session.id } },
    orderBy: [{ queuedAt: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ kind }) => kind);
}

/** Five people, of whom as many sit as there are seats, and the others wait. */
export async function full(capacity = 2) {
  const stage = await stageSession(5, { capacity });
  for (const person of stage.people) await take(person, stage.session);
  const [a, b, c, d, e] = stage.people;
  return { ...stage, a: a!, b: b!, c: c!, d: d!, e: e! };
}
