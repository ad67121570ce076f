import { z } from "zod";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { CauseCode, WorkshopKind } from "#lib/infra/prisma/enums.ts";
import { line, paragraphs } from "#lib/infra/text-schema.ts";
import { isKnownZone } from "#lib/core/time.ts";
import { isWebLink, readMaterials } from "#lib/workshops/rules/materials.ts";
import { workshopLimits as limits, workshopWords as words } from "#lib/workshops/words/staff.ts";

const id = z.uuid().toLowerCase();
const date = z.iso.date(words.dateNeeded).transform((text) => Temporal.PlainDate.from(text));
const time = z.iso
  .time({ precision: -1, error: words.timeNeeded })
  .transform((text) => Temporal.PlainTime.from(text));

/** An empty field of the form as null. */
function orNone<Shape extends z.ZodType>(shape: Shape) {
  return z
    .union([z.literal("").transform(() => null), shape])
    .optional()
    .transform((value) => value ?? null);
}

const turn = orNone(z.enum(["earlier", "later"], words.turnNeeded));

const webLink = line(limits.link)
  .refine((text) => text === "" || isWebLink(text), words.linkNeeded)
  .optional()
  .transform((text) => text || null);

const materials = paragraphs(limits.materials).superRefine((text, context) => {
  const read = readMaterials(text);
  if (!read.ok) context.addIssue({ code: "custom", message: words.materialLine(read.line) });
});

/** What all sessions of a workshop share. */
const shared = {
  kind: z.enum(WorkshopKind, words.kindNeeded),
  title: line(limits.title).min(1, words.titleNeeded),
  about: paragraphs(limits.about).min(1, words.aboutNeeded),
  causes: z
    .array(z.enum(CauseCode))
    .default([])
    .transform((codes) => [...new Set(codes)]),
  isOpen: z.enum(["candidates", "everybody"]).transform((who) => who === "everybody"),
  elsewhereLink: webLink,
  materials,
};

/** One session: date and times as wall time in the zone of the place. */
const session = {
  date,
  startTime: time,
  startTurn: turn,
  endDate: orNone(date),
  endTime: time,
  endTurn: turn,
  timeZone: line(64).refine(isKnownZone, words.zoneNeeded),
  area: line(limits.area).min(1, words.areaNeeded),
  place: line(limits.place).default(""),
  facilitator: line(limits.facilitator).min(1, words.facilitatorNeeded),
  capacity: line(10)
    .refine(isCapacity, words.capacityNeeded)
    .optional()
    .transform((text) => (text ? Number(text) : null)),
  opensDate: orNone(date),
  opensTime: orNone(time),
  closesDate: orNone(date),
  closesTime: orNone(time),
};

function isCapacity(text: string): boolean {
  if (text === "") return true;
  const seats = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return seats >= limits.leastSeats && seats <= limits.mostSeats;
}

export const createWorkshopSchema = z.strictObject({
  key: formKey,
  /** Which of the two buttons was pressed. */
  next: z.enum(["publish", "draft"]),
  held: z.enum(["here", "elsewhere"], words.heldNeeded),
  ...shared,
  ...session,
});
export type CreateWorkshopInput = z.output<typeof createWorkshopSchema>;

export const changeWorkshopSchema = z.strictObject({
  key: formKey,
  workshop: id,
  version: shownVersion,
  ...shared,
});
export type ChangeWorkshopInput = z.output<typeof changeWorkshopSchema>;

export const publishWorkshopSchema = z.strictObject({ key: formKey, workshop: id });
export type PublishWorkshopInput = z.output<typeof publishWorkshopSchema>;

const why = line(limits.why).min(1, words.whyNeeded);

export const cancelWorkshopSchema = z.strictObject({ key: formKey, workshop: id, why });
export type CancelWorkshopInput = z.output<typeof cancelWorkshopSchema>;

export const addSessionSchema = z.strictObject({ key: formKey, workshop: id, ...session });
export type AddSessionInput = z.output<typeof addSessionSchema>;

export const changeSessionSchema = z.strictObject({
  key: formKey,
  session: id,
  version: shownVersion,
  /** What happens to those who no longer fit, once it was asked. */
  tooMany: orNone(z.enum(["latest_wait"])),
  ...session,
});
export type ChangeSessionInput = z.output<typeof changeSessionSchema>;

export const cancelSessionSchema = z.strictObject({ key: formKey, session: id, why });
export type CancelSessionInput = z.output<typeof cancelSessionSchema>;

/** The times of a session as they are typed. */
export type SessionTyped = Omit<AddSessionInput, "key" | "workshop">;
