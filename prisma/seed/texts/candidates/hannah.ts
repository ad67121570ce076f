import { fromBank, type SeedCandidate } from "../candidate.ts";

export const hannah: SeedCandidate = {
  key: "hannah",
  name: "Hannah Weiss",
  email: "hannah@example.org",
  timeZone: "America/New_York",
  counselor: "marcus",
  shows: "an interview tomorrow, with a promise to try",
  invitedWorkingDay: -26,
  applications: [
    {
      employer: "cobalt",
      jobTitle: "Support engineer",
      roleFamily: "tech",
      source: "own",
      loggedWorkingDay: -21,
      interviews: [
        {
          when: { workingDay: -14, at: "09:00" },
          format: "phone",
          outcome: "rejected",
          outcomeReason: "role_stopped",
          heard: { workingDay: -13, at: "14:25" },
          postMortem: {
            startedMinutesAfter: 30,
            tookMinutes: 2,
            answers: {
              mood: "unsure",
              outcome: "waiting",
              "question.1": fromBank("tech-outage", "okay"),
              "question.2": fromBank("why-you", "rough"),
              signals: ["asked_nothing"],
              cause_primary: "NO_EXAMPLES",
              promise_if: "they ask how I work",
              promise_then: "start with “for example, last year” and tell one situation to its end",
              sharing: "my_counselor",
            },
            counselorOpinion: { primary: "OUTSIDE", contributing: ["NO_EXAMPLES"] },
            reviewed: { workingDay: -12, at: "10:00" },
            notes: [
              {
                body: "They have stopped the role, so this one was decided upstairs. The outage you describe is a fine example already: it only wants the number at the end. How long was it down, and how many people noticed?",
                when: { workingDay: -12, at: "10:10" },
                seen: { workingDay: -12, at: "13:00" },
                replies: [
                  {
                    by: "candidate",
                    body: "Forty minutes, about 300 people. I had never counted.",
                    when: { workingDay: -11, at: "09:05" },
                  },
                ],
              },
            ],
            internalNotes: [],
          },
        },
      ],
    },
    {
      employer: "kestrel",
      jobTitle: "Systems support analyst",
      roleFamily: "tech",
      source: "agency",
      loggedWorkingDay: -5,
      interviews: [{ when: { workingDay: 1, at: "14:00" }, format: "on_site", outcome: "waiting" }],
    },
  ],
  mocks: [
    {
      kind: "mock",
      when: { workingDay: -7, at: "13:00" },
      bookedBy: "candidate",
      bookedWorkingDay: -9,
      focus: "Examples with a number at the end",
    },
  ],
};
