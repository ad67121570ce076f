import type { Dimension } from "#lib/infra/prisma/enums.ts";

/** What a counselor saw or heard, as an observed example, by dimension. */
export const observed: Readonly<Record<Dimension, readonly string[]>> = {
  evidence: [
    "“I cut the returns backlog from 140 to 30 in six weeks”, and said which part was hers.",
    "Named the project and the team, the own part came only when I asked.",
  ],
  structure: [
    "Headline first on the outage question, then three steps, done in ninety seconds.",
    "Began with the background of the firm; the answer itself came after two minutes.",
  ],
  preparation: [
    "Quoted the new depot from their news page and asked about the night shift there.",
    "Knew the role well, and had the employer's name and size.",
  ],
  composure: [
    "Asked for a moment, breathed out, and went on with one fact.",
    "Lost the thread at the second follow-up and needed the question again.",
  ],
  appearance: [
    "Window behind the chair, so the face was dark for the first ten minutes.",
    "Camera at eye level, quiet room.",
  ],
  disposition: [
    "Smiled at the first question and asked back twice.",
    "Short answers until the talk came to the old team.",
  ],
  voice: ["Checked once whether the number had come across."],
  close: ["Two questions about the first month, then thanked and asked for the next step."],
};

/** The two lines of a scorecard. */
export const lines = {
  wentWell: [
    "The recovery line: it sounded like you.",
    "Numbers at the end of two answers.",
    "You asked the question back and bought yourself the time.",
    "A calm start, also when I pushed back.",
  ],
  nextTime: [
    "Say the headline first, then the story.",
    "One example with your own part in the first sentence.",
    "Two questions ready for the end.",
    "Stop after ninety seconds and look up.",
  ],
  ownWentWell: ["I did not freeze this time.", "The shift question felt easy.", "I remembered my numbers."],
  ownNextTime: ["Slower.", "Find a second example for teamwork.", "Ask something at the end."],
} as const;

/** Rehearsals of candidates: who they practised with, about what, and what they keep. */
export const rehearsals = [
  {
    with: null,
    about: "Sixty seconds about myself, three times, with the phone recording.",
    learned: "The third one was the best: shorter.",
  },
  {
    with: "Sunil, my brother",
    about: "The urgent load question, and what I say when my mind goes blank.",
    learned: "The breath before the first word helps.",
  },
  { with: "Mrs Okafor, my old shift lead", about: "Why I left, in three sentences.", learned: null },
  {
    with: null,
    about: "Two stories with a number at the end.",
    learned: "The returns story works, the other needs a result.",
  },
] as const;

/** What a friend wrote after a rehearsal. */
export const impression = {
  responses:
    "You answer what was asked. The second story was long; the number at its end is what I will remember.",
  appearance: "Good light. You looked at the notes on your left a few times.",
  disposition: "Warm, and calmer than last week. You laughed once, that was good.",
} as const;
