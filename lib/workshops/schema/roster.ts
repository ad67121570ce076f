import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";
import { workshopLimits } from "#lib/workshops/words/staff.ts";

const id = z.uuid().toLowerCase();
/** `none`: nobody has set it, or it is undone. */
const mark = z.enum(["attended", "absent", "excused", "none"]);

export const markAttendanceSchema = z.strictObject({
  key: formKey,
  seat: id,
  /** What the roster showed when it was tapped. */
  was: mark,
  attendance: mark,
});
export type MarkAttendanceInput = z.output<typeof markAttendanceSchema>;

export const letInSchema = z.strictObject({
  key: formKey,
  session: id,
  /** A candidate of the portal; empty for somebody who is just a name. */
  candidate: z
    .union([id, z.literal("")])
    .optional()
    .transform((value) => value || null),
  name: line(workshopLimits.walkInName)
    .optional()
    .transform((value) => value || null),
});
export type LetInInput = z.output<typeof letInSchema>;
