import type { Dimension } from "#lib/infra/prisma/enums.ts";

/** The levels of a dimension in words; 1 to 5 in the database, in this order. */
export const levelLabels = {
  not_yet: "Not yet",
  starting: "Starting",
  getting_there: "Getting there",
  ready: "Ready",
  stands_out: "Stands out",
} as const;
export type Level = keyof typeof levelLabels;

export const notSure = "Not sure";

/** The dimensions that a candidate rates, with what each is about and what its five levels look like (product.md). */
export const dimensionWords = {
  evidence: {
    label: "Evidence",
    about: "Examples of what you did",
    anchors: [
      "claims, no example",
      "example, my part unclear",
      "specific example, no result",
      "specific, my actions, a measured result",
      "and the choices weighed, the lesson, the link to this job",
    ],
  },
  structure: {
    label: "Structure",
    about: "Answers that are easy to follow",
    anchors: [
      "does not answer what was asked",
      "the point comes late, long detours",
      "answers it, uneven order",
      "headline first, clear order, one to two minutes",
      "every sentence serves the question",
    ],
  },
  preparation: {
    label: "Preparation",
    about: "What you knew about them and the job",
    anchors: [
      "cannot say what the organisation does",
      "knows the name and the industry",
      "knows the role, little of the organisation",
      "matches own strengths to the role’s needs",
      "uses a recent fact or insight",
    ],
  },
  composure: {
    label: "Composure",
    about: "Keeping calm, going on",
    anchors: [
      "freezes, cannot go on",
      "rushes or blanks, needs rescue",
      "nervous, goes on",
      "steady, pauses, recovers",
      "calm under pushback, uses the stumble",
    ],
  },
  appearance: {
    label: "Appearance",
    about: "Dress, room, camera and sound",
    anchors: [
      "far from the role’s dress code, or video unusable",
      "several things to mend",
      "acceptable, one distraction",
      "fits; camera, sound, light, papers ready",
      "polished, thought through for this employer",
    ],
  },
  disposition: {
    label: "Disposition",
    about: "Energy, warmth, listening",
    anchors: [
      "disengaged or negative",
      "flat or guarded",
      "polite, uneven",
      "warm, attentive, positive about past employers",
      "builds rapport, adapts to the interviewer",
    ],
  },
} as const;

/** What each dimension is called; the last two only scorecards have. */
export const dimensionLabels: Readonly<Record<Dimension, string>> = {
  evidence: dimensionWords.evidence.label,
  structure: dimensionWords.structure.label,
  preparation: dimensionWords.preparation.label,
  composure: dimensionWords.composure.label,
  appearance: dimensionWords.appearance.label,
  disposition: dimensionWords.disposition.label,
  voice: "Voice",
  close: "Close",
};

export const ratingsWords = {
  anchors: "What the words mean",
  anchorsOf: (dimension: string) => `for ${dimension.toLowerCase()}`,
  fair: "Rate what you said and did; never your accent, your body or the price of your clothes.",
};
