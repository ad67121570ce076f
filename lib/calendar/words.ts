/** What stands in a private calendar feed. */
export const feedEntryWords = {
  name: (agency: string) => `Debrief, ${agency}`,
  session: (kind: string, partner: string) =>
    `${kind.charAt(0).toUpperCase()}${kind.slice(1)} with ${partner}`,
  sessionHint: (link: string) => `Move or cancel it here: ${link}`,
  interview: (employer: string) => `Interview with ${employer}`,
  interviewHint: (jobTitle: string, link: string) => `${jobTitle}. ${link}`,
  workshopHint: (link: string) => `Your seat: ${link}`,
};
