import { fromBank, notReviewed, type SeedCandidate } from "../candidate.ts";

export const luis: SeedCandidate = {
  key: "luis",
  name: "Luís Ferreira",
  email: "luis@example.org",
  timeZone: "Europe/Lisbon",
  counselor: "ines",
  shows: "a mock interview in an hour",
  invitedWorkingDay: -18,
  applications: [
    {
      employer: "portway",
      jobTitle: "Customer support specialist",
      roleFamily: "customer_service",
      source: "own",
      loggedWorkingDay: -11,
      interviews: [
        {
          when: { workingDay: -8, at: "10:00" },
          format: "video",
          outcome: "rejected",
          outcomeReason: "none_given",
          heard: { workingDay: -6, at: "18:00" },
          postMortem: {
            startedMinutesAfter: 90,
            tookMinutes: 3,
            answers: {
              mood: "low",
              outcome: "waiting",
              "question.1": fromBank("service-angry-customer", "rough"),
              "question.2": fromBank("service-say-no", "okay"),
              "question.3": fromBank("tell-me-about-yourself", "rough"),
              signals: ["tech_problem", "cut_me_off"],
              surprise: "My picture froze twice, and each time I started the answer from the beginning.",
              cause_primary: "RAMBLED",
              cause_contributing: ["APPEARANCE"],
              "rating.evidence": "getting_there",
              "rating.structure": "starting",
              "rating.preparation": "ready",
              "rating.composure": "not_sure",
              "rating.appearance": "starting",
              "rating.disposition": "ready",
              worked_well: "The two of them laughed at the story about the parcel in the tree.",
              promise_if: "I notice that I have talked for more than a minute",
              promise_then: "finish the sentence, say the result, and ask whether they want more detail",
              sharing: "my_counselor",
            },
            counselorOpinion: { primary: "RAMBLED", contributing: ["NO_EXAMPLES"] },
            reviewed: { workingDay: -8, at: "17:00" },
            notes: [
              {
                body: "The angry customer is a good story, it only starts three minutes before it gets good. Begin at “he was shouting at the counter”. Let us practise it with a clock.",
                when: { workingDay: -8, at: "17:10" },
                seen: { workingDay: -7, at: "08:30" },
                replies: [
                  {
                    by: "candidate",
                    body: "Ha, true. I have booked a mock.",
                    when: { workingDay: -7, at: "08:45" },
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
      employer: "cobalt",
      jobTitle: "Client support associate",
      roleFamily: "customer_service",
      source: "own",
      loggedWorkingDay: -4,
      interviews: [
        {
          when: { workingDay: -1, at: "09:30" },
          format: "phone",
          outcome: "waiting",
          postMortem: {
            startedMinutesAfter: 20,
            tookMinutes: null,
            enoughMinutes: 2,
            answers: {
              mood: "very_low",
              outcome: "waiting",
              keep_line:
                "The second one asked twice what I would do on a bad day, and I liked that question.",
              sharing: "my_counselor",
            },
            ...notReviewed,
          },
        },
      ],
    },
  ],
  mocks: [
    {
      kind: "mock",
      when: { inMinutes: 60 },
      bookedBy: "candidate",
      bookedWorkingDay: -7,
      focus: "The angry customer, in ninety seconds",
    },
  ],
};
