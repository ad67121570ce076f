import * as accounts from "#lib/accounts/actions.ts";
import * as secondFactor from "#lib/accounts/actions/second-factor.ts";
import * as causes from "#lib/causes/actions.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import * as interviews from "#lib/interviews/actions.ts";
import * as mail from "#lib/mail/actions.ts";
import * as mocks from "#lib/mocks/actions.ts";
import * as attendance from "#lib/mocks/actions/attendance.ts";
import * as busy from "#lib/mocks/actions/busy.ts";
import * as timeOff from "#lib/mocks/actions/time-off.ts";
import * as people from "#lib/people/actions.ts";
import * as help from "#lib/people/actions/help.ts";
import * as plan from "#lib/plan/actions.ts";
import * as postMortems from "#lib/post-mortems/actions.ts";
import * as reviews from "#lib/reviews/actions.ts";
import * as settings from "#lib/settings/actions.ts";
import * as seats from "#lib/workshops/actions/seats.ts";
import type { ActionName } from "#lib/web/access.ts";
import * as roster from "#lib/workshops/actions/roster.ts";
import * as workshops from "#lib/workshops/actions/workshops.ts";
import { makeCandidate } from "../../prisma/seed/factories.ts";
import { seatRows } from "./door-seats.ts";
import { when, profile, week, staffHours, cause, agency, policies } from "./door-forms.ts";
import type { Row } from "./door-row.ts";
import { mockRows } from "./mock-doors.ts";
import { peopleRows } from "./people-doors.ts";
import {
  ahead,
  asBooking,
  asInterview,
  asMock,
  asPlanAction,
  asPostMortem,
  closed,
  callAsked,
  draft,
  enough,
  entered,
  finished,
  heardBack,
  interview,
  note,
  ownSession,
  reply,
  revealed,
  veryLow,
  ownFeed,
  refusedMail,
  silent,
} from "./things.ts";
import { workshopRows } from "./workshop-doors.ts";

/** Every exported action, by name. */
export const doors = {
  ...accounts,
  ...secondFactor,
  ...causes,
  ...interviews,
  ...mail,
  ...mocks,
  ...timeOff,
  ...busy,
  ...attendance,
  ...people,
  ...help,
  ...plan,
  ...postMortems,
  ...reviews,
  ...settings,
  ...seats,
  ...workshops,
  ...roster,
};

const signedIn = ["owner", "otherCandidate", "assigned", "otherCounselor", "admin"] as const;
const staff = ["assigned", "otherCounselor", "admin"] as const;
const family = ["owner", "assigned", "admin"] as const;

const asShown = () => ({ version: "0" });

