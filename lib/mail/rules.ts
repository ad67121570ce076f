import { afterQuiet, isQuiet } from "#lib/core/quiet-hours.ts";
import type { QuietHours } from "#lib/core/quiet-hours.ts";
import type { Instant } from "#lib/core/time.ts";
import type { MailState } from "#lib/infra/prisma/enums.ts";
import { mailStates } from "#lib/mail/words.ts";
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
  "post_mortem.prompt",
  "post_mortem.nudge",
  "post_mortem.rest",
];

/** What also goes to somebody whose access has ended: it takes a session out of their calendar. */
const partingKinds: readonly MailKind[] = ["mock.cancelled", "mock.handed_over"];

/** Whether a mail of this kind still goes to somebody whose access has ended. */
export function reachesDeactivated(kind: string): boolean {
  return partingKinds.some((one) => one === kind);
}

/** Until when a mail waits because it is night where its reader is; null if it may go. */
export function waitsUntil(kind: string, zone: string, now: Instant, quiet: QuietHours): Instant | null {
  const isOfTheDay = daytimeKinds.some((one) => one === kind);
  return isOfTheDay && isQuiet(now, zone, quiet) ? afterQuiet(now, zone, quiet) : null;
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

export type MailPlace = { readonly at: Temporal.Instant; readonly id: string };

/** Where a page of the log ended, as it stands in an address; null for anything that is not one. */
export function placeFrom(typed: unknown): MailPlace | null {
  const parts =
    typeof typed === "string"
      ? /^(\d{1,15})_([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/.exec(typed)
      : null;
  const [, at, id] = parts ?? [];
  return at && id && Number(at) <= 8.64e15
    ? { at: Temporal.Instant.fromEpochMilliseconds(Number(at)), id }
    : null;
}

export function placeText({ at, id }: MailPlace): string {
  return `${at.epochMilliseconds}_${id}`;
}
