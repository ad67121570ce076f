/** What a key asks of a list, or of the page around it. */
export type KeyMove = "next" | "previous" | "help";

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** The move that a press means; `null` for every other key, and with Ctrl, Alt or Meta. Enter follows a link anyway. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Pressed): KeyMove | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "j" || key === "J") return "next";
  if (key === "k" || key === "K") return "previous";
  if (key === "?") return "help";
  return null;
}

/**
 * The place after a move in a list of `count` rows: from nowhere (-1) to the first, never past an end.
 * -1 only if the list is empty.
 */
export function placeAfter(move: "next" | "previous", place: number, count: number): number {
  if (count === 0) return -1;
  if (place < 0) return 0;
  return Math.min(count - 1, Math.max(0, place + (move === "next" ? 1 : -1)));
}

/** Whether a press in this element is text, not a command. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, dialog *"))
  );
}

const setting = "single-keys";

/** Whether single keys are commands on this device; people who dictate switch them off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return localStorage.getItem(setting) !== "off";
}

/** Switches single keys on or off on this device. */
export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(setting);
  else localStorage.setItem(setting, "off");
}

/** Calls `act` on every move until the returned function is called. */
export function onKeyMove(act: (move: KeyMove) => void): () => void {
  const listen = (event: KeyboardEvent) => {
    const move = moveOf(event);
    if (move === null || event.defaultPrevented || takesText(event.target) || !keysAreOn()) return;
    event.preventDefault();
    act(move);
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}
