import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";
import { MockAttendance } from "#lib/infra/prisma/enums.ts";

export const setAttendanceSchema = z.strictObject({
  key: formKey,
  mock: z.uuid().toLowerCase(),
  /** The press; `undo` takes back what stands there. */
  attendance: z.enum([...Object.values(MockAttendance), "undo"]),
});
export type SetAttendanceInput = z.output<typeof setAttendanceSchema>;
