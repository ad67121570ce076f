/**
 * Wall time as numbers: what local clocks show, counted in milliseconds as if it were UTC.
 * A zone is a row of stretches with one offset each, so an hour that is skipped belongs to no
 * stretch and one that happens twice to two, and nothing has to be guessed.
 */
import type { Span } from "./spans.ts";

/** Time during which a zone keeps one offset; wall time is instant + `offset` (milliseconds). */
export type Stretch = Span & { readonly offset: number };

const MARGIN_MS = 400 * 86_400_000;
const LAST_MS = 8.64e15;

/** Asking for a transition is slow next to arithmetic: the last answer for each zone is kept. */
const remembered = new Map<string, { readonly all: Span; readonly stretches: readonly Stretch[] }>();

/** The stretches that cover `[from, until)`; the first and last may reach beyond it. */
export function stretchesOf(zone: string, from: number, until: number): readonly Stretch[] {
  let known = remembered.get(zone);
  if (!known || from < known.all.from || until > known.all.until) {
    const all = { from: Math.max(from - MARGIN_MS, -LAST_MS), until: Math.min(until + MARGIN_MS, LAST_MS) };
    known = { all, stretches: readStretches(zone, all) };
    remembered.set(zone, known);
  }
  return known.stretches.filter((each) => each.until > from && each.from < until);
}

function readStretches(zone: string, all: Span): Stretch[] {
  const result: Stretch[] = [];
  let here = Temporal.Instant.fromEpochMilliseconds(all.from).toZonedDateTimeISO(zone);
  for (let from = all.from; from < all.until;) {
    const next = here.getTimeZoneTransition("next");
    const until = next ? Math.min(next.epochMilliseconds, all.until) : all.until;
    result.push({ from, until, offset: here.offsetNanoseconds / 1e6 });
    if (!next) break;
    here = next;
    from = until;
  }
  return result;
}

/** When clocks show a time in `[from, until)`: no span if they never do, two if they do so twice. */
export function whenClocksShow(stretches: readonly Stretch[], from: number, until: number): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const { offset } = stretch;
    const start = Math.max(stretch.from, from - offset);
    const end = Math.min(stretch.until, until - offset);
    if (start < end) result.push({ from: start, until: end, offset });
  }
  return result;
}

/** The wall time at an instant within the stretches. */
export function wallAt(stretches: readonly Stretch[], instant: number): number {
  const stretch = stretches.find((each) => instant < each.until);
  if (!stretch) throw new RangeError("the instant lies outside the given stretches");
  return instant + stretch.offset;
}
