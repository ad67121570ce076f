import { newId } from "#lib/infra/hash.ts";
import type { Actor } from "../../tests/support/cast.ts";

/** A string that stands in one private field only, and who may ever receive it. */
export type Canary = { marker: string; field: string; mayReach: readonly Actor[] };

/** One side of the company: a candidate with their counselor, and everybody who is neither. */
export type Side = { candidate: "owner" | "otherCandidate"; counselor: "assigned" | "otherCounselor" };
export const sides: readonly Side[] = [
  { candidate: "owner", counselor: "assigned" },
  { candidate: "otherCandidate", counselor: "otherCounselor" },
];

/** The markers of one side, each made for a field. */
export class Marks {
  readonly all: Canary[] = [];
  constructor(private readonly side: Side) {}

  /** A new marker for `field`, for the candidate, their counselor, admins, or nobody at all. */
  of(field: string, ...who: ("candidate" | "counselor" | "admin" | "colleagues")[]): string {
    const marker = `zq${newId().slice(0, 8)}qz`;
    const { candidate, counselor } = this.side;
    const reach = {
      candidate: [candidate],
      counselor: [counselor],
      admin: ["admin"],
      colleagues: ["assigned", "otherCounselor", "admin"],
    } as const;
    this.all.push({
      marker,
      field: `${candidate}: ${field}`,
      mayReach: who.flatMap((one): readonly Actor[] => reach[one]),
    });
    return marker;
  }

  /** A text that only looks private is no canary: one that must reach nobody. */
  secret(marker: string, field: string): void {
    this.all.push({ marker, field: `${this.side.candidate}: ${field}`, mayReach: [] });
  }
}
