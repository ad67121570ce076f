import type { Instant } from "#lib/core/time.ts";
import type { ChangedField, WorkshopKind } from "#lib/infra/prisma/enums.ts";

/** What those with a seat know of a session. */
export type Announced = {
  kind: WorkshopKind;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  area: string;
  place: string;
  facilitator: string;
};

export type Change = { field: ChangedField; before: string; after: string };

/** What changed for those with a seat, as texts; empty where nothing did that they see. */
export function changesOf(before: Announced, after: Announced): Change[] {
  const [was, is] = [textsOf(before), textsOf(after)];
  return (Object.keys(was) as ChangedField[])
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, before: was[field], after: is[field] }));
}

/** Those who wait, or think over an offer, hear of another time; all else reaches them with their seat. */
export function concernsWaiting(changes: readonly Change[]): boolean {
  return changes.some(({ field }) => field === "time");
}

/** A session's time as one text of two instants, and back. */
export function timeText({ startsAt, endsAt }: Pick<Announced, "startsAt" | "endsAt">): string {
  return `${startsAt.toString()}/${endsAt.toString()}`;
}

export function timeOfText(text: string): Pick<Announced, "startsAt" | "endsAt"> {
  const [start = "", end = ""] = text.split("/");
  return { startsAt: Temporal.Instant.from(start), endsAt: Temporal.Instant.from(end) };
}

function textsOf(session: Announced): Record<ChangedField, string> {
  const { kind, title, timeZone, area, place, facilitator } = session;
  return { kind, title, time: timeText(session), time_zone: timeZone, area, place, facilitator };
}
