import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { makeCandidate, makeCounselor, makeInterview } from "../../prisma/seed/factories.ts";

export const at = (text: string) => Temporal.Instant.from(text);
/** An interview at noon ends at 13:00, so its prompt is due at 13:30. All in London, unless it is said. */
export const noon = at("2026-11-24T12:00Z");
export const prompted = at("2026-11-24T13:30Z");
export const nextMorning = at("2026-11-25T09:00Z");

/** What a sweep answers that has found nothing to do. */
export const none = { done: 0, skipped: 0, failed: 0 };

/** Sweeps look at everybody: what an earlier test has left is no concern of theirs. */
export async function forgetEarlierTests() {
  await db().person.updateMany({
    where: { role: "candidate", deactivatedAt: null },
    data: { deactivatedAt: dateOf(at("2026-01-01T00:00Z")) },
  });
}

export async function maya(timeZone = "Europe/London") {
  const ana = await makeCounselor(db(), { name: "Ana Torres" });
  return makeCandidate(db(), ana.id, { name: "Maya Chen", timeZone });
}

/** An interview of an hour. */
export function interviewOf(candidate: { id: string }, startsAt = noon, facts = {}) {
  return makeInterview(db(), { candidateId: candidate.id, startsAt, interview: facts });
}

export function mailsTo(person: { id: string }) {
  return db().mail.findMany({
    where: { recipientId: person.id },
    orderBy: [{ queuedAt: "asc" }, { kind: "desc" }],
  });
}

export async function kindsTo(person: { id: string }) {
  return (await mailsTo(person)).map(({ kind }) => kind);
}

/** Sends what waits for this person and tells what became of it. */
export async function send(person: { id: string }, now: Temporal.Instant) {
  for (const { id, state } of await mailsTo(person)) if (state === "waiting") await sendMail(id, now);
  return (await mailsTo(person)).map(({ kind, state, reason }) => `${kind} ${reason ?? state}`);
}
