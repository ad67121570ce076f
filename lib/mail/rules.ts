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

/** What becomes of a mail after a try that did not go through: `attempts` includes it. */
export function isLastTry(attempts: number): boolean {
  return attempts >= mailTries;
}
