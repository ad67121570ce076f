import fc from "fast-check";
import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { Role } from "#lib/infra/prisma/enums.ts";
import {
  applicationsVisibleTo,
  canSeeInterview,
  interviewAudience,
  interviewsVisibleTo,
} from "#lib/interviews/policy.ts";

const id = fc.constantFrom("maya", "luis", "ana", "ben", "amir");
const viewer = fc
  .record({ personId: id, role: fc.constantFrom(...Object.values(Role)) })
  .map((facts) => viewerFrom({ ...facts, name: facts.personId, timeZone: "UTC", looked: () => undefined }));
const interview = fc
  .record({ candidateId: id, counselorId: fc.option(id) })
  .map(({ candidateId, counselorId }) => ({ candidateId, candidate: { id: candidateId, counselorId } }));

/** What Postgres does with these where clauses: every named column equals. */
function fits(row: object, where: object): boolean {
  return Object.entries(where).every(([name, wanted]) => {
    const value = (row as Record<string, unknown>)[name];
    if (typeof wanted === "object" && wanted !== null) return fits(value as object, wanted);
    return value === wanted;
  });
}

test("the scope of lists and the check of one interview are the same rule", () => {
  fc.assert(
    fc.property(viewer, interview, (viewer, interview) => {
      expect(fits(interview, interviewsVisibleTo(viewer))).toBe(canSeeInterview(viewer, interview));
      expect(fits(interview, applicationsVisibleTo(viewer))).toBe(canSeeInterview(viewer, interview));
    }),
  );
});

test("the sentence names whom the rule lets in", () => {
  const as = (name: string, role: Viewer["role"]) =>
    viewerFrom({ personId: name, name, role, timeZone: "UTC", looked: () => undefined });
  const names = { candidate: "Maya", counselor: "Ana" };
  expect(interviewAudience(as("Maya", "candidate"), names)).toBe(
    "You, Ana and the agency's admins can see this.",
  );
  expect(interviewAudience(as("Maya", "candidate"), { ...names, counselor: null })).toBe(
    "You and the agency's admins can see this.",
  );
  expect(interviewAudience(as("Ana", "counselor"), names)).toBe(
    "Maya, you and the agency's admins can see this.",
  );
  expect(interviewAudience(as("Amir", "admin"), names)).toBe(
    "Maya, Ana and the agency's admins can see this.",
  );
});
