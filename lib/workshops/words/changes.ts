import type { ChangedField } from "#lib/infra/prisma/enums.ts";

/** Mails about a session that changed or is cancelled. `kind` is "workshop", `title` its own, `start` in the reader's zone. */
export const changeMailWords = {
  changed: {
    subject: (kind: string, start: string) => `Changed: ${kind} on ${start}`,
    heading: (title: string) => `${title}: something changed`,
    seat: "You keep your seat. If you cannot come any more, give it back with one tap.",
    waiting: "You keep your place on the waitlist.",
    link: "See the session",
    why: "This mail came because you have a seat in this session, or wait for one.",
  },
  cancelled: {
    subject: (kind: string, start: string) => `Cancelled: ${kind} on ${start}`,
    heading: (title: string) => `${title} is cancelled`,
    line: "It does not take place, and no seat is kept. We are sorry.",
    link: "See other workshops",
    why: "This mail came because you had a seat in this session, or waited for one.",
  },
  itWas: "It was",
  from: (before: string, after: string) => `${after} (before: ${before})`,
  calendar: { come: (link: string) => `See it here: ${link}`, gone: "Cancelled." },
};

export const changedFieldWords: Readonly<Record<ChangedField, string>> = {
  kind: "Kind",
  title: "Title",
  time: "When",
  time_zone: "Zone of the place",
  area: "Where",
  place: "Address or link",
  facilitator: "With",
};
