import type { CauseCode, RoleFamily } from "#lib/infra/prisma/enums.ts";
import type { StaffKey } from "./agency.ts";

/** People in the background of the agency: their pages are made from the pools below. */
export const backgroundPeople: readonly {
  readonly name: string;
  readonly timeZone: string;
  readonly counselor: StaffKey;
}[] = [
  ...inZone("America/New_York", "ana", [
    "Aaron Pike",
    "Beatriz Salgado",
    "Calvin Osei",
    "Deborah Flynn",
    "Elif Kaya",
    "Frank Mancuso",
    "Gita Bose",
    "Harold Nguyen",
    "Imani Brooks",
    "Jorge Villanueva",
  ]),
  ...inZone("America/Chicago", "ana", ["Karen Holloway", "Leon Baptiste", "Mei-Ling Chow", "Noah Abrams"]),
  ...inZone("America/New_York", "marcus", [
    "Olga Petrova",
    "Pedro Almonte",
    "Quentin Shaw",
    "Rosa Delgado",
    "Samir Haddad",
    "Tessa Moran",
    "Umar Siddiqui",
    "Vera Kowalski",
    "Wendy Castellano",
    "Xavier Dupont",
  ]),
  ...inZone("America/Denver", "marcus", ["Yasmin Farah", "Zachary Boone", "Abigail Stroud", "Bao Tran"]),
  ...inZone("Europe/Lisbon", "ines", [
    "Carla Mendes",
    "Diogo Antunes",
    "Eva Sousa",
    "Filipe Carvalho",
    "Gonçalo Pinto",
    "Helena Matos",
    "Ivo Teixeira",
    "Joana Vidal",
  ]),
  ...inZone("Europe/London", "ines", [
    "Kwame Boateng",
    "Leah Pritchard",
    "Mohammed Iqbal",
    "Niamh Gallagher",
  ]),
];

function inZone(timeZone: string, counselor: StaffKey, names: readonly string[]) {
  return names.map((name) => ({ name, timeZone, counselor }));
}

export const jobTitles: Record<RoleFamily, readonly string[]> = {
  office_admin: [
    "Office administrator",
    "Executive assistant",
    "Receptionist",
    "Accounts payable clerk",
    "Data entry clerk",
  ],
  customer_service: [
    "Customer support specialist",
    "Call centre agent",
    "Claims support agent",
    "Branch adviser",
    "Returns desk lead",
  ],
  logistics_warehouse: [
    "Warehouse operative",
    "Forklift driver",
    "Dispatch coordinator",
    "Inventory controller",
    "Night shift lead",
  ],
  tech: ["Support engineer", "Junior web developer", "Data analyst", "QA tester", "Network technician"],
  healthcare: ["Care assistant", "Medical receptionist", "Ward clerk", "Phlebotomist", "Pharmacy technician"],
};

/** Questions that people typed themselves. */
export const typedQuestions: readonly string[] = [
  "What would your last team leader say you should do more of?",
  "How would you spend your first week here?",
  "Describe our customers in three words.",
  "You have two offers. How do you choose?",
  "What do you do when you have nothing to do?",
  "Can you start on Monday?",
  "What was the last thing you taught somebody?",
  "How do you get here in the winter?",
];

export const surprises: readonly string[] = [
  "There was a written test that nobody had mentioned.",
  "The manager was ill and somebody from another team asked the questions.",
  "They walked me through the whole building while asking.",
  "They asked for an example in Spanish, which is on my résumé.",
  "It was a panel of five, and one of them only took notes.",
  "They wanted to know what I thought of their new website.",
  "We spent half of it on a job I left eight years ago.",
  "They asked me to sell them their own product.",
  "My connection dropped in the middle of the best answer.",
  "They told me about another opening and asked if I would rather have that.",
];

