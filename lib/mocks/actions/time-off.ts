"use server";

import { setDays, takeBackTimeOff, takeRestOfToday, takeUsualHours } from "#lib/mocks/commands/time-off.ts";
import {
  offTodaySchema,
  setDaysSchema,
  takeBackTimeOffSchema,
  usualHoursSchema,
} from "#lib/mocks/schema/time-off.ts";
import { timeOffWords } from "#lib/mocks/words/time-off.ts";
import { formAction } from "#lib/web/write.ts";

export const setDaysAction = formAction({
  as: "setDaysAction",
  schema: setDaysSchema,
  run: setDays,
  words: timeOffWords,
  done: () => "/calendar/off?done=off",
});

export const takeRestOfTodayAction = formAction({
  as: "takeRestOfTodayAction",
  schema: offTodaySchema,
  run: takeRestOfToday,
  words: timeOffWords,
  done: () => "/calendar?done=today",
});

export const takeBackTimeOffAction = formAction({
  as: "takeBackTimeOffAction",
  schema: takeBackTimeOffSchema,
  run: takeBackTimeOff,
  words: timeOffWords,
  done: () => "/calendar/off?done=back",
});

export const takeUsualHoursAction = formAction({
  as: "takeUsualHoursAction",
  schema: usualHoursSchema,
  run: takeUsualHours,
  words: timeOffWords,
  done: () => "/calendar/off?done=back",
});
