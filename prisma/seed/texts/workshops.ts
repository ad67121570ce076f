import type { CauseCode, SeatAttendance, WorkshopKind } from "#lib/infra/prisma/enums.ts";
import type { StaffKey } from "./agency.ts";
import type { SeedWhen } from "./candidate.ts";

/** A workshop with its one session. `crowd` seats are of people in the background. */
export type SeedWorkshop = {
  readonly key: string;
  readonly kind: WorkshopKind;
  readonly title: string;
  readonly about: string;
  readonly causes: readonly CauseCode[];
  readonly when: SeedWhen;
  readonly minutes: number;
  readonly area: string;
  readonly place: string;
  readonly facilitator: StaffKey;
  readonly materials: string;
  /** Null where it is held elsewhere. */
  readonly capacity: number | null;
  readonly link?: string;
  readonly isDraft?: true;
  readonly crowd: number;
  /** Candidates written by hand who have a seat, wait, and to whom a seat is offered. */
  readonly seated?: readonly string[];
  readonly waiting?: readonly string[];
  readonly offered?: readonly string[];
  /** More people of the background, who wait before those written by hand. */
  readonly queue?: number;
  /** Of a past one: how it went, seat by seat; what is left attended. */
  readonly attendance?: readonly SeatAttendance[];
};

const office = {
  area: "Our office, New York",
  place: "84 Harbour Lane, second floor, the room by the stairs",
};
const online = { area: "Online", place: "https://meet.harbourlane.example/workshops" };

/** A session in every state: free, helping with somebody's cause, full with a queue, offered, tomorrow, over, elsewhere, a fair, a draft. */
export const workshops: readonly SeedWorkshop[] = [
  {
    key: "stories",
    kind: "workshop",
    title: "Two stories that carry an interview",
    about:
      "Bring one thing that you did and are proud of, however small. In pairs we turn it into a story of ninety seconds: what was asked of you, what you did, what came of it. You leave with two.",
    causes: ["NO_EXAMPLES", "RAMBLED"],
    when: { workingDay: 6, at: "17:00" },
    minutes: 90,
    ...office,
    facilitator: "ana",
    materials:
      "Worksheet https://harbourlane.example/stories\nThree stories to read https://harbourlane.example/examples",
    capacity: 12,
    crowd: 7,
  },
  {
    key: "research",
    kind: "workshop",
    title: "Know them before you walk in",
    about:
      "Twenty minutes of reading, done together on an employer of your choice: what they sell, who they sell it to, what changed for them this year, and the three lines that you will say about it.",
    causes: ["EMPLOYER_PREP"],
    when: { workingDay: 4, at: "16:00" },
    minutes: 60,
    ...online,
    facilitator: "marcus",
    materials: "Checklist https://harbourlane.example/research",
    capacity: 10,
    crowd: 4,
  },
  {
    key: "pause",
    kind: "workshop",
    title: "The pause: what to do when your mind goes blank",
    about:
      "Everybody blanks. We practise the breath, the sentence that buys ten seconds, and the way back in, first alone, then with somebody who asks. Nobody has to speak in front of all.",
    causes: ["NERVES"],
    when: { workingDay: 5, at: "18:00" },
    minutes: 90,
    ...online,
    facilitator: "ines",
    materials: "",
    capacity: 6,
    crowd: 6,
    queue: 2,
    waiting: ["maya"],
  },
  {
    key: "pitch",
    kind: "workshop",
    title: "Sixty seconds about you",
    about:
      "“Tell me about yourself” comes first, so it is worth an hour. Write it, say it, cut it, say it again.",
    causes: ["PITCH"],
    when: { workingDay: 8, at: "12:30" },
    minutes: 60,
    ...online,
    facilitator: "ines",
    materials: "",
    capacity: 8,
    // The first of them gives it back.
    crowd: 8,
    offered: ["luis"],
  },
  {
    key: "closing",
    kind: "workshop",
    title: "Questions that are worth asking them",
    about: "Three questions for the end of any interview, and how to say thank you the next morning.",
    causes: ["CLOSING"],
    when: { workingDay: 1, at: "15:00" },
    minutes: 60,
    ...online,
    facilitator: "marcus",
    materials: "Twenty questions https://harbourlane.example/questions",
    capacity: 15,
    crowd: 9,
    seated: ["tomasz"],
  },
  {
    key: "history",
    kind: "information_session",
    title: "Gaps, references and pay: your questions",
    about: "An hour of questions about the hard topics, answered by two counselors.",
    causes: ["HISTORY"],
    when: { workingDay: -3, at: "17:00" },
    minutes: 60,
    ...office,
    facilitator: "ana",
    materials: "",
    capacity: 20,
    crowd: 11,
    seated: ["grace"],
    attendance: ["attended", "absent", "attended", "excused"],
  },
  {
    key: "library",
    kind: "workshop",
    title: "Résumé clinic at the public library",
    about: "The library's own clinic, on every second Saturday. They take names at the door.",
    causes: [],
    when: { workingDay: 7, at: "10:00" },
    minutes: 120,
    area: "Harbour branch of the public library",
    place: "",
    facilitator: "ruth",
    materials: "",
    capacity: null,
    link: "https://library.example.org/clinic",
    crowd: 0,
  },
  {
    key: "fair",
    kind: "job_fair",
    title: "Harbour job fair: warehouses and front desks",
    about:
      "Eleven employers with open jobs, five minutes each. Bring two copies of your résumé and one question for each table.",
    causes: [],
    when: { workingDay: 9, at: "13:00" },
    minutes: 180,
    area: "Pier 6, main hall",
    place: "Pier 6, 200 Water Street, entrance on the river side",
    facilitator: "ruth",
    materials: "The tables https://harbourlane.example/fair",
    capacity: 60,
    crowd: 21,
    seated: ["hannah", "priya"],
  },
  {
    key: "camera",
    kind: "workshop",
    title: "Camera, sound and light",
    about: "A test call with each of you, one after the other.",
    causes: ["APPEARANCE", "LOGISTICS"],
    when: { workingDay: 12, at: "16:00" },
    minutes: 60,
    ...online,
    facilitator: "marcus",
    materials: "",
    capacity: 6,
    isDraft: true,
    crowd: 0,
  },
];
