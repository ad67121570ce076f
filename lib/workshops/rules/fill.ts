import { fillWords } from "../words/pages.ts";

export type Fill = { taken: number; held: number; capacity: number; waiting: number };

/** How full a session is: "12 of 20 seats taken, 1 held for an offer, 4 waiting". Null is one that is held elsewhere. */
export function fillInWords(fill: Fill | null): string {
  if (fill === null) return fillWords.elsewhere;
  const parts = [fillWords.seats(fill.taken, fill.capacity)];
  if (fill.held > 0) parts.push(fillWords.held(fill.held));
  if (fill.waiting > 0) parts.push(fillWords.waiting(fill.waiting));
  return parts.join(", ");
}
