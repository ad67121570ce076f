import { expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import { cancelSession } from "#lib/workshops/commands/cancelling.ts";
import { makePerson } from "../../prisma/seed/factories.ts";
import { refusal, viewerOf } from "../mocks/booked.ts";
import { db, early, stageSession } from "../workshops/staged.ts";

const many = 5000;

test("a session of 5,000 can be cancelled: everybody is told, each by one mail with one job, within the time of one transaction", async () => {
  const { session, people } = await stageSession(1, { capacity: many });
  const admin = await makePerson(db(), { role: "admin" });
  const [like] = people;
  if (!like) throw new Error("nobody");
  const row = await db().person.findUniqueOrThrow({ where: { id: like.id } });
  const ids = Array.from({ length: many }, () => newId());
  await db().person.createMany({ data: ids.map((id) => ({ ...row, id, email: `${id}@example.org` })) });
  await db().seat.createMany({
    data: ids.map((personId) => ({
      id: newId(),
      sessionId: session.id,
      personId,
      takenAt: row.invitedAt,
      source: "taken" as const,
    })),
  });
  const input = { key: newId(), session: session.id, why: "The hall is closed." };
  expect(refusal(await cancelSession(viewerOf(admin), input, early))).toBe("ok");
  const [count] = await db().$queryRaw<{ mails: number; jobs: number }[]>`
    SELECT count(m.id)::int AS mails, count(j.id)::int AS jobs FROM mails m LEFT JOIN pgboss.job j ON j.id = m.id AND j.name = 'mails'
    WHERE m.event_id = ${input.key}::uuid`;
  expect(count).toEqual({ mails: many, jobs: many });
});
