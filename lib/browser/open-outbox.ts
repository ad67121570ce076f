import { Outbox } from "./outbox.ts";
import { forget, waitingOf } from "./waiting.ts";

let open: Outbox | null = null;

/** The outbox of this person on this device: one for the page, whoever asks for it. */
export function openOutbox(person: string): Outbox {
  if (open?.person === person) return open;
  open?.close();
  open = new Outbox(person);
  return open;
}

/** Signing out: what was not sent is taken off this device. */
export function clearOutbox(): void {
  if (open) forget(waitingOf(open.person).map((row) => row.id));
  closeOutbox();
}

/** As `sendFirst` of the open outbox; without one nothing waits. */
export function sendFirst(interview: string, then: () => void): boolean {
  return open?.sendFirst(interview, then) ?? false;
}

/** Nothing is sent any more from this page; what waits stays. */
export function closeOutbox(): void {
  open?.close();
  open = null;
}
