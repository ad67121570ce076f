import fc from "fast-check";
import { expect, test } from "vitest";
import { CauseCode } from "#lib/infra/prisma/enums.ts";
import { opinionsFor, type Opinion } from "#lib/post-mortems/rules/opinions.ts";

const mine: Opinion = { primary: "NERVES", contributing: ["PITCH"] };
const theirs: Opinion = { primary: "PITCH", contributing: ["EMPLOYER_PREP"] };

test("before both have chosen the other's causes are in no part of the answer", () => {
  expect(opinionsFor("candidate", null, theirs)).toEqual({
    viewerSide: "candidate",
    own: null,
    other: null,
    otherHasChosen: true,
    isRevealed: false,
    compared: [],
    agree: false,
  });
  expect(JSON.stringify(opinionsFor("counselor", null, theirs))).not.toContain("PITCH");
  expect(opinionsFor("candidate", mine, null)).toMatchObject({
    own: mine,
    other: null,
    otherHasChosen: false,
    isRevealed: false,
  });
  expect(opinionsFor("candidate", mine, "chosen")).toMatchObject({
    other: null,
    otherHasChosen: true,
    isRevealed: false,
  });
});

test("both are shown once both have chosen, differences first", () => {
  const seen = opinionsFor("candidate", mine, theirs);
  expect(seen).toMatchObject({ own: mine, other: theirs, isRevealed: true, agree: false });
  expect(seen.compared).toEqual([
    { cause: "NERVES", standing: "only_own" },
    { cause: "EMPLOYER_PREP", standing: "only_other" },
    { cause: "PITCH", standing: "other_weighs_more" },
  ]);
});

test("not sure yet is a choice", () => {
  expect(opinionsFor("candidate", { primary: "UNSURE", contributing: [] }, theirs).isRevealed).toBe(true);
});

test("the same causes with the same weight agree; both sides see the mirror of each other", () => {
  const opinion = fc
    .uniqueArray(fc.constantFrom(...Object.values(CauseCode)), { minLength: 1, maxLength: 3 })
    .map(([primary = "UNSURE", ...contributing]) => ({ primary, contributing }));
  const mirror = {
    only_own: "only_other",
    only_other: "only_own",
    own_weighs_more: "other_weighs_more",
    other_weighs_more: "own_weighs_more",
    both: "both",
  };
  fc.assert(
    fc.property(opinion, opinion, (a, b) => {
      const here = opinionsFor("candidate", a, b);
      const there = new Map(
        opinionsFor("counselor", b, a).compared.map(({ cause, standing }) => [cause, standing]),
      );
      for (const { cause, standing } of here.compared) expect(there.get(cause)).toBe(mirror[standing]);
      expect(opinionsFor("candidate", a, a).agree).toBe(true);
      const order = here.compared.map(({ standing }) => standing === "both");
      expect(order.indexOf(true) === -1 || !order.slice(order.indexOf(true)).includes(false)).toBe(true);
    }),
  );
});
