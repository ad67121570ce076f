import { canEditTaxonomy } from "#lib/causes/policy.ts";
import { changesBetween } from "#lib/causes/rules/editing.ts";
import type { Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";

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

/** The causes that forms offer now, in their order: for the list of guides. No person's data, so for everybody signed in. */
export async function listGuides() {
  const taxonomy = await getTaxonomy(await findTaxonomyNumber(pagesDb()));
  return taxonomy.causes.filter(({ isOn }) => isOn).map(({ code, name, line }) => ({ code, name, line }));
}

/** The names of all causes now, by code, those that are off too. */
export async function listCauseNames(): Promise<Readonly<Record<string, string>>> {
  const { causes } = await getTaxonomy(await findTaxonomyNumber(pagesDb()));
  return Object.fromEntries(causes.map(({ code, name }) => [code, name]));
}

/** The guide of one cause as the newest version has it, also of one that is off; `helps` are three lines. */
export async function getGuide(code: CauseCode) {
  const { helps, ...guide } = await pagesDb().cause.findFirstOrThrow({
    where: { code },
    orderBy: { taxonomyNumber: "desc" },
    select: { code: true, name: true, line: true, recognise: true, helps: true, exercise: true },
  });
  return { ...guide, helps: helps.split("\n") };
}

/** Every cause with whether it is offered, how many of its actions are on, and when it last changed; null for whoever is no admin. */
export async function listCausesForAdmin(viewer: Viewer, now: Temporal.Instant) {
  if (!canEditTaxonomy(viewer)) return null;
  const [number, changes] = await Promise.all([findTaxonomyNumber(pagesDb()), findChanges()]);
  // Oldest first into the map, so that the newest change of each cause is the one that stays.
  const last = new Map(changes.toReversed().map((change) => [change.code, change.number]));
  const numbers = [...last.values()];
  const [taxonomy, versions] = await Promise.all([getTaxonomy(number), findVersions(viewer, numbers, now)]);
  const causes = taxonomy.causes.map(({ code, name, line, isOn, actions }) => ({
    code,
    name,
    line,
    isOn,
    actions: { on: actions.filter((action) => action.isOn).length, all: actions.length },
    changed: versions.get(last.get(code) ?? 0) ?? null,
  }));
  return { number, causes };
}

const historySize = 20;

const stateSelect = {
  isOn: true,
  name: true,
  line: true,
  promiseIf: true,
  promiseThen: true,
  promiseOr: true,
  recognise: true,
  helps: true,
  exercise: true,
  actions: {
    orderBy: { position: "asc" },
    select: { code: true, isOn: true, text: true, days: true, daysFrom: true, kind: true },
  },
} as const;

/**
 * One cause as it is now, with the number that a form is made from, and its changes, newest first, 20 at a time: `older`
 * is the number before which more stand, null at the end. Null for whoever is no admin.
 */
export async function getCauseForAdmin(
  viewer: Viewer,
  code: CauseCode,
  { before, now }: { before: number | null; now: Temporal.Instant },
) {
  if (!canEditTaxonomy(viewer)) return null;
  const [number, all] = await Promise.all([findTaxonomyNumber(pagesDb()), findChanges(code)]);
  const changes = all.map((change) => change.number).filter((one) => before === null || one < before);
  const shown = changes.slice(0, historySize);
  const [rows, versions] = await Promise.all([
    pagesDb().cause.findMany({
      where: { code, taxonomyNumber: { in: [number, ...shown, ...shown.map((one) => one - 1)] } },
      relationLoadStrategy: "join",
      select: { taxonomyNumber: true, ...stateSelect },
    }),
    findVersions(viewer, shown, now),
  ]);
  const stateOf = (wanted: number) => {
    const row = rows.find(({ taxonomyNumber }) => taxonomyNumber === wanted);
    if (!row) throw new Error(`there is no ${code} in taxonomy ${wanted}`);
    return row;
  };
  const history = shown.flatMap((one) => {
    const version = versions.get(one);
    return version ? [{ ...version, changes: changesBetween(stateOf(one - 1), stateOf(one)) }] : [];
  });
  const { taxonomyNumber: _, ...saved } = stateOf(number);
  return {
    number,
    code,
    saved,
    history,
    older: changes.length > historySize ? (shown.at(-1) ?? null) : null,
  };
}

/** Every version in which a cause differs from the version before, newest first; the first version is none. */
async function findChanges(code: CauseCode | null = null) {
  return pagesDb().$queryRaw<{ code: CauseCode; number: number }[]>`
    WITH said AS (
      SELECT c.code, c.taxonomy_number AS number, jsonb_build_array(
        to_jsonb(c) - 'taxonomy_number',
        (SELECT jsonb_agg(to_jsonb(a) - 'taxonomy_number' ORDER BY a.position)
         FROM cause_actions a WHERE a.taxonomy_number = c.taxonomy_number AND a.cause = c.code)
      ) AS state
      FROM causes c WHERE ${code}::text IS NULL OR c.code::text = ${code}
    ), compared AS (
      SELECT code, number, state, lag(state) OVER (PARTITION BY code ORDER BY number) AS earlier FROM said
    )
    SELECT code, number FROM compared WHERE earlier IS NOT NULL AND state <> earlier ORDER BY number DESC`;
}

/** Who made these versions and when, by number. Nobody made the first. */
async function findVersions(viewer: Viewer, numbers: readonly number[], now: Temporal.Instant) {
  const rows = await pagesDb().taxonomyVersion.findMany({
    where: { number: { in: [...numbers] } },
    relationLoadStrategy: "join",
    select: { number: true, madeAt: true, madeBy: { select: { name: true } } },
  });
  return new Map(
    rows.map(({ number, madeAt, madeBy }) => [
      number,
      { number, by: madeBy?.name ?? null, at: stamp(instantOf(madeAt), viewer.timeZone, now) },
    ]),
  );
}

export type CauseForAdmin = NonNullable<Awaited<ReturnType<typeof getCauseForAdmin>>>;
