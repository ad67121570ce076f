"use server";

import { setAttendance } from "#lib/mocks/commands/attendance.ts";
import { setAttendanceSchema } from "#lib/mocks/schema/attendance.ts";
import { attendanceWords } from "#lib/mocks/words/attendance.ts";
import { formAction } from "#lib/web/write.ts";

const { not_started, cancelled, already } = attendanceWords;

export const setAttendanceAction = formAction({
  as: "setAttendanceAction",
  schema: setAttendanceSchema,
  run: setAttendance,
  words: { not_started, cancelled, already },
  done: ({ id }) => `/calendar/mocks/${id}?done=attendance`,
});
