import type { CauseCode } from "#lib/infra/prisma/enums.ts";

/** How to recognise a cause, three things that help (a line each), and one exercise of ten minutes: about 120 words. */
type FirstGuide = { readonly recognise: string; readonly helps: string; readonly exercise: string };

export const firstGuides: Readonly<Record<CauseCode, FirstGuide>> = {
  NERVES: { recognise: "", helps: "", exercise: "" },
  NO_ANSWER: { recognise: "", helps: "", exercise: "" },
  NO_EXAMPLES: { recognise: "", helps: "", exercise: "" },
  RAMBLED: { recognise: "", helps: "", exercise: "" },
  OFF_TARGET: { recognise: "", helps: "", exercise: "" },
  EMPLOYER_PREP: { recognise: "", helps: "", exercise: "" },
  PITCH: { recognise: "", helps: "", exercise: "" },
  SKILL_GAP: { recognise: "", helps: "", exercise: "" },
  HISTORY: { recognise: "", helps: "", exercise: "" },
  APPEARANCE: { recognise: "", helps: "", exercise: "" },
  DISPOSITION: { recognise: "", helps: "", exercise: "" },
  LOGISTICS: { recognise: "", helps: "", exercise: "" },
  CLOSING: { recognise: "", helps: "", exercise: "" },
  OUTSIDE: { recognise: "", helps: "", exercise: "" },
  UNSURE: { recognise: "", helps: "", exercise: "" },
};
