import fc from "fast-check";
import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { canBookWith, canSeeMock, mocksVisibleTo, whoCanSee } from "#lib/mocks/policy.ts";
import type { MockFacts } from "#lib/mocks/policy.ts";

const ids = ["a", "b", "c", "d"] as const;
const id = fc.constantFrom(...ids);
const viewers = fc
  .record({
    personId: id,
    role: fc.constantFrom("candidate" as const, "counselor" as const, "admin" as const),
  })
  .map((facts) => viewerFrom({ ...facts, name: facts.personId, timeZone: "UTC", looked: () => undefined }));
const mocks = fc.record({
  candidateId: id,
  counselorId: id,
  candidate: fc.record({ counselorId: fc.option(id) }),
});

test("the where clause and the predicate say the same of every session", () => {
  fc.assert(
    fc.property(viewers, mocks, (viewer, mock) => {
      expect(matches(mocksVisibleTo(viewer), mock)).toBe(canSeeMock(viewer, mock));
    }),
  );
});

test("nobody books with another than the candidate's own counselor, and candidates only for themselves", () => {
  fc.assert(
    fc.property(viewers, id, fc.option(id), id, (viewer, candidateId, assigned, asked) => {
      const may = canBookWith(viewer, { id: candidateId, counselorId: assigned }, asked);
      expect(may).toBe(
        asked === assigned && (viewer.role !== "candidate" || viewer.personId === candidateId),
      );
    }),
  );
});

test("the sentence names exactly those who can see it", () => {
  const named = fc.record({
    candidateId: fc.constant("a"),
    counselorId: fc.constantFrom("b", "c"),
    candidate: fc.record({ counselorId: fc.option(fc.constantFrom("b", "c")) }),
  });
  fc.assert(
    fc.property(named, fc.constantFrom(...ids), (mock, personId) => {
      const viewer = viewerFrom({
        personId,
        name: personId,
        role: personId === "a" ? "candidate" : "counselor",
        timeZone: "UTC",
        looked: () => undefined,
      });
      const { counselorId } = mock.candidate;
      const names = {
        ...mock,
        counselor: { name: `name-${mock.counselorId}` },
        candidate: {
          counselorId,
          name: "name-a",
          counselor: counselorId ? { name: `name-${counselorId}` } : null,
        },
      };
      const sentence = whoCanSee(viewer, names);
      expect(sentence.startsWith("You")).toBe(canSeeMock(viewer, mock));
      for (const other of ["a", "b", "c"].filter((each) => each !== personId)) {
        const sees = canSeeMock(
          viewerFrom({
            personId: other,
            name: other,
            role: other === "a" ? "candidate" : "counselor",
            timeZone: "UTC",
            looked: () => undefined,
          }),
          mock,
        );
        expect(sentence.toLowerCase().includes(`name-${other}`)).toBe(sees);
      }
    }),
  );
});

/** Reads the few shapes of where clause that the policy makes. */
function matches(where: Prisma.MockWhereInput, mock: MockFacts): boolean {
  if (Array.isArray(where.OR)) return where.OR.some((each) => matches(each, mock));
  return Object.entries(where).every(([key, value]) => {
    if (key === "candidate")
      return mock.candidate.counselorId === (value as { counselorId: string }).counselorId;
    return mock[key as "candidateId" | "counselorId"] === value;
  });
}
