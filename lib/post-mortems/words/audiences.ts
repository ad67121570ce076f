/** Everything that is finished, with who may read it. */
export const sharedWords = {
  title: "Who may read what",
  intro: "Every debrief says who may read it. Open one to change that, at any time.",
  emptyTitle: "Your debriefs will stand here",
  empty: "Once one is finished, you see here who may read it.",
};
