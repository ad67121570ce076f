import type { ActionKind, DueFrom } from "#lib/infra/prisma/enums.ts";

/** The longest texts of the taxonomy, in characters, as their columns have them; days count from 0. */
export const causeLimits = {
  name: 80,
  line: 160,
  promise: 300,
  recognise: 600,
  helps: 900,
  helpsLines: 3,
  exercise: 600,
  action: 160,
  days: 60,
} as const;

/** What an admin reads when a change cannot be made. */
export const causeWords = {
  needed: "Please write something here; it is shown to candidates.",
  threeLines: "Please write three things, each on a line of its own.",
  between: "Please write a whole number of days, from 0 to 60.",
  onOrOff: "Please choose whether it is offered.",
  stale:
    "The causes were changed by somebody else in the meantime. What you typed stands in the form; what is saved now stands beside it where it differs. Saving again keeps what stands in the form.",
  stays_on: "This one always stands beside the others in the form, so it cannot be turned off.",
  four_stay_on: "The form suggests four causes, so four of them have to stay on. Turn another one on first.",
  unchanged: "Nothing differs from what is saved, so no new version was made.",
};

/** What a page says after `?done=…`. */
export const causeFlashes = {
  saved:
    "Saved as a new version. Post-mortems that begin from now on use it; those that have begun keep theirs.",
};

export const causeSettingsWords = {
  title: "Causes",
  intro:
    "What a post-mortem can name, with its promises, actions and guide. A change makes a new version and applies to post-mortems that begin afterwards.",
  caption: (number: number) => `Version ${number} holds now`,
  columns: { name: "Cause", state: "In the form", actions: "Actions", changed: "Last changed" },
  on: "On",
  off: "Off",
  offered: "Offered",
  actionsOn: (on: number, all: number) => (on === all ? String(all) : `${on} of ${all}`),
  asItBegan: "as it came with the installation",
  by: (name: string) => `by ${name}`,
  version: (number: number) => `Version ${number}`,
  guide: "See the guide",
  alwaysOn: "It always stands beside the four that the form suggests.",
  offMeans: "Off: no form offers it any more. Where it was chosen it keeps its name, and its guide stays.",
  formTitle: "As it is now",
  whatItIs: "What candidates read",
  promise: "The promise that the form suggests",
  promiseHint: "“Next time, if … then I will …”; both halves without “if”, “then” and a full stop.",
  guideTitle: "The guide",
  actions: "Actions, in the order in which the plan takes them",
  noActions: "This cause has no actions for the candidate.",
  action: (place: number) => `Action ${place}`,
  days: (from: DueFrom) =>
    from === "making" ? "Days until it is due" : "Due how many days before the next interview",
  save: "Save as a new version",
  history: "What changed when",
  nothingChanged: "Nothing yet. Each change stands here with who made it, and what was there before.",
  older: "Older changes",
  before: "Before",
  after: "After",
};

export const fieldLabels = {
  isOn: "In the form",
  name: "Name",
  line: "Line under the name",
  promiseIf: "If …",
  promiseThen: "… then I will",
  promiseOr: "Or: … then I will",
  recognise: "How to recognise it",
  helps: "Three things that help, a line each",
  exercise: "One exercise of ten minutes",
  text: "What to do",
  days: "Days",
} as const;

export const actionKindLabels: Record<ActionKind, string> = {
  skill: "Skill",
  confidence: "Confidence",
  both: "Skill and confidence",
  practical: "Practical",
};
