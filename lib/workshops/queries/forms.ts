import { activeStaff } from "#lib/accounts/policy.ts";
import { dateIn, timeIn } from "#lib/core/time.ts";
import { stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { zonesWith } from "#lib/core/zone.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { canEditWorkshops } from "#lib/workshops/policy.ts";
import { daysToCopy, turnOf } from "#lib/workshops/rules/drafts.ts";
import { listHelped } from "./helped.ts";

const sharedSelect = {
  kind: true,
  title: true,
  about: true,
  causes: true,
  isOpen: true,
  elsewhereLink: true,
  materials: true,
  version: true,
} satisfies Prisma.WorkshopSelect;

const sessionSelect = {
  startsAt: true,
  endsAt: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  area: true,
  place: true,
  facilitator: true,
  capacity: true,
  version: true,
} satisfies Prisma.WorkshopSessionSelect;

type SharedRow = Prisma.WorkshopGetPayload<{ select: typeof sharedSelect }>;
type SessionRow = Prisma.WorkshopSessionGetPayload<{ select: typeof sessionSelect }>;

async function getChoices(viewer: Viewer) {
  const [causes, { timeZone }, staff] = await Promise.all([
    listHelped(),
    getAgency(),
    pagesDb().person.findMany({
      where: activeStaff,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { name: true },
    }),
  ]);
  return {
    causes,
    /** Who may lead it; anybody else may be typed. */
    facilitators: staff.map(({ name }) => name),
    zones: zonesWith(timeZone, viewer.timeZone),
    zone: timeZone,
  };
}

/**
 * What the form of a new workshop begins with: empty, or as a copy of `copyOf` with its next session on the same weekday at
 * the same time. Null for whoever is no admin, or where there is nothing to copy.
 */
export async function getNewWorkshop(viewer: Viewer, copyOf: string | null, now: Temporal.Instant) {
  if (!canEditWorkshops(viewer)) return null;
  const [choices, copied] = await Promise.all([
    getChoices(viewer),
    copyOf === null
      ? null
      : pagesDb().workshop.findUnique({
          where: { id: copyOf },
          relationLoadStrategy: "join",
          select: {
            ...sharedSelect,
            sessions: { orderBy: { startsAt: "desc" }, take: 1, select: sessionSelect },
          },
        }),
  ]);
  if (copyOf !== null && !copied) return null;
  const [session] = copied?.sessions ?? [];
  return {
    ...choices,
    title: copied?.title ?? null,
    shared: copied ? sharedFields(copied) : null,
    session: session
      ? sessionFields(session, daysToCopy(instantOf(session.startsAt), session.timeZone, now))
      : null,
  };
}

/** What the form that changes a workshop begins with. Null for whoever is no admin. */
export async function getWorkshopToChange(viewer: Viewer, id: string) {
  if (!canEditWorkshops(viewer)) return null;
  const [choices, row] = await Promise.all([
    getChoices(viewer),
    pagesDb().workshop.findUnique({ where: { id }, select: { id: true, ...sharedSelect } }),
  ]);
  return row && { ...choices, id: row.id, title: row.title, version: row.version, shared: sharedFields(row) };
}

/** What the form of one more session begins with: as the last one, a week later. Null for whoever is no admin. */
export async function getSessionToAdd(viewer: Viewer, workshopId: string, now: Temporal.Instant) {
  const found = await getNewWorkshop(viewer, workshopId, now);
  return found && { ...found, isElsewhere: (found.shared?.elsewhereLink ?? "") !== "" };
}

/** What the form that changes a session begins with. Null for whoever is no admin. */
export async function getSessionToChange(viewer: Viewer, id: string, now: Temporal.Instant) {
  if (!canEditWorkshops(viewer)) return null;
  const [choices, row] = await Promise.all([
    getChoices(viewer),
    pagesDb().workshopSession.findUnique({
      where: { id },
      relationLoadStrategy: "join",
      select: {
        id: true,
        ...sessionSelect,
        taken: true,
        held: true,
        cancelledAt: true,
        workshop: { select: { id: true, title: true, elsewhereLink: true } },
      },
    }),
  ]);
  return (
    row && {
      ...choices,
      id: row.id,
      workshop: row.workshop,
      when: stamp(instantOf(row.startsAt), row.timeZone, now),
      version: row.version,
      isElsewhere: row.workshop.elsewhereLink !== null,
      full: row.taken + row.held,
      session: sessionFields(row, 0),
    }
  );
}

/** Shared fields as the form has them. */
function sharedFields({ kind, title, about, causes, isOpen, elsewhereLink, materials }: SharedRow) {
  const who = isOpen ? ("everybody" as const) : ("candidates" as const);
  return { kind, title, about, causes, isOpen: who, elsewhereLink: elsewhereLink ?? "", materials };
}
export type SharedFields = ReturnType<typeof sharedFields>;

/** A session's fields as the form has them, its dates later by `days`: wall time in the zone of the place. */
function sessionFields(row: SessionRow, days: number) {
  const { timeZone, area, place, facilitator, capacity } = row;
  const edge = (date: Date | null) => {
    const instant = instantOrNull(date);
    if (!instant) return { date: "", time: "" };
    const time = timeIn(instant, timeZone).toString({ smallestUnit: "minute" });
    return { date: dateIn(instant, timeZone).add({ days }).toString(), time };
  };
  const [start, end] = [edge(row.startsAt), edge(row.endsAt)];
  const [opens, closes] = [edge(row.opensAt), edge(row.closesAt)];
  const turn = (date: Date) => (days === 0 ? (turnOf(instantOf(date), timeZone) ?? "") : "");
  return {
    date: start.date,
    startTime: start.time,
    startTurn: turn(row.startsAt),
    endDate: end.date === start.date ? "" : end.date,
    endTime: end.time,
    endTurn: turn(row.endsAt),
    timeZone,
    area,
    place,
    facilitator,
    capacity: capacity === null ? "" : String(capacity),
    opensDate: opens.date,
    opensTime: opens.time,
    closesDate: closes.date,
    closesTime: closes.time,
  };
}
export type SessionFields = ReturnType<typeof sessionFields>;
