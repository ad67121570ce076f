"use server";

import { formAction } from "#lib/web/write.ts";
import { cancelSession, cancelWorkshop } from "#lib/workshops/commands/cancelling.ts";
import { addSession, changeSession } from "#lib/workshops/commands/sessions.ts";
import { changeWorkshop, createWorkshop, publishWorkshop } from "#lib/workshops/commands/workshops.ts";
import {
  addSessionSchema,
  cancelSessionSchema,
  cancelWorkshopSchema,
  changeSessionSchema,
  changeWorkshopSchema,
  createWorkshopSchema,
  publishWorkshopSchema,
} from "#lib/workshops/schema/workshops.ts";
import { fieldsOfRefusals } from "#lib/workshops/words/fields.ts";
import { workshopWords } from "#lib/workshops/words/staff.ts";

export const createWorkshopAction = formAction({
  as: "createWorkshopAction",
  schema: createWorkshopSchema,
  run: createWorkshop,
  words: workshopWords,
  at: fieldsOfRefusals,
  done: ({ id }, { next }) => `/workshops/${id}?done=${next === "publish" ? "published" : "draft"}`,
});

export const changeWorkshopAction = formAction({
  as: "changeWorkshopAction",
  schema: changeWorkshopSchema,
  run: changeWorkshop,
  words: workshopWords,
  at: { link_needed: "elsewhereLink" },
  done: ({ id }) => `/workshops/${id}?done=changed`,
});

export const publishWorkshopAction = formAction({
  as: "publishWorkshopAction",
  schema: publishWorkshopSchema,
  run: publishWorkshop,
  words: workshopWords,
  done: ({ id }) => `/workshops/${id}?done=published`,
});

export const cancelWorkshopAction = formAction({
  as: "cancelWorkshopAction",
  schema: cancelWorkshopSchema,
  run: cancelWorkshop,
  words: workshopWords,
  done: ({ id }) => `/workshops/${id}?done=cancelled`,
});

export const addSessionAction = formAction({
  as: "addSessionAction",
  schema: addSessionSchema,
  run: addSession,
  words: workshopWords,
  at: fieldsOfRefusals,
  done: (_added, { workshop }) => `/workshops/${workshop}?done=added`,
});

export const changeSessionAction = formAction({
  as: "changeSessionAction",
  schema: changeSessionSchema,
  run: changeSession,
  words: workshopWords,
  at: { ...fieldsOfRefusals, seats_taken: "tooMany" },
  done: ({ id }) => `/workshops/sessions/${id}?done=changed`,
});

export const cancelSessionAction = formAction({
  as: "cancelSessionAction",
  schema: cancelSessionSchema,
  run: cancelSession,
  words: workshopWords,
  done: ({ id }) => `/workshops/sessions/${id}?done=cancelled`,
});
