import { makeCandidate, makeCounselor } from "../../prisma/seed/factories.ts";
import { invitation } from "./door-forms.ts";
import { helpRows } from "./door-help.ts";
import type { Row } from "./door-row.ts";
import { secondFactorRows } from "./second-factor-doors.ts";
import { asCandidate, asList, leaving } from "./things.ts";

const staff = ["assigned", "otherCounselor", "admin"] as const;
const asShown = () => ({ version: "0" });

/** The doors of looking after people, and of asking for help. */
export const peopleRows = {
  ...helpRows,
  ...secondFactorRows,
  inviteColleagueAction: { form: invitation("counselor"), may: ["admin"] },
  inviteCandidateAction: {
    form: (stage) => ({ ...invitation("candidate")(), counselor: stage.cast.assigned.id }),
    may: staff,
  },
  inviteAgainAction: {
    thing: async ({ db, cast }) => ({
      person: (await makeCandidate(db, cast.assigned.id, { welcomedAt: null })).id,
    }),
    may: ["assigned", "admin"],
  },
  changeRoleAction: {
    thing: async ({ db }) => ({ person: (await makeCounselor(db)).id }),
    form: () => ({ role: "admin", version: "0" }),
    may: ["admin"],
  },
  previewImportAction: { form: () => ({ text: "name,address\nNia,nia" }), may: ["admin"] },
  confirmImportAction: { thing: asList, may: ["admin"] },
  takeBackImportAction: { thing: asList, may: ["admin"] },
  handOverCandidateAction: {
    thing: asCandidate(),
    form: ({ cast }) => ({ counselor: cast.otherCounselor.id, version: "0" }),
    may: ["admin"],
  },
  deactivateAction: { thing: leaving, form: () => ({ to: "" }), may: ["admin"] },
  reactivateAction: { thing: asCandidate("gone"), form: asShown, may: ["admin"] },
} as const satisfies Record<string, Row>;
