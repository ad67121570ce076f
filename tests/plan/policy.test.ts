import fc from "fast-check";
import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { OpinionSide, Sharing } from "#lib/infra/prisma/enums.ts";
import { canSeePlanAction, planActionsVisibleTo } from "#lib/plan/policy.ts";
import { revealed } from "#lib/post-mortems/policy.ts";

const ids = fc.constantFrom("a", "b", "c");
const viewers = fc
  .record({
    personId: ids,
    role: fc.constantFrom("candidate" as const, "counselor" as const, "admin" as const),
  })
  .map((who) => viewerFrom({ ...who, name: "Ana", timeZone: "UTC", looked: () => undefined }));
const sides = fc.constantFrom(...Object.values(OpinionSide));
const facts = fc.record({
  postMortem: fc.record({
    candidateId: ids,
    counselorId: fc.option(ids),
    isFinished: fc.boolean(),
    sharing: fc.constantFrom(...Object.values(Sharing)),
  }),
  side: sides,
  chosen: fc.uniqueArray(sides),
  said: fc.constantFrom("waiting", "next_round", "offer", "rejected"),
  outcome: fc.constantFrom("waiting", "next_round", "offer", "rejected"),
});

type Facts = typeof facts extends fc.Arbitrary<infer One> ? One : never;

/** The row in the database that these facts describe. */
const postMortemOf = ({ postMortem, chosen, said, outcome }: Facts) => ({
  candidateId: postMortem.candidateId,
  candidate: { counselorId: postMortem.counselorId },
  finishedAt: postMortem.isFinished ? "yesterday" : null,
  sharing: postMortem.sharing,
  opinions: chosen.map((side) => ({ side })),
  answers: [{ field: "outcome", value: said }],
  interview: { outcome },
});

/** Reads the few shapes of where clause that the policies make. */
function matches(where: unknown, row: unknown): boolean {
  if (where === null || typeof where !== "object") return where === row;
  return Object.entries(where).every(([field, wanted]: [string, unknown]) => {
    const rows = Array.isArray(row) ? row : [];
    if (field === "OR") return (wanted as unknown[]).some((each) => matches(each, row));
    if (field === "AND") return (wanted as unknown[]).every((each) => matches(each, row));
    if (field === "some") return rows.some((each) => matches(wanted, each));
    if (field === "none") return !rows.some((each) => matches(wanted, each));
    if (field === "notIn") return !(wanted as unknown[]).includes(row);
    if (field === "in") return (wanted as unknown[]).includes(row);
    if (field === "not") return row !== wanted;
    return matches(wanted, (row as Record<string, unknown>)[field]);
  });
}

test("the scope and the predicate say the same of everybody and every action", () => {
  fc.assert(
    fc.property(viewers, facts, (viewer, one) => {
      const postMortem = postMortemOf(one);
      const row = { postMortem, side: one.side };
      const isRevealed = matches(revealed(), postMortem);
      expect(matches(planActionsVisibleTo(viewer), row)).toBe(
        canSeePlanAction(viewer, { postMortem: one.postMortem, side: one.side, isRevealed }),
      );
    }),
    { numRuns: 3000 },
  );
});

test("until both have chosen, no side sees the other's actions (I22)", () => {
  fc.assert(
    fc.property(viewers, facts, (viewer, one) => {
      const own = viewer.role === "candidate" ? "candidate" : "counselor";
      fc.pre(one.side !== own && one.chosen.length === 1);
      const row = { postMortem: postMortemOf(one), side: one.side };
      expect(matches(planActionsVisibleTo(viewer), row)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
