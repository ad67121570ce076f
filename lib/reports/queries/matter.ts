import { counted, named } from "#lib/reports/rules.ts";
import type { MatterKind } from "#lib/reports/words.ts";

/** One line of the overview: who or what, what of it, and where it leads; null where there is nothing to open. */
export type Item = { key: string; label: string; detail: string; href: string | null };

/** One matter: how many (`isCut`: at least so many), the first few, and the list where it is mended. */
export type Matter = {
  kind: MatterKind;
  count: number;
  isCut: boolean;
  items: Item[];
  /** How many are not named. */
  more: number;
  href: string;
};

/** `count` says how many there are where one item stands for several. */
export function matter(
  kind: MatterKind,
  { items, href, count = items.length }: { items: readonly Item[]; href: string; count?: number },
): Matter {
  return {
    kind,
    count: Math.min(count, counted),
    isCut: count > counted,
    items: items.slice(0, named),
    more: Math.max(0, items.length - named),
    href,
  };
}
