import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { CauseCode, OpinionSide, Sharing } from "#lib/infra/prisma/enums.ts";
import {
  makeCandidate,
  makeCounselor,
  makeInterview,
  makePerson,
  makePostMortem,
} from "../../prisma/seed/factories.ts";

export const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
export const hoursAgo = (hours: number) => now.subtract({ hours });

type Person = Awaited<ReturnType<typeof makePerson>>;

export function viewerOf(
  { id, name, role, timeZone }: Person,
  looked: (id: string) => void = () => undefined,
): Viewer {
  return viewerFrom({ personId: id, name, role, timeZone, looked });
}

/** Ana and her candidate Maya, beside people to whom Maya is a stranger, and an admin. */
export async function people() {
  const ana = await makeCounselor(db(), { name: "Ana Torres" });
  const ben = await makeCounselor(db(), { name: "Ben Okafor" });
  const amir = await makePerson(db(), { role: "admin", name: "Amir Haddad" });
  const maya = await makeCandidate(db(), ana.id, { name: "Maya Chen", timeZone: "Asia/Kathmandu" });
  const luis = await makeCandidate(db(), ben.id, { name: "Luis Prado" });
  return { ana, ben, amir, maya, luis };
}

type Facts = {
  sharing?: Sharing;
  finishedHoursAgo?: number;
  reviewedById?: string;
  startsAt?: Temporal.Instant;
};

/** A finished post-mortem of a candidate about an interview of three days ago, shared with the counselor. */
export async function finishedBy(
  candidate: Person,
  { sharing = "my_counselor", finishedHoursAgo = 5, reviewedById, startsAt = hoursAgo(72) }: Facts = {},
) {
  const interview = await makeInterview(db(), {
    candidateId: candidate.id,
    startsAt,
    interview: { outcome: "rejected" },
  });
  const reviewed = reviewedById ? { reviewedById, reviewedAt: dateOf(hoursAgo(1)) } : {};
  return makePostMortem(db(), interview, startsAt.add({ hours: 2 }), {
    sharing,
    finishedAt: dateOf(hoursAgo(finishedHoursAgo)),
    mood: "low",
    ...reviewed,
  });
}

export async function choose(
  postMortem: { id: string },
  author: { id: string },
  side: OpinionSide,
  primary: CauseCode,
) {
  await db().opinion.create({
    data: {
      id: newId(),
      postMortemId: postMortem.id,
      authorId: author.id,
      side,
      primary,
      contributing: [],
      chosenAt: dateOf(hoursAgo(2)),
    },
  });
}

export const refusal = (answer: { ok: true } | { ok: false; refusal: string }) =>
  answer.ok ? "ok" : answer.refusal;
