import type { Company } from "./database.ts";

/** Changes the candidate's choice behind the law's back, so that a page can be looked at with one choice and with another. */
export async function rechoose(
  { db }: Company,
  postMortemId: string,
  primary: "NERVES" | "HISTORY",
): Promise<void> {
  await db.$executeRaw`ALTER TABLE opinions DISABLE TRIGGER opinions_append_only`;
  await db.opinion.updateMany({ where: { postMortemId }, data: { primary } });
  await db.$executeRaw`ALTER TABLE opinions ENABLE TRIGGER opinions_append_only`;
}