/** One row an action: a valid form about something of the owner's, and who gets through with it. */
export const rows: Record<ActionName, Row> = {
  requestSignInAction: {
    thing: async ({ db, cast }) => ({ email: (await makeCandidate(db, cast.assigned.id)).email }),
    may: "everyone",
  },
  redeemSignInAction: {
    thing: async ({ db, now, cast }) => {
      const hash = "0".repeat(64);
      const request = {
        id: newId(),
        personId: cast.owner.id,
        tokenHash: hash,
        codeHash: hash,
        createdAt: dateOf(now),
        expiresAt: dateOf(now.add({ minutes: 10 })),
      };
      return { request: (await db.signInRequest.create({ data: request })).id };
    },
    form: () => ({ code: "123456" }),
    may: "everyone",
  },
  demoSignInAction: { thing: ({ cast }) => Promise.resolve({ person: cast.owner.id }), may: "everyone" },
  acceptInvitationAction: {
    thing: async ({ db, cast }) => ({ person: (await makeCandidate(db, cast.assigned.id)).id }),
    may: "everyone",
  },
  endSessionAction: { thing: ownSession, may: ["owner"] },
  signOutAction: { thing: ownSession, may: ["owner"] },
  signOutEverywhereAction: { may: signedIn },
  welcomeAction: { form: profile, may: signedIn },
  confirmProfileAction: { form: profile, may: signedIn },
  ...peopleRows,
  logInterviewAction: {
    thing: ({ cast }) => Promise.resolve({ candidate: cast.owner.id }),
    form: () => ({
      ...when,
      employer: "Harbour",
      jobTitle: "Clerk",
      source: "own",
      roleFamily: "office_admin",
    }),
    may: family,
  },
  logRoundAction: {
    thing: async (stage) => ({ application: (await interview(stage)).applicationId }),
    form: () => when,
    may: family,
  },
  correctInterviewAction: {
    thing: asInterview,
    form: () => ({
      jobTitle: "Clerk",
      format: "phone",
      date: when.date,
      time: when.time,
      minutes: "",
      version: "0",
    }),
    may: family,
  },
  setOutcomeAction: { thing: asInterview, form: () => ({ outcome: "offer", version: "0" }), may: family },
  sayNotHeardAction: { thing: async (stage) => ({ interview: (await silent(stage)).id }), may: ["owner"] },
  startPostMortemAction: { thing: asInterview, form: () => ({ mood: "low" }), may: ["owner"] },
  answerStepAction: {
    thing: asPostMortem(draft),
    form: () => ({ screen: "mood", mood: "good" }),
    may: ["owner"],
  },
  finishPostMortemAction: { thing: asPostMortem(draft), may: ["owner"] },
  finishHeardBackAction: { thing: asPostMortem(heardBack), may: ["owner"] },
  startOnACallAction: { thing: asInterview, may: ["assigned", "admin"] },
  handOverAction: { thing: asPostMortem(entered), may: ["assigned"] },
  changeSharingAction: { thing: asPostMortem(finished), form: () => ({ sharing: "agency" }), may: ["owner"] },
  chooseCausesAction: { thing: asPostMortem(finished), form: () => ({ primary: "NERVES" }), may: ["owner"] },
  markActionDoneAction: { thing: asPlanAction(), form: asShown, may: ["owner"] },
  setActionAsideAction: {
    thing: asPlanAction(),
    form: () => ({ ...asShown(), why: "Another time." }),
    may: ["owner"],
  },
  reopenActionAction: { thing: asPlanAction("done"), form: asShown, may: ["owner"] },
  acceptActionAction: { thing: asPlanAction(), form: asShown, may: ["assigned"] },
  editActionAction: {
    thing: asPlanAction(),
    form: () => ({ ...asShown(), text: "Say it twice" }),
    may: ["assigned"],
  },
  replaceActionAction: {
    thing: asPlanAction(),
    form: () => ({ ...asShown(), choice: "PITCH.introduction_60" }),
    may: ["assigned"],
  },
  addActionAction: {
    thing: asPostMortem(revealed),
    form: () => ({ choice: "PITCH.introduction_60" }),
    may: ["assigned"],
  },
  reopenPostMortemAction: { thing: asPostMortem(closed), may: ["owner", "assigned"] },
  sendFirstHalfAction: { thing: asPostMortem(veryLow), may: ["owner"] },
  askForCallAction: { thing: asPostMortem(enough), may: ["owner"] },
  takeBackCallAction: { thing: asPostMortem(callAsked), may: ["owner"] },
  noteCallAction: { thing: asPostMortem(callAsked), may: ["assigned"] },
  bookMockAction: {
    thing: asBooking,
    form: (stage) => ({ kind: "mock", startsAt: String(ahead(stage, 0)) }),
    may: ["owner"],
  },
  moveMockAction: {
    thing: asMock,
    form: (stage) => ({ version: "0", startsAt: String(ahead(stage, 24)) }),
    may: ["owner"],
  },
  cancelMockAction: { thing: asMock, form: () => ({ version: "0", reason: "ill" }), may: ["owner"] },
  bookForCandidateAction: {
    thing: asBooking,
    form: (stage) => ({ kind: "mock", startsAt: String(ahead(stage, 0)) }),
    may: ["assigned", "admin"],
  },
  moveForCandidateAction: {
    thing: asMock,
    form: (stage) => ({ version: "0", startsAt: String(ahead(stage, 24)) }),
    may: ["assigned", "admin"],
  },
  cancelForCandidateAction: {
    thing: asMock,
    form: () => ({ version: "0", reason: "counselor_away" }),
    may: ["assigned", "admin"],
  },
  ...seatRows,
  ...mockRows,
  setWeeklyHoursAction: { form: () => ({ ...week, ...staffHours, version: "0" }), may: staff },
  shareNoteAction: { thing: asPostMortem(finished), form: () => ({ body: "Well told." }), may: ["assigned"] },
  editNoteAction: {
    thing: async (stage) => ({ note: (await note(stage)).id }),
    form: () => ({ version: "0", body: "Better told." }),
    may: ["assigned"],
  },
  answerNoteAction: {
    thing: async (stage) => ({ note: (await note(stage)).id }),
    form: () => ({ body: "Thank you." }),
    may: ["owner"],
  },
  settleAnswerAction: { thing: async (stage) => ({ answer: (await reply(stage)).id }), may: ["assigned"] },
  writeInternalNoteAction: {
    thing: async (stage) => ({ candidate: stage.cast.owner.id, postMortem: (await finished(stage)).id }),
    form: () => ({ body: "Call her on Monday." }),
    may: ["assigned"],
  },
  reviewPostMortemAction: { thing: asPostMortem(finished), may: ["assigned"] },
  giveOpinionAction: { thing: asPostMortem(finished), form: () => ({ primary: "PITCH" }), may: ["assigned"] },
  // Of the one agency, at the version that nobody has changed yet.
  changeAgencyAction: { form: () => agency, may: ["admin"] },
  changePoliciesAction: { form: () => policies, may: ["admin"] },
  editCauseAction: {
    form: () => ({ ...cause, cause: "UNSURE", version: "1", isOn: "on", helps: "One.\nTwo.\nThree." }),
    may: ["admin"],
  },
  ...workshopRows,
  resendMailAction: { thing: refusedMail, may: ["assigned", "admin"] },
  changeAddressAction: {
    thing: async ({ db, cast }) => ({ person: (await makeCandidate(db, cast.assigned.id)).id }),
    form: () => ({ email: `${newId()}@example.org`, version: "0" }),
    may: ["admin"],
  },
  makeFeedAction: { may: signedIn },
  revokeFeedAction: { thing: ownFeed, may: ["owner"] },
};
