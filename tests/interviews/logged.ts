import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { LogInterviewInput } from "#lib/interviews/schema.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";

export type Person = Awaited<ReturnType<typeof makePerson>>;

/** A Monday, 07:00 in New York. */
export const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
export const at = (text: string) => Temporal.Instant.from(text);

export function viewerOf({ id, name, role, timeZone }: Person): Viewer {
  return viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
}

/** Ana with two candidates of hers, a counselor of others, an admin; all in New York. */
export async function people() {
  const ana = await makeCounselor(db(), { name: "Ana" });
  return {
    ana,
    maya: await makeCandidate(db(), ana.id),
    luis: await makeCandidate(db(), ana.id),
    ben: await makeCounselor(db()),
    amir: await makePerson(db(), { role: "admin" }),
  };
}

export const when = {
  date: Temporal.PlainDate.from("2026-11-24"),
  time: Temporal.PlainTime.from("10:00"),
  minutes: null,
};

/** The form that logs an interview for tomorrow. */
export function logOf(candidate: Person, changes: Partial<LogInterviewInput> = {}): LogInterviewInput {
  const what = {
    employer: "Nordlicht Care",
    jobTitle: "Ward clerk",
    format: "video",
    source: "own",
    roleFamily: "healthcare",
  } as const;
  return { key: newId(), candidate: candidate.id, moment: "start", ...what, ...when, ...changes };
}

export function refusal(answer: { ok: true } | { ok: false; refusal: string }): string {
  return answer.ok ? "ok" : answer.refusal;
}
