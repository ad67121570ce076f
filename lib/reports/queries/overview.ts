import type { Viewer } from "#lib/core/viewer.ts";
import { listMailTrouble } from "#lib/mail/queries/flags.ts";
import { logAddress } from "#lib/mail/rules.ts";
import { overviewDays, counted } from "#lib/reports/rules.ts";
import { overviewWords } from "#lib/reports/words.ts";
import { listPeopleMatters } from "./people.ts";
import { matter } from "./matter.ts";
import type { Matter } from "./matter.ts";
import { listWorkshopMatters } from "./workshops.ts";
import { listWaiting } from "./waiting.ts";

/** What is overdue, for admins; null for anybody else. Five statements, whatever the data. */
export async function getOverview(viewer: Viewer, now: Temporal.Instant): Promise<Matter[] | null> {
  if (viewer.role !== "admin") return null;
  const [waiting, workshops, people, mails] = await Promise.all([
    listWaiting(viewer, now),
    listWorkshopMatters(viewer, now),
    listPeopleMatters(viewer, now),
    listMails(viewer, now),
  ]);
  return [...waiting, ...people, ...workshops, mails];
}

async function listMails(viewer: Viewer, now: Temporal.Instant): Promise<Matter> {
  const since = now.subtract({ hours: overviewDays.mails * 24 });
  const { flagged, dead } = await listMailTrouble(viewer, { since, cap: counted + 1 });
  const flaggedIds = new Set(flagged.map(({ id }) => id));
  const items = [
    ...flagged.map(({ id, name }) => ({
      key: `flagged ${id}`,
      label: name,
      detail: overviewWords.flagged,
      href: `/people/${id}/address`,
    })),
    ...dead
      .filter(({ id }) => !flaggedIds.has(id))
      .map(({ id, name }, at) => ({
        key: `dead ${at}`,
        label: name,
        detail: overviewWords.dead,
        href: logAddress({ state: "dead", person: id }),
      })),
  ];
  return matter("mails", { items, href: logAddress({ state: "dead" }) });
}
