/** Half-open stretch of time in epoch milliseconds: `from` belongs to it, `until` does not. */
export type Span = { readonly from: number; readonly until: number };

/** The same time as sorted spans that neither overlap nor touch; empty ones are dropped. */
export function joined(spans: readonly Span[]): Span[] {
  const result: { from: number; until: number }[] = [];
  let last: { from: number; until: number } | undefined;
  for (const span of spans.toSorted(byFrom)) {
    if (span.until <= span.from) continue;
    if (last && span.from <= last.until) {
      if (span.until > last.until) last.until = span.until;
    } else {
      last = { from: span.from, until: span.until };
      result.push(last);
    }
  }
  return result;
}

/** What is left of `spans` outside `holes`. Both as `joined` returns them, and so is the result. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const result: Span[] = [];
  let first = 0;
  for (const span of spans) {
    let from = span.from;
    while (first < holes.length && holes[first]!.until <= from) first += 1;
    for (let i = first; i < holes.length && holes[i]!.from < span.until; i += 1) {
      const hole = holes[i]!;
      if (hole.from > from) result.push({ from, until: hole.from });
      from = hole.until;
    }
    if (from < span.until) result.push({ from, until: span.until });
  }
  return result;
}

/** For sorting spans by their beginning. */
export function byFrom(a: Span, b: Span): number {
  return a.from - b.from;
}
