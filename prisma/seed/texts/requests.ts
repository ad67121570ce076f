import type { HelpTopic } from "#lib/infra/prisma/enums.ts";

export type SeedRequest = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly topic: Exclude<HelpTopic, "workshop">;
  readonly happened: string;
  /** Minutes before now at which it was asked; confirmed a few minutes later. */
  readonly minutesAgo: number;
};

/** Who asked for help on the public page and waits on every desk. */
export const requests: readonly SeedRequest[] = [
  {
    key: "farid",
    name: "Farid Naseri",
    email: "farid.naseri@example.org",
    topic: "interview",
    happened:
      "My third interview in a row ended after twenty minutes. When they asked why I left my last place I talked far too long, and I could see that they stopped listening. I have another one next week and do not want it to go the same way.",
    minutesAgo: 150,
  },
  {
    key: "oksana",
    name: "Oksana Melnyk",
    email: "oksana.melnyk@example.org",
    topic: "resume",
    happened:
      "I was an accountant for nine years in another country. Nobody answers my applications here, and I think they do not understand my résumé.",
    minutesAgo: 35,
  },
];
