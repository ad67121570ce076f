import type { ChangedField } from "#lib/infra/prisma/enums.ts";

/** Mails about a session that changed or is cancelled. `what` is its title, `start` day and time in the reader's zone. */
export const changeMailWords = {
  changed: {
    subject: (what: string, start: string) => `Changed: ${what} on ${start}`,
    heading: (what: string) => `${what}: something changed`,
    seat: "You keep your seat. If you cannot come any more, give it back with one tap.",
    waiting: "You keep your place on the waitlist.",
    link: "See the session",
    why: "This mail came because you have a seat in this session, or wait for one.",
  },
  cancelled: {
    subject: (what: string, start: string) => `Cancelled: ${what} on ${start}`,
    heading: (what: string) => `${what} is cancelled`,
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
