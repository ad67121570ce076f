import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { BookMockInput } from "#lib/mocks/schema.ts";
import { makeCandidate, makeCounselor } from "../../prisma/seed/factories.ts";
import type { makePerson } from "../../prisma/seed/factories.ts";

export type Person = Awaited<ReturnType<typeof makePerson>>;
export const db = commandsDb;

export function viewerOf({ id, name, role, timeZone }: Person): Viewer {
  return viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
}

/** Somebody whose session outlived them: signed in by the cookie, unknown to the database. */
export function stranger(): Viewer {
  return viewerFrom({
    personId: newId(),
    name: "Nobody",
    role: "candidate",
    timeZone: "UTC",
    looked: () => undefined,
  });
}

/** A counselor in New York, Monday to Friday 09:00 to 17:00, and a candidate of hers. */
export async function people() {
  const ana = await makeCounselor(db());
  return { ana, maya: await makeCandidate(db(), ana.id) };
}

/** A candidate's form for a mock with their own counselor. */
export function askFor(candidate: Person, startsAt: Temporal.Instant): BookMockInput {
  return {
    key: newId(),
    kind: "mock",
    candidate: candidate.id,
    counselor: candidate.counselorId ?? newId(),
    interview: null,
    postMortem: null,
    focus: null,
    startsAt,
  };
}

export function refusal(answer: { ok: true } | { ok: false; refusal: string }): string {
  return answer.ok ? "ok" : answer.refusal;
}

/** Who gets which mails about a session, sorted. */
export async function mailsAbout(mockId: string): Promise<Record<string, string[]>> {
  const mails = await db().mail.findMany({
    where: { event: { subjectId: mockId } },
    orderBy: { recipientId: "asc" },
  });
  const kinds: Record<string, string[]> = {};
  for (const { kind, recipientId } of mails) (kinds[kind] ??= []).push(recipientId);
  return kinds;
}
