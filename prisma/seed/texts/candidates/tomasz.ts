import { fromBank, notReviewed, typed, type SeedCandidate } from "../candidate.ts";
import { tomaszBefore } from "./tomasz-before.ts";

export const tomasz: SeedCandidate = {
  key: "tomasz",
  name: "Tomasz Nowak",
  email: "tomasz@example.org",
  timeZone: "Europe/Lisbon",
  counselor: "ines",
  shows: "the employer's answer has arrived: a requirement decided it",
  invitedWorkingDay: -72,
  applications: [
    {
      employer: "cobalt",
      jobTitle: "Junior backend developer",
      roleFamily: "tech",
      source: "agency",
      loggedWorkingDay: -16,
      interviews: [
        {
          when: { workingDay: -12, at: "16:00" },
          format: "phone",
          outcome: "next_round",
          heard: { workingDay: -12, at: "18:05" },
          postMortem: {
            startedMinutesAfter: 120,
            tookMinutes: 1,
            answers: {
              mood: "good",
              outcome: "next_round",
              "question.1": fromBank("tech-recent-project", "strong"),
              "question.2": fromBank("tell-me-about-yourself", "okay"),
              sharing: "agency",
            },
            ...notReviewed,
          },
        },
        {
          when: { workingDay: -6, at: "11:00" },
          format: "video",
          minutes: 75,
          outcome: "rejected",
          outcomeReason: "a_requirement",
          heard: { workingDay: -1, at: "16:40" },
          postMortem: {
            startedMinutesAfter: 40,
            tookMinutes: 5,
            answers: {
              "rating.evidence": "ready",
              "rating.structure": "ready",
              "rating.preparation": "ready",
              "rating.composure": "ready",
              "rating.disposition": "ready",
              mood: "good",
              outcome: "waiting",
              "question.1": fromBank("tech-recent-project", "strong"),
              "question.2": fromBank("tech-live-task", "okay"),
              "question.3": typed("Have you run a database in production yourself?", "rough"),
              "question.4": fromBank("tech-plain-words", "strong"),
              signals: ["pushed_back", "sold_me_the_job"],
              cause_primary: "UNSURE",
              promise_if: "they ask for something I have not done yet",
              promise_then:
                "say so plainly, name the closest thing I have done, and how I would learn the rest",
              sharing: "agency",
            },
            counselorOpinion: { primary: "SKILL_GAP", contributing: [] },
            reviewed: { workingDay: -5, at: "10:00" },
            notes: [
              {
                body: "A strong hour, by the sound of it: two questions you would take again any day. The one about databases in production is worth an honest bridge: what you have run at home, what you watched others do, what you would learn in the first month. Send me three sentences when you have them.",
                when: { workingDay: -5, at: "10:10" },
                seen: { workingDay: -5, at: "16:00" },
                replies: [
                  {
                    by: "candidate",
                    body: "I run one for my climbing club, backups and all. Does that count?",
                    when: { workingDay: -5, at: "17:05" },
                  },
                  {
                    by: "counselor",
                    body: "It counts. Say how many people use it and what you did when it broke.",
                    when: { workingDay: -4, at: "10:15" },
                  },
                  {
                    by: "candidate",
                    body: "A hundred and twenty people. It broke on the morning of a trip, and I had the list back in forty minutes. Here are my three sentences: is the second one too much?",
                    when: { workingDay: -1, at: "17:50" },
                  },
                ],
              },
            ],
            internalNotes: [
              {
                body: "Rob at Cobalt: liked him a lot, the team needs two years of operations. Keep him in mind for their support team.",
                when: { workingDay: -1, at: "17:20" },
              },
            ],
          },
        },
      ],
    },
    ...tomaszBefore,
  ],
  mocks: [],
};