/** Own words for the two halves of a promise, where people did not take a suggestion. */
export const ownPromises: readonly { readonly if: string; readonly then: string }[] = [
  {
    if: "there is more than one of them",
    then: "ask for their names and write them down in the order they sit",
  },
  { if: "they hand me a test", then: "read all of it once before I write the first word" },
  { if: "they talk for a long time", then: "say back the one thing that mattered before I answer" },
  { if: "the manager is late", then: "use the minutes to read my three lines once more" },
  { if: "they ask about pay", then: "name the range we wrote down, and stop talking" },
  { if: "I am asked about the old job", then: "say one sentence about it and two about this one" },
];

/** Coaching notes for a settled cause; the general ones fit any. */
export const coachingNotes: Partial<Record<CauseCode, readonly string[]>> = {
  NERVES: [
    "You knew it, and you know that you knew it: that is the good news. What helps is to have been there before. Let us do one calm mock, with me as the kindest manager in the state, and a second one with me as the busiest.",
    "A blank lasts four seconds and feels like a minute. Have one sentence ready for it, word for word. Which one would sound like you?",
  ],
  NO_ANSWER: [
    "That question will come again, so it has just become the cheapest one to prepare. Write five lines, badly, and send them. I will send them back better.",
  ],
  NO_EXAMPLES: [
    "Everything you say about how you work is true, I have seen it. They have not. One situation, what you did, what came of it. You told me three of them on the phone last month.",
    "Look for the “we” in your answers and ask each one: which part was mine? That is the sentence they are waiting for.",
  ],
  RAMBLED: [
    "Say the end first. Then they can relax, and so can you. Try the same story in thirty, sixty and ninety seconds and tell me which one you like.",
  ],
  OFF_TARGET: [
    "Saying the question back feels slow and sounds thoughtful. Five times at the kitchen table, with anybody who reads you questions from the list.",
  ],
  EMPLOYER_PREP: [
    "Twenty minutes the evening before: what they sell, to whom, what changed this year, and one question you would really like answered. I keep a page on most of our clients. Ask me for it.",
  ],
  PITCH: [
    "Your first minute has everything in it except the job. Put the job in the first sentence, and the rest falls into place.",
  ],
  SKILL_GAP: [
    "They were clear about the certificate, so let us be clear too: learn it, find the places that teach it on the job, or look one step aside. Each of the three is a good plan. Which one feels like yours?",
  ],
  HISTORY: [
    "Three sentences, true, short and yours. What happened, what you did with it, that it is settled. Then back to the job. I will listen to them as often as you like.",
  ],
  LOGISTICS: [
    "That can happen to anybody once. Let us make a list for the evening before, so that it is a boring evening.",
  ],
  CLOSING: [
    "They asked whether you had questions because they wanted to keep talking to you. Take three with you on paper. Reading them out is fine.",
  ],
};

export const generalNotes: readonly string[] = [
  "Thank you for writing this down so soon. It helps more than you would think. I have put two ideas below, take the one you like.",
  "You were asked more than most are in a first round. That is a good sign about your résumé, and it gives us a list to work with.",
  "This reads like somebody who is close. Let us look at the last question together before the next one.",
];

export const replies: readonly string[] = [
  "Thank you, that helps.",
  "I had not seen it that way. I will try the second one.",
  "Can we do that on Thursday?",
  "I read it twice. I think you are right about the first minute.",
  "I tried it on my sister. She asked better questions than they did.",
  "Good idea. I will send you five lines tonight.",
];

export const internalNotes: readonly string[] = [
  "Prefers a call before nine. Does not pick up after lunch.",
  "Client says the door is open for a later round.",
  "Ask about the licence again in May.",
  "Has a second application running on his own, do not double up.",
  "Better in person than on video. Suggest on-site where we can.",
];

export const mockFocuses: readonly string[] = [
  "The first minute",
  "Examples with a number at the end",
  "Two hard questions, and the pause before them",
  "Questions to ask them",
  "Why this employer, in three lines",
  "Staying calm when they push back",
];
