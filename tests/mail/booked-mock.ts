import { now } from "#lib/infra/clock.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { makeCandidate, makeCounselor, makeMock } from "../../prisma/seed/factories.ts";

export const later = (minutes: number) => now().add({ minutes });

export async function people() {
  const counselor = await makeCounselor(commandsDb(), { name: "Ana Torres", timeZone: "Europe/London" });
  const candidate = await makeCandidate(commandsDb(), counselor.id, {
    name: "Maya Chen",
    timeZone: "Asia/Kathmandu",
  });
  return { counselor, candidate };
}

/** A mock of theirs in two days. */
export async function bookedMock() {
  const { counselor, candidate } = await people();
  const startsAt = now().add({ hours: 48 }).round("hour");
  const mock = await makeMock(commandsDb(), {
    candidateId: candidate.id,
    counselorId: counselor.id,
    startsAt,
  });
  return { counselor, candidate, mock, startsAt };
}
