import { fromBank, notReviewed, typed, type SeedCandidate } from "../candidate.ts";

export const maya: SeedCandidate = {
  key: "maya",
  name: "Maya Shrestha",
  email: "maya@example.org",
  timeZone: "Asia/Kathmandu",
  counselor: "ana",
  shows: "just rejected, her finished post-mortem waits for Ana; the next interview is in four working days",
  invitedWorkingDay: -24,
  applications: [
    {
      employer: "kestrel",
      jobTitle: "Dispatch coordinator",
      roleFamily: "logistics_warehouse",
      source: "agency",
      loggedWorkingDay: -9,
      interviews: [
        {
          when: { workingDay: -7, at: "10:00" },
          format: "phone",
          outcome: "next_round",
          heard: { workingDay: -6, at: "11:20" },
        },
        {
          when: { workingDay: -1, at: "10:00" },
          format: "video",
          outcome: "rejected",
          outcomeReason: "none_given",
          heard: { workingDay: -1, at: "17:10" },
          postMortem: {
            startedMinutesAfter: 35,
            tookMinutes: 4,
            answers: {
              mood: "low",
              outcome: "waiting",
              "question.1": fromBank("tell-me-about-yourself", "okay"),
              "question.2": fromBank("warehouse-urgent-load", "blank", "knew it"),
              "question.3": typed(
                "How would you tell a driver that his slot has moved by three hours?",
                "rough",
              ),
              "question.4": fromBank("warehouse-equipment", "strong"),
              signals: ["moved_on_fast", "asked_nothing", "surprise"],
              surprise:
                "There were three people on the call and nobody said who was who. When the second one asked about the urgent load I could see the whole answer and could not get it out.",
              cause_primary: "NERVES",
              cause_contributing: ["CLOSING"],
              "rating.evidence": "ready",
              "rating.structure": "getting_there",
              "rating.composure": "not_yet",
              "rating.disposition": "not_sure",
              feedback_wish: "remind_me",
              worked_well: "The forklift question: I had my three numbers ready.",
              promise_if: "my mind goes blank",
              promise_then:
                "say “let me think about that for a moment”, breathe out once, and start with one fact",
              sharing: "my_counselor",
            },
            ...notReviewed,
          },
        },
      ],
    },
    {
      employer: "portway",
      jobTitle: "Warehouse shift lead",
      roleFamily: "logistics_warehouse",
      source: "own",
      loggedWorkingDay: -3,
      interviews: [{ when: { workingDay: 4, at: "11:00" }, format: "video", outcome: "waiting" }],
    },
  ],
  mocks: [],
};
