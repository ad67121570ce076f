import type { SeedCandidate } from "../candidate.ts";

export const nia: SeedCandidate = {
  key: "nia",
  name: "Nia Okafor",
  email: "nia@example.org",
  timeZone: "America/New_York",
  counselor: "ana",
  shows: "brand new: nothing logged yet",
  invitedWorkingDay: -1,
  applications: [],
  mocks: [],
};
