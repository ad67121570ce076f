import { environment } from "#lib/infra/env.ts";

let shift: Temporal.Duration | undefined;

/**
 * The only clock. `CLOCK_SHIFT` moves it, in demo and test processes only:
 * anywhere else a shifted clock would write wrong times into people's records.
 */
export function now(): Temporal.Instant {
  shift ??= readShift();
  return Temporal.Now.instant().add(shift);
}

/** Milliseconds since `start`, itself an answer of `elapsedSince(0)`: for measuring, never a point in time. */
export function elapsedSince(start: number): number {
  return performance.now() - start;
}

function readShift(): Temporal.Duration {
  const { CLOCK_SHIFT, DEMO, NODE_ENV } = environment();
  if (!CLOCK_SHIFT) return new Temporal.Duration();
  if (DEMO !== "1" && NODE_ENV !== "test") throw new Error("CLOCK_SHIFT is for the demo and for tests only.");
  return Temporal.Duration.from(CLOCK_SHIFT);
}
