import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { makePerson } from "./factories.ts";

/** A guest who asked for help with an interview; confirmed, and waiting on the desk, unless `facts` say otherwise. */
export async function makeHelpRequest(
  db: Db,
  at: Temporal.Instant,
  facts: Partial<Prisma.HelpRequestUncheckedCreateInput> = {},
) {
  const personId = facts.personId ?? (await makePerson(db, { role: "guest", welcomedAt: null })).id;
  return db.helpRequest.create({
    data: {
      id: newId(),
      topic: "interview",
      happened: "They asked about the gap in my years, and I had no answer.",
      consentedAt: dateOf(at),
      askedAt: dateOf(at),
      confirmedAt: dateOf(at),
      ...facts,
      personId,
    },
  });
}
