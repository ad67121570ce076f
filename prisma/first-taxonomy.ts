import type { Client } from "pg";

import { firstActions } from "../lib/causes/words/first-actions.ts";
import { firstGuides } from "../lib/causes/words/first-guides.ts";
import { firstTaxonomy } from "../lib/causes/words/first-taxonomy.ts";

/** Writes what version 1 of the taxonomy says, where a migration has made its row and nothing stands in it yet. */
export async function plantTaxonomy(client: Client): Promise<void> {
  const causes = firstTaxonomy.map((cause, index) => ({
    taxonomy_number: 1,
    code: cause.code,
    position: index + 1,
    is_on: true,
    name: cause.name,
    line: cause.line,
    suggested_when: cause.suggestedWhen,
    promise_if: cause.promiseIf,
    promise_then: cause.promiseThen,
    promise_or: cause.promiseOr,
    ...firstGuides[cause.code],
  }));
  const actions = firstTaxonomy.flatMap(({ code: cause }) =>
    firstActions[cause].map(({ daysFrom, ...action }, index) => ({
      ...action,
      taxonomy_number: 1,
      cause,
      position: index + 1,
      is_on: true,
      days_from: daysFrom,
    })),
  );
  const planted = await client.query(
    "INSERT INTO causes SELECT * FROM jsonb_populate_recordset(NULL::causes, $1) ON CONFLICT DO NOTHING",
    [JSON.stringify(causes)],
  );
  if (planted.rowCount === 0) return;
  await client.query(
    "INSERT INTO cause_actions SELECT * FROM jsonb_populate_recordset(NULL::cause_actions, $1)",
    [JSON.stringify(actions)],
  );
}
