import { newId } from "#lib/infra/hash.ts";
import type {
  AddSessionInput,
  ChangeSessionInput,
  CreateWorkshopInput,
} from "#lib/workshops/schema/workshops.ts";
import {
  addSessionSchema,
  changeSessionSchema,
  createWorkshopSchema,
} from "#lib/workshops/schema/workshops.ts";
import { makePerson } from "../../prisma/seed/factories.ts";
import { db, stageSession } from "./staged.ts";

const shared = {
  kind: "workshop",
  title: "Two stories that carry an interview",
  about: "Bring one thing that you are proud of.",
  causes: ["NO_EXAMPLES"],
  isOpen: "candidates",
  elsewhereLink: "",
  materials: "Worksheet https://example.org/stories",
};
/** As the staged session is: a Thursday, 15:00 to 16:30 in New York, with ten seats. */
const session = {
  date: "2026-12-10",
  startTime: "15:00",
  startTurn: "",
  endDate: "",
  endTime: "16:30",
  endTurn: "",
  timeZone: "America/New_York",
  area: "Our office",
  place: "12 Harbour Street, second floor",
  facilitator: "Ana Torres",
  capacity: "10",
  opensDate: "",
  opensTime: "",
  closesDate: "",
  closesTime: "",
};

/** The form of a new workshop, published at once unless `facts` says otherwise. */
export function createInput(facts: Record<string, unknown> = {}): CreateWorkshopInput {
  const form = { key: newId(), next: "publish", held: "here", ...shared, ...session, ...facts };
  return createWorkshopSchema.parse(form);
}
export function addInput(workshop: string, facts: Record<string, unknown> = {}): AddSessionInput {
  return addSessionSchema.parse({ key: newId(), workshop, ...session, ...facts });
}
export function changeInput(
  { id, version }: { id: string; version: number },
  facts: Record<string, unknown> = {},
): ChangeSessionInput {
  return changeSessionSchema.parse({
    key: newId(),
    session: id,
    version: String(version),
    tooMany: "",
    ...session,
    ...facts,
  });
}
/** What all its sessions share, as the form that changes a workshop holds it. */
export function changeWorkshopInput(workshop: string, facts: Record<string, unknown> = {}) {
  const { causes, ...rest } = shared;
  return {
    key: newId(),
    workshop,
    version: 0,
    ...rest,
    kind: "workshop" as const,
    causes: causes as ["NO_EXAMPLES"],
    isOpen: false,
    elsewhereLink: null,
    ...facts,
  };
}

/** The staged session beside an admin. */
export async function stageAdmin(...asked: Parameters<typeof stageSession>) {
  return { ...(await stageSession(...asked)), admin: await makePerson(db(), { role: "admin" }) };
}

/** Mails about one session, by kind, with who gets them as places in `people`. */
export async function mailsAbout(sessionId: string, people: readonly { id: string }[]) {
  const rows = await db().mail.findMany({ where: { event: { subjectId: sessionId } } });
  const kinds: Record<string, number[]> = {};
  for (const { kind, recipientId } of rows)
    (kinds[kind] ??= []).push(people.findIndex(({ id }) => id === recipientId));
  return Object.fromEntries(Object.entries(kinds).map(([kind, at]) => [kind, at.toSorted((a, b) => a - b)]));
}
