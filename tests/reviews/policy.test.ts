import fc from "fast-check";
import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import {
  canSeeInternalNote,
  canSeeNote,
  internalNotesVisibleTo,
  notesVisibleTo,
} from "#lib/reviews/policy.ts";

const id = fc.constantFrom("a", "b", "c");
const viewers = fc
  .record({
    personId: id,
    role: fc.constantFrom("candidate" as const, "counselor" as const, "admin" as const),
  })
  .map((facts) => viewerFrom({ ...facts, name: facts.personId, timeZone: "UTC", looked: () => undefined }));
const postMortems = fc.record({
  candidateId: id,
  counselorId: fc.option(id),
  isFinished: fc.boolean(),
  sharing: fc.constantFrom("only_me" as const, "my_counselor" as const, "agency" as const),
});

/** A post-mortem's facts as the row that a where clause reads. */
const rowOf = (facts: {
  candidateId: string;
  counselorId: string | null;
  isFinished: boolean;
  sharing: string;
}) => ({
  candidateId: facts.candidateId,
  candidate: { id: facts.candidateId, role: "candidate", counselorId: facts.counselorId },
  finishedAt: facts.isFinished ? "then" : null,
  sharing: facts.sharing,
});

test("of notes, the where clause and the predicate say the same", () => {
  fc.assert(
    fc.property(viewers, postMortems, (viewer, postMortem) => {
      const row = { candidateId: postMortem.candidateId, postMortem: rowOf(postMortem) };
      expect(matches(notesVisibleTo(viewer), row)).toBe(canSeeNote(viewer, postMortem));
    }),
  );
});

test("of internal notes, the where clause and the predicate say the same, and no candidate sees any (I9)", () => {
  fc.assert(
    fc.property(viewers, postMortems, fc.boolean(), (viewer, facts, isAboutPostMortem) => {
      const { candidateId, counselorId } = facts;
      const postMortem = isAboutPostMortem ? facts : null;
      const row = {
        id: "note",
        postMortemId: postMortem && "post-mortem",
        postMortem: postMortem && rowOf(postMortem),
        candidate: { id: candidateId, role: "candidate", counselorId },
      };
      const can = canSeeInternalNote(viewer, { candidate: { id: candidateId, counselorId }, postMortem });
      expect(matches(internalNotesVisibleTo(viewer), row)).toBe(can);
      if (viewer.role === "candidate") expect(can).toBe(false);
    }),
  );
});

/** Reads the few shapes of where clause that the policies make. */
function matches(where: unknown, row: unknown): boolean {
  if (where === null || typeof where !== "object") return where === row;
  return Object.entries(where).every(([field, wanted]: [string, unknown]) => {
    if (field === "OR") return (wanted as unknown[]).some((each) => matches(each, row));
    if (field === "AND") return (wanted as unknown[]).every((each) => matches(each, row));
    if (field === "not") return row !== wanted;
    if (field === "in") return (wanted as unknown[]).includes(row);
    if (field === "is") return row !== null && matches(wanted, row);
    return (
      row !== null && typeof row === "object" && matches(wanted, (row as Record<string, unknown>)[field])
    );
  });
}
