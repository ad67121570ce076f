import { now } from "#lib/infra/clock.ts";
import { newId } from "#lib/infra/hash.ts";
import { previewImport } from "#lib/people/commands/import.ts";
import { makeCounselor, makePerson } from "../../prisma/seed/factories.ts";
import { db, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";

export const noFile = new Uint8Array();
export const header =
  "Name,Address,Role,Counselor,Employer,Job title,Interview date,Interview time,Time zone,Format";

/** An admin, and a counselor with an address that a list can name. */
export async function admins() {
  return { ada: await makePerson(db(), { role: "admin" }), ana: await makeCounselor(db()) };
}

/** A preview of a pasted list. */
export async function preview(actor: Person, text: string) {
  const key = newId();
  const answer = await previewImport(viewerOf(actor), { key, text, file: noFile }, now());
  return { id: key, answer };
}

/** Rows as they stand: line, whether it can come in, and what stands against it. */
export async function rowsOf(importId: string) {
  const rows = await db().peopleImportRow.findMany({ where: { importId }, orderBy: { line: "asc" } });
  return rows.map(({ line, isGood, remarks }) => {
    const { problems } = remarks as { problems: { column: string; problem: string; line: number }[] };
    return [line, isGood ? "good" : problems.map(({ column, problem }) => `${column} ${problem}`).join(", ")];
  });
}

/** Whoever is named so stands in no other test. */
export const fresh = () => `${newId()}@example.org`;

/**
 * A list of 200 people of one counselor, every third with an interview; the rows on the lines 20, 40, … 140 cannot come in.
 */
export function twoHundred(counselor: string, address: (at: number) => string): string {
  const rows = Array.from({ length: 200 }, (_, at) => {
    const isBad = (at + 2) % 20 === 0 && at < 140;
    const interview = at % 3 === 0 ? "Harbour Freight,Clerk,2099-05-07,14:30,Europe/Paris,video" : ",,,,,";
    return `Person ${at},${isBad ? "no address" : address(at)},,${counselor},${interview}`;
  });
  return [header, ...rows].join("\n");
}
