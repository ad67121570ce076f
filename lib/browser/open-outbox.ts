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

const leavingKey = "debrief:leaving";

/** Signing out was pressed: whose answers are to be taken off this device, once the server has said yes. */
export function markLeaving(): void {
  try {
    if (open) sessionStorage.setItem(leavingKey, open.person);
  } catch {
    // A browser that keeps nothing has nothing to take off.
  }
}

/** Signed out: what whoever left here did not send is taken off this device; nothing of anybody else. */
export function clearLeft(): void {
  try {
    const person = sessionStorage.getItem(leavingKey);
    if (person === null) return;
    sessionStorage.removeItem(leavingKey);
    forget(waitingOf(person).map((row) => row.id));
  } catch {
    // As above.
  }
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
