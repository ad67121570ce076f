/** Who can see that somebody comes. */
export const audienceWords = {
  candidate:
    "You and the agency's counselors and admins can see that you come or wait. Nobody else who comes can.",
  staff: "You, all counselors and admins can see who comes and who waits. Candidates see only themselves.",
};
