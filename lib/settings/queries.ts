import { cache } from "react";
import { stamp } from "#lib/core/format.ts";
import { firstStyle, setHouseStyle } from "#lib/core/house.ts";
import type { HouseStyle } from "#lib/core/house.ts";
import { pagePlaceText } from "#lib/core/paging.ts";
import type { PagePlace } from "#lib/core/paging.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { zonesWith } from "#lib/core/zone.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { canChangeSettings } from "#lib/settings/policy.ts";
import { firstAgency, firstPolicies, policiesFrom, styleFrom } from "#lib/settings/rules.ts";
import type { Policies } from "#lib/settings/rules.ts";

const agencyColumns = {
  name: true,
  helpLine: true,
  senderName: true,
  replyTo: true,
  timeZone: true,
  locale: true,
  accent: true,
} satisfies Prisma.AgencySelect;

const policyColumns = {
  noticeHours: true,
  freeHours: true,
  openLimit: true,
  feedbackDays: true,
  quietFrom: true,
  quietUntil: true,
  retentionMonths: true,
  staffSecondFactor: true,
} satisfies Prisma.AgencySelect;

/**
 * The agency as every page and mail names it, with the policies that hold now; one statement a request. Before `agency` has
 * its row, the name of the software stands in. Sets the style in which this process prints, so it is read first.
 */
export const getAgency = cache(async () => {
  const row = await pagesDb().agency.findFirst({ select: { ...agencyColumns, ...policyColumns } });
  const { name, helpLine, senderName, replyTo, timeZone, ...rest } = row ?? {
    ...firstAgency,
    ...firstPolicies,
  };
  const { locale, accent, ...policies } = rest;
  const style = styleFrom({ locale, accent });
  setHouseStyle(style);
  return { name, helpLine, senderName, replyTo, timeZone, ...style, policies: policiesFrom(policies) };
});

/** How every page looks; as an installation begins where the database does not answer, so that pages can say so. */
export async function getHouseStyle(): Promise<HouseStyle> {
  return getAgency().catch(() => firstStyle);
}

/** The policies that hold in this transaction: what a command decides by. */
export async function findPolicies(db: Db): Promise<Policies> {
  const row = await db.agency.findFirst({ select: policyColumns });
  return policiesFrom(row ?? firstPolicies);
}

/** Both forms as they are saved, each with the version that it is made from; null for whoever is no admin. */
export async function getSettings(viewer: Viewer) {
  if (!canChangeSettings(viewer)) return null;
  const settings = await findSettings(pagesDb());
  return { ...settings, zones: zonesWith(settings.agency.saved.timeZone) };
}

/** The row as it is, or as an installation begins. */
export async function findSettings(db: Db) {
  const row = await db.agency.findFirst({
    select: { ...agencyColumns, ...policyColumns, version: true, policiesVersion: true },
  });
  const { version, policiesVersion, ...saved } = row ?? {
    ...firstAgency,
    ...firstPolicies,
    version: 0,
    policiesVersion: 0,
  };
  const { name, helpLine, senderName, replyTo, timeZone, locale, accent, ...policies } = saved;
  return {
    agency: { version, saved: { name, helpLine, senderName, replyTo, timeZone, locale, accent } },
    policies: { version: policiesVersion, saved: policies },
  };
}

export type Settings = Awaited<ReturnType<typeof findSettings>>;

const pageSize = 30;

/**
 * Who changed which settings when, newest first, 30 savings a page; `next` leads on from the last one, null at the end. Empty
 * for whoever is no admin. One statement.
 */
export async function listSettingChanges(
  viewer: Viewer,
  { after, now }: { after: PagePlace | null; now: Temporal.Instant },
) {
  if (!canChangeSettings(viewer)) return { savings: [], next: null };
  const rows = await pagesDb().settingChange.findMany({
    // Each event has one change that is its first.
    where: { position: 1, ...(after ? olderThan(after) : {}) },
    orderBy: [{ at: "desc" }, { eventId: "desc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
    select: {
      eventId: true,
      at: true,
      event: {
        select: {
          actor: { select: { name: true } },
          changes: {
            orderBy: { position: "asc" },
            select: { code: true, before: true, after: true },
          },
        },
      },
    },
  });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    savings: rows.slice(0, pageSize).map(({ eventId, at, event }) => ({
      id: eventId,
      by: event.actor?.name ?? null,
      at: stamp(instantOf(at), viewer.timeZone, now),
      changes: event.changes,
    })),
    next: last ? pagePlaceText({ at: instantOf(last.at), id: last.eventId }) : null,
  };
}

function olderThan({ at, id }: PagePlace): Prisma.SettingChangeWhereInput {
  return { OR: [{ at: { lt: dateOf(at) } }, { at: dateOf(at), eventId: { lt: id } }] };
}

export type Savings = Awaited<ReturnType<typeof listSettingChanges>>["savings"];
