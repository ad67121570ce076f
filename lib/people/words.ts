export const peopleWords = {
  roleNeeded: "Please choose what this person is here.",
  counselorNeeded: "Please choose who looks after this candidate.",
  address_known: "Somebody with this address is here already.",
  address_unclear: "This address has characters that look like others. Please type it again by hand.",
  not_yours: "Only an admin can invite colleagues.",
  no_counselor: "Please choose a counselor who is active here.",
  last_admin: "This is the last active admin, and one has to stay.",
  welcomed_already: "This person has signed in already.",
  counselor_needed: "Please choose who looks after these candidates from now on.",
  changed:
    "Something changed since this was shown, so nothing was done. What stands here now is how it is; please look at it once more.",
  same_counselor: "This counselor looks after the candidate already.",
  stale: "This person was changed somewhere else in the meantime. The page shows how it stands now.",
};

export const peopleFlashes = {
  invited: "The invitation is on its way.",
  invited_again: "The invitation is on its way once more.",
  second_factor: "The second step is reset. They are told by mail, and set up an app at the next sign-in.",
  role: "Saved. This person has to sign in again.",
  handed_over: "Saved. The candidate and the new counselor are told by mail.",
  deactivated: "Done. Their access has ended, and everybody concerned is told by mail.",
  reactivated: "They can sign in again. Nothing that was handed over or cancelled comes back by itself.",
};

/** How far somebody has come. */
export const arrivalWords = { invited: "Invited", here: "Here", left: "Deactivated" };

/** The list, and one person. */
export const peoplePageWords = {
  title: "People",
  invite: "Invite somebody",
  inviteMany: "Invite many",
  search: "Name or mail address",
  find: "Find",
  role: "Role",
  state: "State",
  counselor: "Counselor",
  anyRole: "Every role",
  anyState: "Every state",
  anyCounselor: "Every counselor",
  withoutCounselor: "Without a counselor",
  clear: "Show everybody",
  caption: "Colleagues first, then by name",
  more: "More people",
  noneTitle: "Nobody here",
  none: "Nobody matches this. Try a shorter part of the name, or show everybody.",
  who: "Who they are",
  address: "Mail address",
  invited: "Invited",
  invitedBy: (name: string) => `by ${name}`,
  ended: "Access ended",
  signedIn: "Signed in",
  devices: (count: number) =>
    count === 0 ? "Nowhere" : count === 1 ? "On one device" : `On ${count} devices`,
  has: "What hangs on them",
  candidates: "Candidates",
  applications: "Applications",
  interviews: "Interviews",
  sessions: "Sessions to come",
  actions: "Open next steps",
  changeRole: "Role",
  roleHint: "They have to sign in again afterwards.",
  makeRole: (role: string) => `Make ${role}`,
  sendAgain: "Send the invitation again",
  handOver: "Hand over",
  handOverHint:
    "The candidate is told who their counselor now is, and can change who may read their debriefs. Sessions that are booked stay with whom they were booked.",
  noCounselor: "Nobody yet",
  gone: "(deactivated)",
  deactivate: "Deactivate",
  deactivateHint: "First you see what moves to whom. Nothing happens before you confirm.",
  reactivate: "Let them in again",
  reactivateHint: "Signing in works again. Nothing that was handed over or cancelled comes back by itself.",
};

/** Ending somebody's access: what moves to whom. */
export const deactivateWords = {
  title: (name: string) => `Deactivate ${name}`,
  intro:
    "They are signed out everywhere at once and can sign in no more. Everybody concerned is told by mail.",
  self: "This is you: afterwards you are signed out.",
  choose: "Who looks after the candidates from now on?",
  all: "All candidates go to",
  each: (candidate: string) => `${candidate} goes to`,
  others: "Another counselor for single candidates",
  asAll: "The same",
  show: "Show what moves",
  change: "Choose differently",
  moves: "What moves",
  nobodyElse: "There is nobody else who could look after the candidates. Invite a colleague first.",
  caption: "Candidates and their new counselor",
  candidate: "Candidate",
  newCounselor: "Counselor from now on",
  sessions: "Sessions to come",
  when: "When",
  fate: "What becomes of it",
  stays: (name: string) => `Same time, with ${name}`,
  cancelled: "Cancelled: the time is not free there",
  cancelledWith: (name: string) => `Cancelled; ${name} is told`,
  sessionsHint:
    "A session keeps its time and its calendar entry where the new counselor is free then. The others are cancelled, and the candidate can book again.",
  reviews: (count: number) =>
    count === 1 ? "One open review follows its candidate." : `${count} open reviews follow their candidates.`,
  actions: (count: number) =>
    count === 1
      ? "One open next step goes to the new counselor."
      : `${count} open next steps go to the new counselors.`,
  nothing: "Nothing hangs on them: no candidates, no sessions to come, no next steps.",
  confirm: "Deactivate, and tell everybody",
};
