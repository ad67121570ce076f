import { findTaxonomyNumber, getTaxonomy } from "#lib/causes/queries.ts";
import { causeName } from "#lib/causes/rules/taxonomy.ts";
import { pagesDb } from "#lib/infra/db.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";

/** Causes with which no workshop helps: they say that nothing of one's own got in the way, or nothing yet. */
const notHelped: readonly CauseCode[] = ["OUTSIDE", "UNSURE"];

/** The causes that a workshop can help with, named as the newest version has them. */
export async function listHelped() {
  const taxonomy = await getTaxonomy(await findTaxonomyNumber(pagesDb()));
  return taxonomy.causes
    .filter(({ code, isOn }) => isOn && !notHelped.includes(code))
    .map(({ code }) => ({ code, name: causeName(taxonomy, code) }));
}
