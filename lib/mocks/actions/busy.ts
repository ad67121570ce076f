"use server";

import { addBusyAddress, addBusyFile, removeBusyCalendar } from "#lib/mocks/commands/busy.ts";
import { readAgain } from "#lib/mocks/commands/busy-reading.ts";
import {
  addBusyAddressSchema,
  addBusyFileSchema,
  readBusyCalendarSchema,
  removeBusyCalendarSchema,
} from "#lib/mocks/schema/busy.ts";
import { busyWords } from "#lib/mocks/words/busy.ts";
import { formAction } from "#lib/web/write.ts";

export const addBusyFileAction = formAction({
  as: "addBusyFileAction",
  schema: addBusyFileSchema,
  run: addBusyFile,
  words: busyWords,
  file: "file",
  done: () => "/calendar/busy?done=added",
});

export const addBusyAddressAction = formAction({
  as: "addBusyAddressAction",
  schema: addBusyAddressSchema,
  run: (actor, input, now) => addBusyAddress(actor, input, now),
  words: busyWords,
  secrets: ["address"],
  done: () => "/calendar/busy?done=added",
});

export const readBusyCalendarAction = formAction({
  as: "readBusyCalendarAction",
  schema: readBusyCalendarSchema,
  run: (actor, input, now) => readAgain(actor, input, now),
  words: busyWords,
  done: () => "/calendar/busy?done=read",
});

export const removeBusyCalendarAction = formAction({
  as: "removeBusyCalendarAction",
  schema: removeBusyCalendarSchema,
  run: removeBusyCalendar,
  words: busyWords,
  done: () => "/calendar/busy?done=removed",
});
