import { firstActions } from "../words/first-actions.ts";
import { firstTaxonomy } from "../words/first-taxonomy.ts";
import type { Taxonomy } from "./taxonomy.ts";

/** Version 1, as an installation begins with it. */
export const firstVersion: Taxonomy = {
  number: 1,
  causes: firstTaxonomy.map(({ promiseIf, promiseThen, promiseOr, ...cause }) => ({
    ...cause,
    isOn: true,
    promise: { if: promiseIf, then: [promiseThen, promiseOr] },
    actions: firstActions[cause.code].map((action) => ({ ...action, isOn: true })),
  })),
};
