import fc from "fast-check";
import { expect, test } from "vitest";
import { viewerFrom, type Viewer } from "#lib/core/viewer.ts";
import { Sharing } from "#lib/infra/prisma/enums.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";
import {
  callsToNote,
  callsVisibleTo,
  canHearOfCall,
  canNoteCall,
  canOpenDraft,
  canSeeLowMoment,
  canSeePostMortem,
  draftsOpenTo,
  lowMomentsVisibleTo,
  postMortemsVisibleTo,
  whoCanSee,
  type DraftFacts,
  type PostMortemFacts,
} from "#lib/post-mortems/policy.ts";

const ids = fc.constantFrom("a", "b", "c");
const viewers = fc
  .record({
    personId: ids,
    role: fc.constantFrom("candidate" as const, "counselor" as const, "admin" as const),
  })
  .map((who): Viewer =>
    viewerFrom({ ...who, name: "Ana Ferreira", timeZone: "UTC", looked: () => undefined }),
  );
const facts = fc.record<PostMortemFacts>({
  candidateId: ids,
  counselorId: fc.option(ids),
  isFinished: fc.boolean(),
  sharing: fc.constantFrom(...Object.values(Sharing)),
});

/** The row in the database that these facts describe. */
const rowOf = ({ candidateId, counselorId, isFinished, sharing }: PostMortemFacts) => ({
  candidateId,
  finishedAt: isFinished ? "yesterday" : null,
  sharing,
  candidate: { counselorId },
});

/** Whether a row matches a where clause, of those forms that this policy uses. */
function matches(row: unknown, where: unknown): boolean {
  if (typeof where !== "object" || where === null) return row === where;
  return Object.entries(where).every(([key, wanted]: [string, unknown]) => {
    if (key === "OR") return Array.isArray(wanted) && wanted.some((one) => matches(row, one));
    if (key === "not") return row !== wanted;
    return matches((row as Record<string, unknown>)[key], wanted);
  });
}

test("the scope and the predicate say the same of everybody and everything", () => {
  fc.assert(
    fc.property(viewers, facts, (viewer, one) => {
      expect(matches(rowOf(one), postMortemsVisibleTo(viewer))).toBe(canSeePostMortem(viewer, one));
    }),
    { numRuns: 1000 },
  );
});

const momentFacts = {
  candidateId: ids,
  counselorId: fc.option(ids),
  isEnough: fc.boolean(),
  isAsked: fc.boolean(),
  sharing: fc.constantFrom(...Object.values(Sharing)),
};
const moments = fc.record(momentFacts);

test("the first half of a very low one: scope and predicate say the same, also of the wish for a call", () => {
  fc.assert(
    fc.property(viewers, moments, (viewer, one) => {
      const { candidateId, counselorId, sharing } = one;
      const row = {
        candidateId,
        sharing,
        enoughAt: one.isEnough ? "yesterday" : null,
        callAskedAt: one.isAsked ? "yesterday" : null,
        candidate: { counselorId },
      };
      expect(matches(row, lowMomentsVisibleTo(viewer))).toBe(canSeeLowMoment(viewer, one));
      expect(matches(row, callsVisibleTo(viewer))).toBe(canHearOfCall(viewer, one));
      const isOwner = viewer.role === "candidate" && viewer.personId === candidateId;
      if (!isOwner && sharing === "only_me") expect(canSeeLowMoment(viewer, one)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("a call that can be noted as made: scope and predicate say the same, and never of what only its wish is told", () => {
  const calls = fc.record({ ...momentFacts, isFinished: fc.boolean(), isVeryLow: fc.boolean() });
  fc.assert(
    fc.property(viewers, calls, (viewer, one) => {
      const row = {
        candidateId: one.candidateId,
        sharing: one.sharing,
        mood: one.isVeryLow ? "very_low" : "low",
        finishedAt: one.isFinished ? "yesterday" : null,
        enoughAt: one.isEnough ? "yesterday" : null,
        callAskedAt: one.isAsked ? "yesterday" : null,
        candidate: { counselorId: one.counselorId },
      };
      const can = canNoteCall(viewer, one);
      expect(matches(row, callsToNote(viewer))).toBe(can);
      if (!one.isAsked && (one.sharing === "only_me" || !one.isVeryLow)) expect(can).toBe(false);
      if (canHearOfCall(viewer, one) && viewer.role !== "candidate") expect(can).toBe(true);
      if (viewer.role === "candidate") expect(can).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("only me is nobody else's, and a draft is none of the staff's", () => {
  fc.assert(
    fc.property(viewers, facts, (viewer, one) => {
      const isOwner = viewer.role === "candidate" && viewer.personId === one.candidateId;
      if (!isOwner && (one.sharing === "only_me" || !one.isFinished))
        expect(canSeePostMortem(viewer, one)).toBe(false);
    }),
  );
});

test("the sentence names the people", () => {
  const names = { candidate: "Maya", counselor: "Ana" };
  const say = (role: Role, sharing: Sharing, isFinished = true) =>
    whoCanSee(
      viewerFrom({ personId: "a", role, name: "", timeZone: "UTC", looked: () => undefined }),
      { isFinished, sharing },
      names,
    );
  expect(say("candidate", "my_counselor", false)).toBe("Only you can see this, until you finish.");
  expect(say("candidate", "only_me")).toBe("Only you can see this.");
  expect(say("candidate", "my_counselor")).toBe("You and Ana can see this.");
  expect(say("candidate", "agency")).toBe("You and every counselor of the agency can see this.");
  expect(say("counselor", "my_counselor")).toBe("Maya and you, as the assigned counselor, can see this.");
  expect(say("admin", "agency")).toBe("Maya and every counselor of the agency can see this.");
});

const drafts = fc.record<DraftFacts>({
  candidateId: ids,
  counselorId: fc.option(ids),
  isFinished: fc.boolean(),
  enteredById: fc.option(ids),
  isHandedOver: fc.boolean(),
});

test("into a draft write its candidate and who enters it: scope and predicate say the same", () => {
  fc.assert(
    fc.property(viewers, drafts, (viewer, one) => {
      const row = {
        candidateId: one.candidateId,
        finishedAt: one.isFinished ? "yesterday" : null,
        handedOverAt: one.isHandedOver ? "today" : null,
        enteredById: one.enteredById,
        candidate: { counselorId: one.counselorId },
      };
      expect(matches(row, draftsOpenTo(viewer))).toBe(canOpenDraft(viewer, one));
    }),
    { numRuns: 1000 },
  );
});

test("of staff only who enters it reads a draft, and nobody once it is handed over or finished", () => {
  fc.assert(
    fc.property(viewers, drafts, (viewer, one) => {
      if (viewer.role === "candidate" || !canOpenDraft(viewer, one)) return;
      expect(one).toMatchObject({ enteredById: viewer.personId, isFinished: false, isHandedOver: false });
      if (viewer.role === "counselor") expect(one.counselorId).toBe(viewer.personId);
    }),
    { numRuns: 1000 },
  );
  const who = { personId: "a", role: "counselor", name: "", timeZone: "UTC" } as const;
  const ana = viewerFrom({ ...who, looked: () => undefined });
  const entering = {
    candidateId: "m",
    counselorId: "a",
    isFinished: false,
    enteredById: "a",
    isHandedOver: false,
  };
  expect(canOpenDraft(ana, entering)).toBe(true);
  expect(canOpenDraft(ana, { ...entering, counselorId: "b" })).toBe(false);
});
