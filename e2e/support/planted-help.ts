import { dateOf } from "#lib/infra/db.ts";
import { makePerson } from "../../prisma/seed/factories.ts";
import { makeHelpRequest } from "../../prisma/seed/help-factories.ts";
import type { Company } from "./database.ts";
import type { Marks } from "./marks.ts";

/** A request for help that waits, and one that was answered; their pages, which every colleague reads and nobody else. */
export async function plantHelp({ db, now, cast }: Company, marks: Marks): Promise<string[]> {
  const guest = await makePerson(db, {
    role: "guest",
    welcomedAt: null,
    name: marks.of("a guest's name", "colleagues"),
    email: `${marks.of("a guest's address", "colleagues")}@example.org`,
  });
  const of = { personId: guest.id };
  const waiting = await makeHelpRequest(db, now, {
    ...of,
    happened: marks.of("a request for help", "colleagues"),
  });
  const answered = await makeHelpRequest(db, now, {
    ...of,
    answeredAt: dateOf(now),
    answeredById: cast.assigned.id,
    answer: marks.of("an answer to a request for help", "colleagues"),
  });
  return [waiting, answered].flatMap(({ id }) => [`/desk/help/${id}`, `/help/${id}/x`]);
}
