"use server";

import { formAction } from "#lib/web/write.ts";
import { placeSomebody } from "#lib/workshops/commands/placing.ts";
import { letIn, markAttendance } from "#lib/workshops/commands/roster.ts";
import { letInSchema, markAttendanceSchema } from "#lib/workshops/schema/roster.ts";
import { placeSchema } from "#lib/workshops/schema/seats.ts";
import { seatWords } from "#lib/workshops/words/seats.ts";
import { workshopWords } from "#lib/workshops/words/staff.ts";

export const markAttendanceAction = formAction({
  as: "markAttendanceAction",
  schema: markAttendanceSchema,
  run: markAttendance,
  words: workshopWords,
  done: () => null,
});

export const letInAction = formAction({
  as: "letInAction",
  schema: letInSchema,
  run: letIn,
  words: workshopWords,
  at: { name_needed: "name" },
  done: ({ id }) => `/workshops/sessions/${id}?done=let_in`,
});

export const placeSomebodyAction = formAction({
  as: "placeSomebodyAction",
  schema: placeSchema,
  run: placeSomebody,
  words: seatWords,
  done: ({ id }) => `/workshops/sessions/${id}?done=placed`,
});
