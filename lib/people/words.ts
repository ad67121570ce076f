export const peopleWords = {
  roleNeeded: "Please choose what this person is here.",
  counselorNeeded: "Please choose who looks after this candidate.",
  address_known: "Somebody with this address is here already.",
  address_unclear: "This address has characters that look like others. Please type it again by hand.",
  not_yours: "Only an admin can invite colleagues.",
  no_counselor: "Please choose a counselor who is active here.",
  last_admin: "This is the last active admin, and one has to stay.",
  welcomed_already: "This person has signed in already.",
  stale: "This person was changed somewhere else in the meantime. The page shows how it stands now.",
};

export const peopleFlashes = {
  invited: "The invitation is on its way.",
  invited_again: "The invitation is on its way once more.",
  role: "Saved. This person has to sign in again.",
};

/** How far somebody has come. */
export const arrivalWords = { invited: "Invited", here: "Here", left: "Deactivated" };
