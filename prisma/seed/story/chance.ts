import { sha256 } from "#lib/infra/hash.ts";

/** Choices that look like chance and are the same in every seeding. */
export type Chance = ReturnType<typeof chanceOf>;

/** Begins the choices of one person or thing, so that a change to another leaves them as they are. */
export function chanceOf(name: string) {
  let state = Number.parseInt(sha256(name).slice(0, 8), 16);
  /** From 0 to 1, without 1: Mulberry32, which is small and even enough for a story. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("Nothing to choose from");
    return item;
  };
  /** All of them in another order. */
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, order: next() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ item }) => item);
  return {
    /** A whole number from 0, below `end`. */
    below,
    /** A whole number from `first` to `last`, both included. */
    between: (first: number, last: number): number => first + below(last - first + 1),
    /** True this often, from 0 to 1. */
    is: (share: number): boolean => next() < share,
    pick,
    shuffled,
    /** Each as often as its weight says. */
    weighted: <Item extends string>(weights: Readonly<Partial<Record<Item, number>>>): Item => {
      const entries = Object.entries(weights) as [Item, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0];
      if (!found) throw new Error("Nothing to choose from");
      return found[0];
    },
  };
}
