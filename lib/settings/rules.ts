import { accentFrom, localeFrom } from "#lib/core/house.ts";
import type { HouseStyle } from "#lib/core/house.ts";
import type { QuietHours } from "#lib/core/quiet-hours.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { agencyLabels, policyLabels, quietHoursMost } from "#lib/settings/words.ts";

/** The rules of the agency, passed into whatever decides by them. Hours, days and months as named. */
export type Policies = {
  /** Elapsed; what new availability begins with, and the least for candidates. */
  readonly noticeHours: number;
  /** Until how long before its start a candidate moves and cancels a session freely. */
  readonly freeHours: number;
  /** Sessions that a candidate may have booked at once. */
  readonly openLimit: number;
  /** From the outcome's becoming a no or no reply until feedback may be asked for. */
  readonly feedbackDays: number;
  readonly quiet: QuietHours;
  /** Stored only: retention is carried out by a later version. */
  readonly retentionMonths: number;
  readonly staffSecondFactor: boolean;
};

/** The policies as their row and their form have them: quiet hours as `HH:MM`. */
export type PolicyState = Omit<Policies, "quiet"> & {
  readonly quietFrom: string;
  readonly quietUntil: string;
};

/** What product.md says, until an admin says otherwise. */
export const firstPolicies: PolicyState = {
  noticeHours: 12,
  freeHours: 12,
  openLimit: 2,
  feedbackDays: 7,
  quietFrom: "21:00",
  quietUntil: "08:00",
  retentionMonths: 24,
  staffSecondFactor: false,
};

export function policiesFrom({ quietFrom, quietUntil, ...rest }: PolicyState): Policies {
  const quiet = { from: Temporal.PlainTime.from(quietFrom), until: Temporal.PlainTime.from(quietUntil) };
  return { ...rest, quiet };
}

/** What an admin can change about the agency, as the row has it. */
export type AgencyState = Readonly<Record<keyof typeof agencyLabels, string>>;

/** An installation that nobody has set up yet goes by the name of the software. */
export const firstAgency: AgencyState = {
  name: "Debrief",
  helpLine: "",
  senderName: "",
  replyTo: "",
  timeZone: "UTC",
  locale: "en-GB",
  accent: "harbour",
};

export function styleFrom({ locale, accent }: Pick<AgencyState, "locale" | "accent">): HouseStyle {
  return { locale: localeFrom(locale), accent: accentFrom(accent) };
}

/** One setting with what stood there before and after, as text. */
export type SettingChange = { readonly code: string; readonly before: string; readonly after: string };

type Value = string | number | boolean;

/** Everything in which two states differ, in the order of the form; codes begin with `prefix`. */
export function changesBetween<Field extends string>(
  prefix: string,
  fields: readonly Field[],
  before: Readonly<Record<Field, Value>>,
  after: Readonly<Record<Field, Value>>,
): SettingChange[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      code: `${prefix}.${field}`,
      before: settingText(before[field]),
      after: settingText(after[field]),
    }));
}

/** A value as the history keeps it. */
export function settingText(value: Value): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return String(value);
}

const agencyFields = Object.keys(agencyLabels) as (keyof typeof agencyLabels)[];
const policyFields = Object.keys(policyLabels) as (keyof typeof policyLabels)[];

type Versions = { readonly newest: number; readonly madeFrom: number };

/** May the agency be changed to this? `stale` if it changed since the form was shown, `unchanged` if nothing differs. */
export function decideAgency(
  { newest, madeFrom }: Versions,
  saved: AgencyState,
  asked: AgencyState,
): Result<SettingChange[], "stale" | "unchanged"> {
  if (newest !== madeFrom) return refuse("stale");
  const changes = changesBetween("agency", agencyFields, saved, asked);
  return changes.length === 0 ? refuse("unchanged") : ok(changes);
}

/** The same of the policies; `no_quiet` for hours of no length, `quiet_too_long` for more than sixteen. */
export function decidePolicies(
  { newest, madeFrom }: Versions,
  saved: PolicyState,
  asked: PolicyState,
): Result<SettingChange[], "stale" | "unchanged" | "no_quiet" | "quiet_too_long"> {
  const minutes = quietMinutes(asked);
  if (minutes === 0) return refuse("no_quiet");
  if (minutes > quietHoursMost * 60) return refuse("quiet_too_long");
  if (newest !== madeFrom) return refuse("stale");
  const changes = changesBetween("policies", policyFields, saved, asked);
  return changes.length === 0 ? refuse("unchanged") : ok(changes);
}

/** Wall minutes from the beginning of quiet hours to their end, over midnight where that is earlier. */
export function quietMinutes({
  quietFrom,
  quietUntil,
}: Pick<PolicyState, "quietFrom" | "quietUntil">): number {
  const [from, until] = [Temporal.PlainTime.from(quietFrom), Temporal.PlainTime.from(quietUntil)];
  return (from.until(until).total("minutes") + 1440) % 1440;
}
