import type { CauseCode, OpinionSide } from "#lib/infra/prisma/enums.ts";

/** One person's choice of causes for one post-mortem. "Not sure yet" is a choice. */
export type Opinion = { readonly primary: CauseCode; readonly contributing: readonly CauseCode[] };

/** How one cause stands in both opinions, from the reader's side. */
export type Standing = "only_own" | "only_other" | "own_weighs_more" | "other_weighs_more" | "both";

export type OpinionsSeen = {
  readonly viewerSide: OpinionSide;
  readonly own: Opinion | null;
  /** Only when both have chosen. */
  readonly other: Opinion | null;
  readonly otherHasChosen: boolean;
  readonly isRevealed: boolean;
  /** Empty until revealed; differences first. */
  readonly compared: readonly { readonly cause: CauseCode; readonly standing: Standing }[];
  readonly agree: boolean;
};

/**
 * What the reader gets of two opinions: the other's only when both have chosen
 * (product.md, "Two opinions, blind"; I22). A query that can leave the other's
 * causes unselected until then does so, and passes `"chosen"` for them.
 */
export function opinionsFor(
  viewerSide: OpinionSide,
  own: Opinion | null,
  other: Opinion | "chosen" | null,
): OpinionsSeen {
  const otherHasChosen = other !== null;
  if (own === null || other === null || other === "chosen") {
    return { viewerSide, own, other: null, otherHasChosen, isRevealed: false, compared: [], agree: false };
  }
  const compared = compare(own, other);
  const agree = compared.every(({ standing }) => standing === "both");
  return { viewerSide, own, other, otherHasChosen, isRevealed: true, compared, agree };
}

const differencesFirst: readonly Standing[] = [
  "only_own",
  "only_other",
  "own_weighs_more",
  "other_weighs_more",
  "both",
];

function compare(own: Opinion, other: Opinion) {
  const causes = new Set([own.primary, other.primary, ...own.contributing, ...other.contributing]);
  return [...causes]
    .map((cause) => ({ cause, standing: standingOf(cause, own, other) }))
    .toSorted((a, b) => differencesFirst.indexOf(a.standing) - differencesFirst.indexOf(b.standing));
}

function standingOf(cause: CauseCode, own: Opinion, other: Opinion): Standing {
  const isIn = (opinion: Opinion) => opinion.primary === cause || opinion.contributing.includes(cause);
  if (!isIn(other)) return "only_own";
  if (!isIn(own)) return "only_other";
  if (own.primary === other.primary || (own.primary !== cause && other.primary !== cause)) return "both";
  return own.primary === cause ? "own_weighs_more" : "other_weighs_more";
}
