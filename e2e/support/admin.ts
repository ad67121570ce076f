import type { Page } from "@playwright/test";
import { makePerson, makeSession } from "../../prisma/seed/factories.ts";
import type { Company } from "./database.ts";

/** An admin with a name of their own, by which the history can be told from what others changed. */
export async function makeAdmin({ db, now }: Company, name: string): Promise<string> {
  const { id } = await makePerson(db, { role: "admin", name });
  return (await makeSession(db, id, now)).token;
}

/** Fills fields of a form of the settings by their labels, and saves it. */
export async function change(
  page: Page,
  place: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(`/settings/${place}`);
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(new RegExp(`^${label}`)).fill(value);
  await page.getByRole("button", { name: "Save" }).click();
}
