import { candidatesVisibleTo, silentSince, withoutCounselor } from "#lib/accounts/policy.ts";
import { silentDays } from "#lib/accounts/rules.ts";
import { relativeDay } from "#lib/core/format.ts";
import { compare } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { counted } from "#lib/reports/rules.ts";
import { overviewWords } from "#lib/reports/words.ts";
import { matter } from "./matter.ts";
import type { Matter } from "./matter.ts";

/** Candidates whom nobody looks after, and those who are silent. One statement. */
export async function listPeopleMatters(viewer: Viewer, now: Temporal.Instant): Promise<[Matter, Matter]> {
  const since = now.subtract({ hours: silentDays * 24 });
  const rows = await pagesDb().person.findMany({
    where: { AND: [candidatesVisibleTo(viewer), { OR: [withoutCounselor(), silentSince(dateOf(since))] }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 2 * counted + 1,
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      welcomedAt: true,
      counselor: { select: { name: true, deactivatedAt: true } },
      events: { orderBy: { at: "desc" }, take: 1, select: { at: true } },
    },
  });
  const people = rows.map(({ events: [last], ...row }) => ({
    ...row,
    key: row.id,
    label: row.name,
    href: `/candidates/${row.id}`,
    last: last ? instantOf(last.at) : null,
  }));
  const unassigned = people.filter(({ counselor }) => !counselor || counselor.deactivatedAt !== null);
  const silent = people.filter(({ last, welcomedAt }) => {
    const here = instantOrNull(welcomedAt);
    return here !== null && compare(here, since) <= 0 && (!last || compare(last, since) <= 0);
  });
  const shown = (list: typeof people, detailOf: (person: (typeof people)[number]) => string) =>
    list.map((person) => ({
      key: person.key,
      label: person.label,
      href: person.href,
      detail: detailOf(person),
    }));
  return [
    matter("unassigned", {
      items: shown(unassigned, ({ counselor }) =>
        counselor ? overviewWords.counselorLeft(counselor.name) : overviewWords.noCounselor,
      ),
      href: "/candidates?show=no_counselor",
    }),
    matter("silent", {
      items: shown(silent, ({ last }) =>
        last ? overviewWords.last(relativeDay(last, viewer.timeZone, now)) : overviewWords.never,
      ),
      href: "/candidates?show=silent",
    }),
  ];
}
