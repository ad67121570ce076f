import { makePeopleImport } from "../../prisma/seed/list-factory.ts";
import type { Company } from "./database.ts";
import type { Marks } from "./marks.ts";

/** A list of people with a row to mend, whose cells are for admins; the addresses where it is seen. */
export async function plantList({ db, now, cast }: Company, marks: Marks): Promise<string[]> {
  const made = { madeById: cast.admin.id, counselorId: cast.assigned.id, at: now };
  const { id } = await makePeopleImport(db, made);
  const cells = { name: marks.of("cell of a list", "admin"), email: "no address" };
  await db.peopleImportRow.updateMany({
    where: { importId: id, isGood: false },
    data: { texts: { cells, value: null } },
  });
  return [`/people/import/${id}`, `/people/import/${id}/bad-rows`];
}
