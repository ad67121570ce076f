import type { SeedCandidate } from "../candidate.ts";

export const daniel: SeedCandidate = {
  key: "daniel",
  name: "Daniel Reyes",
  email: "daniel@example.org",
  timeZone: "America/New_York",
  counselor: "ana",
  shows: "out of an interview just now, no post-mortem yet",
  invitedWorkingDay: -15,
  applications: [
    {
      employer: "brightdale",
      jobTitle: "Claims support agent",
      roleFamily: "customer_service",
      source: "agency",
      loggedWorkingDay: -6,
      interviews: [{ when: { inMinutes: -115 }, format: "on_site", outcome: "waiting" }],
    },
  ],
  mocks: [],
};
