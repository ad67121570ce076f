"use server";

import { bookMock, cancelMock, moveMock } from "#lib/mocks/commands/booking.ts";
import {
  correctInformationalInterview,
  logInformationalInterview,
} from "#lib/mocks/commands/informational.ts";
import { setWeeklyHours } from "#lib/mocks/commands/hours.ts";
import {
  bookMockSchema,
  cancelMockSchema,
  correctInformationalInterviewSchema,
  logInformationalInterviewSchema,
  moveMockSchema,
  weeklyHoursSchema,
} from "#lib/mocks/schema.ts";
import { informationalWords, mockWords, mockWordsFor } from "#lib/mocks/words.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { formAction } from "#lib/web/write.ts";

/** With the figures of the policies that refused. */
const wordsNow = async () => mockWordsFor((await getAgency()).policies);

export const bookMockAction = formAction({
  as: "bookMockAction",
  schema: bookMockSchema,
  run: bookMock,
  words: wordsNow,
  done: ({ id }) => `/practice/mocks/${id}?done=booked`,
});

export const moveMockAction = formAction({
  as: "moveMockAction",
  schema: moveMockSchema,
  run: moveMock,
  words: wordsNow,
  done: ({ id }) => `/practice/mocks/${id}?done=moved`,
});

export const cancelMockAction = formAction({
  as: "cancelMockAction",
  schema: cancelMockSchema,
  run: cancelMock,
  words: wordsNow,
  done: ({ id }) => `/practice/mocks/${id}?done=cancelled`,
});

export const bookForCandidateAction = formAction({
  as: "bookForCandidateAction",
  schema: bookMockSchema,
  run: bookMock,
  words: wordsNow,
  done: ({ id }) => `/calendar/mocks/${id}?done=booked`,
});

export const moveForCandidateAction = formAction({
  as: "moveForCandidateAction",
  schema: moveMockSchema,
  run: moveMock,
  words: wordsNow,
  done: ({ id }) => `/calendar/mocks/${id}?done=moved`,
});

export const cancelForCandidateAction = formAction({
  as: "cancelForCandidateAction",
  schema: cancelMockSchema,
  run: cancelMock,
  words: wordsNow,
  done: ({ id }) => `/calendar/mocks/${id}?done=cancelled`,
});

export const setWeeklyHoursAction = formAction({
  as: "setWeeklyHoursAction",
  schema: weeklyHoursSchema,
  run: setWeeklyHours,
  words: mockWords,
  done: () => "/calendar/hours?done=hours",
});

export const logInformationalInterviewAction = formAction({
  as: "logInformationalInterviewAction",
  schema: logInformationalInterviewSchema,
  run: logInformationalInterview,
  words: informationalWords,
  done: (_logged, { session }) => `/practice/workshops/${session}/talks?done=logged`,
});

export const correctInformationalInterviewAction = formAction({
  as: "correctInformationalInterviewAction",
  schema: correctInformationalInterviewSchema,
  run: correctInformationalInterview,
  words: informationalWords,
  done: () => null,
});
