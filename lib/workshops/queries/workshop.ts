import { isAfter } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { canEditWorkshops } from "#lib/workshops/policy.ts";
import { materialsOf } from "#lib/workshops/rules/materials.ts";
import { listHelped } from "./helped.ts";
import { listed, listedSelect } from "./staff.ts";

/** A workshop with all its sessions, for staff; null for others, or where there is none. */
export async function getWorkshop(viewer: Viewer, id: string, now: Temporal.Instant) {
  if (!isStaff(viewer)) return null;
  const [found, causes] = await Promise.all([
    pagesDb().workshop.findUnique({
      where: { id },
      relationLoadStrategy: "join",
      select: {
        id: true,
        kind: true,
        title: true,
        about: true,
        causes: true,
        isOpen: true,
        elsewhereLink: true,
        materials: true,
        version: true,
        publishedAt: true,
        cancelledAt: true,
        cancelledWhy: true,
        createdBy: { select: { name: true } },
        sessions: {
          orderBy: [{ startsAt: "asc" }, { id: "asc" }],
          select: { ...listedSelect, cancelledWhy: true, version: true },
        },
      },
    }),
    listHelped(),
  ]);
  if (!found) return null;
  const { sessions, materials, publishedAt, cancelledAt, createdBy, ...workshop } = found;
  const shown = sessions.map((row) => ({
    ...listed(viewer, row, now),
    why: row.cancelledWhy,
    told: row.taken + row._count.waitlist,
    isAhead: isAfter(instantOf(row.startsAt), now),
  }));
  const ahead = shown.filter(({ phase, isAhead }) => phase !== "cancelled" && isAhead);
  return {
    ...workshop,
    materials: materialsOf(materials),
    causes: causes.filter(({ code }) => workshop.causes.includes(code)).map(({ name }) => name),
    createdBy: createdBy.name,
    state: stateOf(publishedAt, cancelledAt),
    sessions: shown,
    /** How many are told when all of it is cancelled: those of the sessions that have not started. */
    told: ahead.reduce((sum, { told }) => sum + told, 0),
    mayEdit: canEditWorkshops(viewer),
  };
}

export type ShownWorkshop = NonNullable<Awaited<ReturnType<typeof getWorkshop>>>;

function stateOf(publishedAt: Date | null, cancelledAt: Date | null): "draft" | "published" | "cancelled" {
  if (cancelledAt) return "cancelled";
  return publishedAt ? "published" : "draft";
}
