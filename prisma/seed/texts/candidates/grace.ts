import { fromBank, typed, type SeedCandidate } from "../candidate.ts";

export const grace: SeedCandidate = {
  key: "grace",
  name: "Grace Lindqvist",
  email: "grace@example.org",
  timeZone: "America/Chicago",
  counselor: "ana",
  shows: "reviewed, with a note from Ana that she has not opened yet",
  invitedWorkingDay: -20,
  applications: [
    {
      employer: "larkfield",
      jobTitle: "Patient services representative",
      roleFamily: "healthcare",
      source: "agency",
      loggedWorkingDay: -10,
      interviews: [
        {
          when: { workingDay: -4, at: "09:30" },
          format: "on_site",
          outcome: "rejected",
          outcomeReason: "stronger_candidate",
          heard: { workingDay: -4, at: "17:30" },
          postMortem: {
            startedMinutesAfter: 1_320,
            tookMinutes: 6,
            answers: {
              mood: "low",
              outcome: "rejected",
              outcome_reason: "stronger_candidate",
              "question.1": fromBank("gap", "rough"),
              "question.2": fromBank("care-family", "okay"),
              "question.3": fromBank("difficult-person", "okay"),
              "question.4": typed(
                "You were away from work for two years. Are you ready for full days?",
                "blank",
              ),
              signals: ["cut_me_off", "surprise"],
              surprise: "She knew the dates of my old jobs better than I did.",
              cause_primary: "HISTORY",
              cause_contributing: ["RAMBLED"],
              feedback_words:
                "You were warm and I believed every word. The other person had done this exact job for six years, and we need somebody on the floor on Monday.",
              feedback_from: "Joyce, who runs the ward",
              promise_if: "they ask about my gap or why I left",
              promise_then: "say my three true sentences and then come back to this job",
              sharing: "my_counselor",
            },
            counselorOpinion: { primary: "HISTORY", contributing: ["NO_EXAMPLES"] },
            reviewed: { workingDay: -3, at: "14:00" },
            notes: [
              {
                body: "Two years of looking after your father is not a hole in a life, and it need not be one in an interview. Three sentences: what happened, what you learned to do, that it is settled now. Yours can be about the night you organised three carers in an hour. I would hire that person.\n\nTry them on me: a mock with just this question, twenty minutes, as often as you like.",
                when: { workingDay: -3, at: "14:20" },
                seen: null,
                replies: [],
              },
            ],
            steps: ["done", "open"],
            internalNotes: [
              {
                body: "Larkfield would see her again in spring. Do not bring it up before she has her three sentences.",
                when: { workingDay: -3, at: "14:25" },
              },
            ],
          },
        },
      ],
    },
  ],
  mocks: [],
};
