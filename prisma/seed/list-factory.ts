import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** A list of two rows as its preview keeps it: Nia with an interview to come, and one row without an address. */
export async function makePeopleImport(
  db: Db,
  { madeById, counselorId, at }: { madeById: string; counselorId: string; at: Temporal.Instant },
  facts: Partial<Prisma.PeopleImportUncheckedCreateInput> = {},
) {
  const id = facts.id ?? newId();
  const cells = {
    name: "Nia Okafor",
    email: `${id.slice(0, 8)}@example.org`,
    role: "",
    counselor: "",
    employer: "Harbour Freight",
    jobTitle: "Clerk",
    date: "",
    time: "",
    zone: "",
    format: "video",
    family: "",
  };
  const { name, email, employer, jobTitle } = cells;
  const [startsAt, endsAt] = [at.add({ hours: 48 }).toString(), at.add({ hours: 49 }).toString()];
  const interview = { employer, jobTitle, startsAt, endsAt, zone: "UTC", format: "video", family: "tech" };
  const value = { email, name, role: "candidate", counselorId, addsPerson: true, interview };
  const problems = [{ column: "email", problem: "email_needed", line: 0 }];
  const row = { importId: id, addsPerson: false, addsInterview: false };
  const made = await db.peopleImport.create({
    data: { id, madeAt: dateOf(at), madeById, encoding: "utf_8", separator: "comma", ...facts },
  });
  await db.peopleImportRow.createMany({
    data: [
      {
        ...row,
        id: newId(),
        line: 2,
        isGood: true,
        addsPerson: true,
        addsInterview: true,
        remarks: { problems: [], formulas: [] },
        texts: { cells, value },
      },
      {
        ...row,
        id: newId(),
        line: 3,
        isGood: false,
        remarks: { problems, formulas: [] },
        texts: { cells: { ...cells, email: "" }, value: null },
      },
    ],
  });
  return made;
}
