import { makeCandidate } from "../../prisma/seed/factories.ts";
import { makeHelpRequest } from "../../prisma/seed/help-factories.ts";
import type { Row } from "./door-row.ts";
import type { Stage } from "./things.ts";

const asked = async ({ db, now }: Stage) => ({ request: (await makeHelpRequest(db, now)).id });
const token = "a secret that is of no request";
const staff = ["assigned", "otherCounselor", "admin"] as const;

/** Anybody may ask; by the link of a mail only who has its secret; every counselor accepts or answers. */
export const helpRows = {
  askForHelpAction: {
    thing: async ({ db, cast }) => ({ email: (await makeCandidate(db, cast.assigned.id)).email }),
    form: () => ({ name: "Nia Okafor", about: "search", happened: "I am looking for work.", consent: "yes" }),
    may: "everyone",
  },
  confirmHelpAction: { thing: asked, form: () => ({ token }), may: "everyone" },
  answerAsGuestAction: { thing: asked, form: () => ({ token, act: "give_back" }), may: "everyone" },
  acceptHelpAction: { thing: asked, may: staff },
  answerHelpAction: { thing: asked, form: () => ({ answer: "Come by on Monday." }), may: staff },
} satisfies Record<string, Row>;
