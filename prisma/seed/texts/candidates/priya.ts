import { fromBank, typed, type SeedCandidate } from "../candidate.ts";

export const priya: SeedCandidate = {
  key: "priya",
  name: "Priya Raman",
  email: "priya@example.org",
  timeZone: "America/New_York",
  counselor: "marcus",
  shows: "a pattern: in three interviews they expected her to know more about them",
  invitedWorkingDay: -48,
  applications: [
    {
      employer: "larkfield",
      jobTitle: "Ward clerk",
      roleFamily: "healthcare",
      source: "agency",
      loggedWorkingDay: -40,
      interviews: [
        {
          when: { workingDay: -34, at: "09:30" },
          format: "on_site",
          outcome: "rejected",
          outcomeReason: "stronger_candidate",
          heard: { workingDay: -30, at: "15:00" },
          postMortem: {
            startedMinutesAfter: 180,
            tookMinutes: 3,
            answers: {
              mood: "unsure",
              outcome: "waiting",
              "question.1": fromBank("about-us", "blank"),
              "question.2": fromBank("care-priorities", "strong"),
              "question.3": fromBank("why-us", "rough"),
              signals: ["pushed_back"],
              cause_primary: "EMPLOYER_PREP",
              promise_if: "they ask what I know about them",
              promise_then: "name one ward of theirs and why I would like to work on it",
              sharing: "agency",
            },
            counselorOpinion: { primary: "EMPLOYER_PREP", contributing: [] },
            reviewed: { workingDay: -33, at: "11:00" },
            notes: [
              {
                body: "You put the question about three people at once in the clearest order I have read in a while: safety, then time, then comfort. Bring that one again.\n\nFor the next one, let us spend twenty minutes on who they are. I will send you the page their ward managers actually read.",
                when: { workingDay: -33, at: "11:05" },
                seen: { workingDay: -33, at: "14:00" },
                replies: [
                  {
                    by: "candidate",
                    body: "Thank you! Twenty minutes sounds good. I did not know they had such a page.",
                    when: { workingDay: -33, at: "15:10" },
                  },
                ],
              },
            ],
            steps: ["done", "open"],
            internalNotes: [
              {
                body: "Knows the work inside out. Never looks at the employer before she goes. Watch for it at the next one.",
                when: { workingDay: -33, at: "11:10" },
              },
            ],
          },
        },
      ],
    },
    {
      employer: "brightdale",
      jobTitle: "Office administrator",
      roleFamily: "office_admin",
      source: "agency",
      loggedWorkingDay: -22,
      interviews: [
        {
          when: { workingDay: -17, at: "13:00" },
          format: "video",
          outcome: "no_reply",
          heard: { workingDay: -5, at: "09:15" },
          postMortem: {
            startedMinutesAfter: 50,
            tookMinutes: 3,
            answers: {
              mood: "low",
              promise_answer: "partly",
              outcome: "waiting",
              "question.1": fromBank("tell-me-about-yourself", "okay"),
              "question.2": fromBank("about-us", "rough"),
              "question.3": fromBank("office-software", "okay"),
              signals: ["asked_again", "surprise"],
              surprise:
                "They asked which of their three offices I had applied to. I had read about insurance in general, not about them.",
              cause_primary: "EMPLOYER_PREP",
              cause_contributing: ["OFF_TARGET"],
              promise_next: "keep",
              sharing: "my_counselor",
            },
            counselorOpinion: { primary: "EMPLOYER_PREP", contributing: ["NO_EXAMPLES"] },
            reviewed: { workingDay: -16, at: "15:00" },
            notes: [
              {
                body: "You did read up this time, and it shows in how you talked about claims. What they wanted was smaller: this office, these people. Three lines about the very place would do it. Shall we write them together before the next one?",
                when: { workingDay: -16, at: "15:05" },
                seen: { workingDay: -15, at: "08:10" },
                replies: [],
              },
            ],
            steps: [
              "open",
              { notDoing: "I asked two people and nobody had time. I would rather read about them." },
              "done",
            ],
            internalNotes: [],
          },
        },
      ],
    },
    {
      employer: "kestrel",
      jobTitle: "Office coordinator",
      roleFamily: "office_admin",
      source: "agency",
      loggedWorkingDay: -8,
      interviews: [
        {
          when: { workingDay: -3, at: "10:30" },
          format: "on_site",
          outcome: "waiting",
          postMortem: {
            startedMinutesAfter: 25,
            tookMinutes: 2,
            answers: {
              mood: "unsure",
              promise_answer: "no",
              outcome: "waiting",
              "question.1": fromBank("why-us", "blank"),
              "question.2": fromBank("office-competing-deadlines", "strong"),
              "question.3": typed("Which of our routes do you think gives the office most work?", "rough"),
              signals: ["pushed_back", "moved_on_fast"],
              cause_primary: "EMPLOYER_PREP",
              promise_next: "new",
              promise_if: "an interview is on the next day",
              promise_then: "write three lines about the very office I am going to, before supper",
              sharing: "my_counselor",
            },
            counselorOpinion: null,
            reviewed: null,
            notes: [],
            steps: ["open", "open"],
            internalNotes: [
              {
                body: "Third time. Call her before she goes to another one, do not write.",
                when: { workingDay: -2, at: "09:40" },
              },
            ],
          },
        },
      ],
    },
  ],
  mocks: [
    {
      kind: "mock",
      when: { workingDay: -12, at: "15:00" },
      bookedBy: "candidate",
      bookedWorkingDay: -15,
      focus: "Saying why this employer, in three lines",
    },
  ],
};
