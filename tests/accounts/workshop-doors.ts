import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";

import { ahead } from "./things.ts";
import type { Stage } from "./things.ts";

const staff = ["assigned", "otherCounselor", "admin"] as const;

/** What the forms of a workshop hold, beside what they are about. */
const shared = {
  kind: "workshop",
  title: "Two stories",
  about: "Bring one thing that you are proud of.",
  causes: ["NO_EXAMPLES"],
  isOpen: "candidates",
  elsewhereLink: "",
  materials: "",
};
const session = {
  date: "2040-05-07",
  startTime: "14:00",
  startTurn: "",
  endDate: "",
  endTime: "15:30",
  endTurn: "",
  timeZone: "Asia/Kathmandu",
  area: "Our office",
  place: "Room 2",
  facilitator: "Ana Torres",
  capacity: "10",
  opensDate: "",
  opensTime: "",
  closesDate: "",
  closesTime: "",
};

export function workshopSession(stage: Stage, workshop: Partial<Prisma.WorkshopUncheckedCreateInput> = {}) {
  const about = { createdById: stage.cast.admin.id, startsAt: ahead(stage, 0) };
  return makeWorkshopSession(stage.db, about, {}, workshop);
}
const asWorkshop =
  (facts: Partial<Prisma.WorkshopUncheckedCreateInput> = {}) =>
  async (stage: Stage) => ({ workshop: (await workshopSession(stage, facts)).workshopId });
const asSession = async (stage: Stage) => ({ session: (await workshopSession(stage)).id });

/** Starts in half an hour: people come in. */
async function sessionAtTheDoor({ db, now, cast }: Stage) {
  return makeWorkshopSession(db, { createdById: cast.admin.id, startsAt: now.add({ minutes: 30 }) });
}
const asDoor = async (stage: Stage) => ({ session: (await sessionAtTheDoor(stage)).id });
async function asSeatAtTheDoor(stage: Stage) {
  const { id: sessionId } = await sessionAtTheDoor(stage);
  const whose = { sessionId, personId: stage.cast.owner.id, at: stage.now };
  return { seat: (await makeSeat(stage.db, whose, { takenAt: dateOf(stage.now) })).id };
}

/** A fair that is on, where the owner has a seat. */
export async function fair({ db, now, cast }: Stage) {
  const about = { createdById: cast.admin.id, startsAt: now.subtract({ minutes: 30 }) };
  const { id: sessionId } = await makeWorkshopSession(db, about, {}, { kind: "job_fair" });
  await makeSeat(db, { sessionId, personId: cast.owner.id, at: now.subtract({ hours: 48 }) });
  return { id: sessionId };
}
async function asInformational(stage: Stage) {
  const at = dateOf(stage.now);
  const row = {
    id: newId(),
    candidateId: stage.cast.owner.id,
    sessionId: (await fair(stage)).id,
    heldOn: at,
    whom: "Ida of Harbour Freight",
    loggedAt: at,
    loggedById: stage.cast.owner.id,
  };
  return { informational: (await stage.db.informationalInterview.create({ data: row })).id };
}

/** One row an action of workshops: only staff come near, and only admins change one. */
export const workshopRows = {
  logInformationalInterviewAction: {
    thing: async (stage: Stage) => ({ session: (await fair(stage)).id }),
    form: () => ({ whom: "Ida of Harbour Freight", learned: "", askNext: "" }),
    may: ["owner"],
  },
  correctInformationalInterviewAction: {
    thing: asInformational,
    form: () => ({ version: "0", whom: "Ida Berg", learned: "", askNext: "" }),
    may: ["owner"],
  },
  createWorkshopAction: {
    form: () => ({ ...shared, ...session, held: "here", next: "publish" }),
    may: ["admin"],
  },
  changeWorkshopAction: {
    thing: asWorkshop(),
    form: () => ({ ...shared, version: "0" }),
    may: ["admin"],
  },
  publishWorkshopAction: { thing: asWorkshop({ publishedAt: null, publishedById: null }), may: ["admin"] },
  cancelWorkshopAction: { thing: asWorkshop(), form: () => ({ why: "The room is gone." }), may: ["admin"] },
  addSessionAction: { thing: asWorkshop(), form: () => session, may: ["admin"] },
  changeSessionAction: {
    thing: asSession,
    form: () => ({ ...session, version: "0", tooMany: "" }),
    may: ["admin"],
  },
  cancelSessionAction: {
    thing: asSession,
    form: () => ({ why: "The room is gone." }),
    may: ["admin"],
  },
  markAttendanceAction: {
    thing: asSeatAtTheDoor,
    form: () => ({ was: "none", attendance: "attended" }),
    may: staff,
  },
  letInAction: { thing: asDoor, form: () => ({ name: "Nia Okafor" }), may: staff },
  placeSomebodyAction: {
    thing: async (stage: Stage) => ({ ...(await asSession(stage)), candidate: stage.cast.owner.id }),
    form: () => ({ reason: "She asked on the phone." }),
    may: ["assigned", "admin"],
  },
} as const;
