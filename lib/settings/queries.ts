import { cache } from "react";
import { pagesDb } from "#lib/infra/db.ts";

/** The agency as every page and mail names it. Before `agency` has its row, the name of the software stands in. */
export const getAgency = cache(async () => {
  const agency = await pagesDb().agency.findFirst({ select: { name: true, helpLine: true, timeZone: true } });
  return agency ?? { name: "Debrief", helpLine: "", timeZone: "UTC" };
});
