import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";
import { MockAttendance } from "#lib/infra/prisma/enums.ts";

export const setAttendanceSchema = z.strictObject({
  key: formKey,
  mock: z.uuid().toLowerCase(),
  /** What the page showed; empty: nobody had set it. */
  shown: z.union([z.literal(""), z.enum(MockAttendance)]).transform((value) => (value === "" ? null : value)),
  /** The press; `undo` takes back what stands there. */
  attendance: z.enum([...Object.values(MockAttendance), "undo"]),
});
export type SetAttendanceInput = z.output<typeof setAttendanceSchema>;
