import { isId } from "#lib/core/id.ts";
import { afterQuiet, isQuiet } from "#lib/core/quiet-hours.ts";
import type { QuietHours } from "#lib/core/quiet-hours.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { checkText } from "#lib/core/text.ts";
import { addMinutes, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { MailState } from "#lib/infra/prisma/enums.ts";
import { isMailKind, mailKinds, mailStates } from "#lib/mail/words.ts";
import type { MailKind } from "#lib/mail/words.ts";

/** Tries of one mail before it is dead; with the queue's backoff they spread over a day (quality.md, "Traps"). */
export const mailTries = 8;

/**
 * Seconds after which an attempt that said nothing is taken over. As long as the queue's heartbeat: a worker
 * that was silent for so long is gone. Taking over too early costs a second copy with the same Message-ID.
 */
export const attemptSeconds = 10;

/** Minutes after which a waiting mail without a job is given one again. */
export const rescueMinutes = 2;

export function queueOf(kind: MailKind): "sign-in-mails" | "mails" {
  return kind === "sign_in.requested" ? "sign-in-mails" : "mails";
}

/** What can wait for the morning of its reader: notes and nudges (product.md, "Mail"). All others go at once. */
const daytimeKinds: readonly MailKind[] = [
  "note.shared",
  "mock.missed",
  "post_mortem.prompt",
  "post_mortem.nudge",
  "post_mortem.rest",
];

/** What also goes to somebody whose access has ended: it takes a session out of their calendar. */
const partingKinds: readonly MailKind[] = ["mock.cancelled", "mock.handed_over", "seat.given_back"];

/** Whether a mail of this kind still goes to somebody whose access has ended. */
export function reachesDeactivated(kind: string): boolean {
  return partingKinds.some((one) => one === kind);
}

/** Until when a mail waits because it is night where its reader is; null if it may go. */
export function waitsUntil(kind: string, zone: string, now: Instant, quiet: QuietHours): Instant | null {
  const isOfTheDay = daytimeKinds.some((one) => one === kind);
  return isOfTheDay && isQuiet(now, zone, quiet) ? afterQuiet(now, zone, quiet) : null;
}

/** Minutes within which an act can be undone before a mail tells of it. */
const graceMinutes = 10;

/** Until when a mail waits because the act that it tells of may be undone yet; null if it may go. */
export function graceUntil(kind: string, actedAt: Instant, now: Instant): Instant | null {
  const until = addMinutes(actedAt, graceMinutes);
  return kind === "mock.missed" && isBefore(now, until) ? until : null;
}

/** What comes by itself and can be left out: not sent to an address from which mails come back. */
const nudgeKinds: readonly MailKind[] = ["post_mortem.prompt", "post_mortem.nudge", "post_mortem.rest"];

export function isNudge(kind: string): boolean {
  return nudgeKinds.some((one) => one === kind);
}

export type AddressFacts = {
  /** The latest mail to the person that was sent or given up; null where there is none. */
  readonly latest: {
    readonly state: MailState;
    readonly reason: string | null;
    readonly triedAt: Instant | null;
  } | null;
  readonly changedAt: Instant | null;
};

/** Whether an address is flagged: its mail server refused the latest mail, and it was not changed since. */
export function isAddressFlagged({ latest, changedAt }: AddressFacts): boolean {
  if (latest?.state !== "dead" || latest.reason !== "address_refused") return false;
  return changedAt === null || latest.triedAt === null || isBefore(changedAt, latest.triedAt);
}

/** Copies of one mail by hand; more are no help. */
export const mostCopies = 10;

export type ResendFacts = {
  readonly kind: string;
  /** The mail and its copies so far. */
  readonly copies: readonly { readonly copy: number; readonly state: MailState }[];
};

/** Whether a mail is sent again, as which copy: not a sign-in mail, not while one of them waits, ten times at most. */
export function decideResend({
  kind,
  copies,
}: ResendFacts): Result<{ copy: number }, "sign_in_mail" | "still_waiting" | "too_many_copies"> {
  if (kind === "sign_in.requested") return refuse("sign_in_mail");
  if (copies.some(({ state }) => state === "waiting")) return refuse("still_waiting");
  const copy = Math.max(0, ...copies.map((one) => one.copy)) + 1;
  return copy > mostCopies ? refuse("too_many_copies") : ok({ copy });
}

/** What becomes of a mail after a try that did not go through: `attempts` includes it. */
export function isLastTry(attempts: number): boolean {
  return attempts >= mailTries;
}

const states: readonly string[] = Object.keys(mailStates);

/** The filter that an address carries; anything unknown is no filter. */
export function stateFrom(typed: unknown): MailState | null {
  return typeof typed === "string" && states.includes(typed) ? (typed as MailState) : null;
}

/**
 * The kinds that the address of the log names; null for anything unknown. Two kinds of one name are one to colleagues (that
 * somebody stopped half-way is no word for a log), so that they are found together.
 */
export function kindsFrom(typed: unknown): readonly MailKind[] | null {
  if (typeof typed !== "string" || !isMailKind(typed)) return null;
  return allKinds.filter((kind) => mailKinds[kind] === mailKinds[typed]);
}

const allKinds = Object.keys(mailKinds).filter((kind) => isMailKind(kind));

/** The kinds to choose from, each name once, by name. */
export const kindChoices: readonly { value: MailKind; label: string }[] = allKinds
  .filter((kind) => kindsFrom(kind)?.[0] === kind)
  .map((value) => ({ value, label: mailKinds[value] }))
  .toSorted((a, b) => (a.label < b.label ? -1 : 1));

/** What the log is narrowed to. */
export type MailFilter = {
  readonly state: MailState | null;
  readonly kinds: readonly MailKind[] | null;
  /** A part of the reader's name; for admins of the address too. At most 120 characters; empty: anybody. */
  readonly search: string;
  /** One reader. */
  readonly person: string | null;
};

/** The filter of an address; whatever it cannot mean is no filter. */
export function filterFrom(asked: Readonly<Record<string, string | string[] | undefined>>): MailFilter {
  const { state, kind, q, person } = asked;
  return {
    state: stateFrom(state),
    kinds: kindsFrom(kind),
    search: typeof q === "string" && checkText(q.trim(), 120) === null ? q.trim() : "",
    person: typeof person === "string" && isId(person) ? person : null,
  };
}

/** The address of the log with this filter, and anything else that it shall hold. */
export function logAddress(filter: Partial<MailFilter>, more: Readonly<Record<string, string>> = {}): string {
  const { state, kinds, search, person } = filter;
  const [kind] = kinds ?? [];
  const asked = new URLSearchParams({
    ...(state && { state }),
    ...(kind && { kind }),
    ...(search && { q: search }),
    ...(person && { person }),
    ...more,
  });
  return asked.size === 0 ? "/log" : `/log?${asked.toString()}`;
}

export type MailThing = {
  readonly event: { readonly kind: string; readonly subjectId: string };
  readonly recipient: { readonly id: string; readonly isCandidate: boolean };
  /** Whether the viewer is who it went to. */
  readonly isOwn: boolean;
};

/** Where a mail leads colleagues: the session, the post-mortem in one's own mail, else its candidate's page; null: nowhere. */
export function thingOf({ event, recipient, isOwn }: MailThing): {
  to: "session" | "post_mortem" | "candidate";
  href: string;
} | null {
  if (event.kind.startsWith("mock.")) return { to: "session", href: `/calendar/mocks/${event.subjectId}` };
  if (isOwn && event.kind === "post_mortem.finished")
    return { to: "post_mortem", href: `/desk/post-mortems/${event.subjectId}` };
  return recipient.isCandidate ? { to: "candidate", href: `/candidates/${recipient.id}` } : null;
}
