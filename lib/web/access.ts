import type { Role } from "#lib/infra/prisma/enums.ts";

/** Who may come near a page or an action at all; whose record it is, queries and commands decide. */
export type Who = "everyone" | "signed_in" | "candidate" | "staff" | "admin";

/**
 * The table of doors (quality.md, "Who gets in"): every route of the build and every server action has its row here,
 * and a test reads the build's manifests and fails for one that has none. A door that is not yours is not found.
 */
export const routes = {
  "/": "everyone",
  "/sign-in": "everyone",
  "/sign-in/[request]": "everyone",
  "/invitations/[person]": "everyone",
  "/_not-found": "everyone",
  "/api/auth/[...nextauth]": "everyone",
  "/api/health/live": "everyone",
  "/api/health/ready": "everyone",
  "/welcome": "signed_in",
  "/home": "candidate",
  "/you": "signed_in",
  "/you/progress": "candidate",
  "/people": "admin",
  "/people/invite": "admin",
  "/candidates/invite": "staff",
  "/desk": "staff",
  "/desk/post-mortems/[postMortem]": "staff",
  "/candidates": "staff",
  "/candidates/[candidate]": "staff",
  "/log": "staff",
  "/interviews": "candidate",
  "/interviews/new": "candidate",
  "/interviews/[interview]": "signed_in",
  "/interviews/[interview]/outcome": "signed_in",
  "/interviews/[interview]/correct": "signed_in",
  "/interviews/[interview]/post-mortem": "signed_in",
  "/interviews/[interview]/heard-back": "candidate",
  "/api/post-mortems/[postMortem]/answers": "signed_in",
  "/candidates/[candidate]/interviews/new": "staff",
  "/practice": "candidate",
  "/practice/mocks/new": "candidate",
  "/practice/mocks/[mock]": "candidate",
  "/practice/mocks/[mock]/move": "candidate",
  "/practice/workshops": "candidate",
  "/practice/workshops/[session]": "candidate",
  "/practice/workshops/offers/[offer]": "candidate",
  "/practice/guides": "signed_in",
  "/practice/guides/[cause]": "signed_in",
  "/settings/causes": "admin",
  "/settings/causes/[cause]": "admin",
  "/calendar": "staff",
  "/calendar/hours": "staff",
  "/calendar/book": "staff",
  "/calendar/mocks/[mock]": "staff",
  "/calendar/mocks/[mock]/move": "staff",
} as const satisfies Record<string, Who>;

export const actions = {
  requestSignInAction: "everyone",
  redeemSignInAction: "everyone",
  demoSignInAction: "everyone",
  endSessionAction: "signed_in",
  signOutAction: "signed_in",
  signOutEverywhereAction: "signed_in",
  welcomeAction: "signed_in",
  confirmProfileAction: "signed_in",
  acceptInvitationAction: "everyone",
  inviteColleagueAction: "admin",
  inviteCandidateAction: "staff",
  inviteAgainAction: "staff",
  changeRoleAction: "admin",
  logInterviewAction: "signed_in",
  logRoundAction: "signed_in",
  correctInterviewAction: "signed_in",
  setOutcomeAction: "signed_in",
  sayNotHeardAction: "candidate",
  startPostMortemAction: "candidate",
  answerStepAction: "signed_in",
  finishPostMortemAction: "candidate",
  changeSharingAction: "candidate",
  chooseCausesAction: "candidate",
  markActionDoneAction: "signed_in",
  setActionAsideAction: "signed_in",
  reopenActionAction: "signed_in",
  acceptActionAction: "staff",
  editActionAction: "staff",
  replaceActionAction: "staff",
  addActionAction: "staff",
  reopenPostMortemAction: "signed_in",
  sendFirstHalfAction: "candidate",
  askForCallAction: "candidate",
  takeBackCallAction: "candidate",
  noteCallAction: "staff",
  finishHeardBackAction: "candidate",
  startOnACallAction: "staff",
  handOverAction: "staff",
  bookMockAction: "candidate",
  moveMockAction: "candidate",
  cancelMockAction: "candidate",
  bookForCandidateAction: "staff",
  moveForCandidateAction: "staff",
  cancelForCandidateAction: "staff",
  takeSeatAction: "candidate",
  giveBackSeatAction: "candidate",
  leaveWaitlistAction: "candidate",
  acceptOfferAction: "candidate",
  declineOfferAction: "candidate",
  setWeeklyHoursAction: "staff",
  shareNoteAction: "staff",
  editNoteAction: "staff",
  answerNoteAction: "candidate",
  settleAnswerAction: "staff",
  writeInternalNoteAction: "staff",
  reviewPostMortemAction: "staff",
  giveOpinionAction: "staff",
  editCauseAction: "admin",
} as const satisfies Record<string, Who>;

export type Route = keyof typeof routes;
export type ActionName = keyof typeof actions;

export function mayEnter(who: Who, role: Role | null): boolean {
  if (who === "everyone") return true;
  if (role === null) return false;
  if (who === "signed_in") return true;
  if (who === "candidate") return role === "candidate";
  if (who === "admin") return role === "admin";
  return role === "counselor" || role === "admin";
}
