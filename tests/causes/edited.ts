import { findTaxonomyNumber } from "#lib/causes/queries.ts";
import type { EditCauseInput } from "#lib/causes/schema.ts";
import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";

export const newestNumber = () => findTaxonomyNumber(commandsDb());

/** The form of a cause as an admin would open it now, with these fields changed. */
export async function formOf(cause: CauseCode, changed: Partial<EditCauseInput>): Promise<EditCauseInput> {
  const version = await newestNumber();
  const row = await commandsDb().cause.findUniqueOrThrow({
    where: { taxonomyNumber_code: { taxonomyNumber: version, code: cause } },
    select: {
      isOn: true,
      name: true,
      line: true,
      promiseIf: true,
      promiseThen: true,
      promiseOr: true,
      recognise: true,
      helps: true,
      exercise: true,
      actions: { orderBy: { position: "asc" }, select: { text: true, days: true, isOn: true } },
    },
  });
  const { actions, ...texts } = row;
  const places = actions.map(({ text, days, isOn }, index) => [
    [`text${index + 1}`, text],
    [`days${index + 1}`, days],
    [`on${index + 1}`, isOn],
  ]);
  const missing = { text1: undefined, days1: undefined, on1: undefined, text2: undefined, days2: undefined };
  const none = { ...missing, on2: undefined, text3: undefined, days3: undefined, on3: undefined };
  return {
    key: newId(),
    cause,
    version,
    ...texts,
    ...none,
    ...Object.fromEntries(places.flat()),
    ...changed,
  };
}

export const refusalOf = (answer: { ok: true } | { ok: false; refusal: string }) =>
  answer.ok ? "ok" : answer.refusal;
