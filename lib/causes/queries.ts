import type { Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";

/** Versions never change, so each is read once in a process. */
const known = new Map<number, Promise<Taxonomy>>();

/** The version of that number: names, lines, promises and actions; without the guides. No statement once it was read. */
export function getTaxonomy(number: number): Promise<Taxonomy> {
  const found = known.get(number) ?? readTaxonomy(number);
  known.set(number, found);
  // A read that did not come through is tried again by the next who asks.
  found.catch(() => known.delete(number));
  return found;
}

/** The number of the version that a new post-mortem begins with. */
export async function findTaxonomyNumber(db: Db): Promise<number> {
  const latest = await db.taxonomyVersion.findFirstOrThrow({
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return latest.number;
}

async function readTaxonomy(number: number): Promise<Taxonomy> {
  const rows = await pagesDb().cause.findMany({
    where: { taxonomyNumber: number },
    orderBy: { position: "asc" },
    relationLoadStrategy: "join",
    select: {
      code: true,
      isOn: true,
      name: true,
      line: true,
      suggestedWhen: true,
      promiseIf: true,
      promiseThen: true,
      promiseOr: true,
      actions: {
        orderBy: { position: "asc" },
        select: { code: true, isOn: true, text: true, kind: true, effort: true, days: true, daysFrom: true },
      },
    },
  });
  if (rows.length === 0) throw new Error(`there is no taxonomy ${number}`);
  return {
    number,
    causes: rows.map(({ promiseIf, promiseThen, promiseOr, ...cause }) => ({
      ...cause,
      promise: { if: promiseIf, then: [promiseThen, promiseOr] },
    })),
  };
}
